/** 申诉: somebody says that an entry is wrong; the office upholds it or says why not. */
import { accept, refuse, type Decision } from '../../kernel/decision';
import type { Adoption, AdoptionEvent } from '../adoption/adoption';
import type { Person } from '../people/person';
import type { RegisteredFact } from '../points/facts';
import type { Adjustment } from './adjustment';
import { partsOfAccount, type Entry } from './entry';
import { isGainOf, isOfficeOf } from './rights';

/** Who had a hand in an entry, as it stood when it was appealed against. */
export interface Hands {
  /** Of the work that it is about. */
  authorIds: string[];
  /** Who verified, registered, approved or answered what it says. */
  recorderIds: string[];
}

/** Those of before 2026-11-27 were kept without the hands: of them only who made it and who gains is known. */
export interface Appeal extends Partial<Hands> {
  /** The entry's id: one appeal an entry. */
  _id: string;
  ownerKey: string;
  ownerName: string;
  /** The unit of the entry and everything above it: whose office answers. */
  unitPath: string[];
  text: string;
  byId: string;
  byName: string;
  at: number;
  isOpen: boolean;
  state: 'open' | 'upheld' | 'refused';
  answer: string;
  answeredById: string | null;
  answeredByName: string;
  answeredAt: number | null;
  version: number;
}

/** A new appeal. */
export function appealAgainst(
  entry: Entry,
  by: Person,
  { text, at, unitPath, authorIds, recorderIds }: Hands & Pick<Appeal, 'text' | 'at' | 'unitPath'>,
): Appeal {
  return {
    ...{ _id: entry._id, ownerKey: entry.ownerKey, ownerName: entry.ownerName },
    ...{ unitPath, text, authorIds, recorderIds },
    ...{ byId: by._id, byName: by.name, at, isOpen: true, state: 'open' },
    ...{ answer: '', answeredById: null, answeredByName: '', answeredAt: null, version: 1 },
  };
}

interface Found {
  /** The story that it is about, and every printing of it or of an outside work. */
  works: Pick<Adoption, 'peopleIds'>[];
  events: Pick<AdoptionEvent, '_id' | 'adoptionId' | 'kind' | 'byId'>[];
  /** What it is about where that is no printing. */
  fact: Pick<RegisteredFact, 'byId'> | undefined;
  adjustment: Pick<Adjustment, 'byId' | 'decidedById'> | undefined;
  /** The appeal that it was reversed by. */
  answered: Pick<Appeal, 'answeredById'> | undefined;
}

/** Whose work it is about and who recorded what it says; a channel and the clock are nobody. */
export function handsOf(
  { eventId, causeId }: Pick<Entry, 'eventId' | 'causeId'>,
  { works, events, fact, adjustment, answered }: Found,
): Hands {
  const recording = events.filter(
    ({ _id, adoptionId, kind }) =>
      _id === eventId ||
      (adoptionId === causeId && (kind === 'adoption_verified' || kind === 'adoption_corrected')),
  );
  const recorders = [
    ...recording.map(({ byId }) => byId),
    ...[fact?.byId, adjustment?.byId, adjustment?.decidedById, answered?.answeredById],
  ];
  return {
    authorIds: [...new Set(works.flatMap(({ peopleIds }) => peopleIds))],
    recorderIds: [...new Set(recorders.flatMap((id) => id ?? []))],
  };
}

/** What somebody has to do with it, the heaviest first: made it, gains by it or wrote the work, recorded it. */
function concernOf(appeal: Appeal, person: Person, on: string): number {
  const { owner } = partsOfAccount(appeal.ownerKey);
  const isPart = isGainOf(person, owner, on) || (appeal.authorIds ?? []).includes(person._id);
  const isRecorder = (appeal.recorderIds ?? []).includes(person._id);
  return (appeal.byId === person._id ? 4 : 0) + (isPart ? 2 : 0) + (isRecorder ? 1 : 0);
}

export interface Answerers {
  /** Everybody who may be an office and has a phone to answer with. */
  office: Person[];
  on: string;
}

/**
 * May this person answer it: of the unit's office whoever has least to do with it. So nobody answers on
 * their own where another could, and an office of one still can: an appeal that nobody may answer would
 * hold up the close for ever.
 */
export function mayAnswer(appeal: Appeal, person: Person, { office, on }: Answerers): boolean {
  const isOffice = (one: Person) => isOfficeOf(one, [appeal.unitPath], on);
  if (!appeal.isOpen || !isOffice(person)) return false;
  const own = concernOf(appeal, person, on);
  return office.filter(isOffice).every((one) => own <= concernOf(appeal, one, on));
}

/** The office's answer. */
export function answerAppeal(
  appeal: Appeal,
  by: Person,
  answer: Answerers & { version: number; isUpheld: boolean; words: string; at: number },
): Decision<
  { appeal: Appeal },
  'not_allowed' | 'person_concerned' | 'appeal_answered' | 'changed_meanwhile'
> {
  if (!isOfficeOf(by, [appeal.unitPath], answer.on)) return refuse('not_allowed');
  if (!appeal.isOpen) return refuse('appeal_answered');
  if (!mayAnswer(appeal, by, answer)) return refuse('person_concerned');
  if (appeal.version !== answer.version) return refuse('changed_meanwhile');
  const state = answer.isUpheld ? 'upheld' : 'refused';
  return accept({
    appeal: {
      ...{ ...appeal, isOpen: false, state, answer: answer.words },
      ...{ answeredById: by._id, answeredByName: by.name, answeredAt: answer.at },
      version: appeal.version + 1,
    },
  });
}
