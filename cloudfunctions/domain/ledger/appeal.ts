/** 申诉: somebody says that an entry is wrong; the office upholds it or says why not. */
import { accept, refuse, type Decision } from '../../kernel/decision';
import type { Person } from '../people/person';
import { partsOfAccount, type Entry } from './entry';
import { isGainOf, isOfficeOf } from './rights';

export interface Appeal {
  /** The entry's id: one appeal an entry. */
  _id: string;
  ownerKey: string;
  ownerName: string;
  /** The unit of the entry and everything above it: whose office answers. */
  unitPath: string[];
  /** Of the work that it is about; not kept before 2026-11-27. */
  authorIds?: string[];
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
  { text, at, unitPath, authorIds }: Pick<Appeal, 'text' | 'at' | 'unitPath' | 'authorIds'>,
): Appeal {
  return {
    ...{ _id: entry._id, ownerKey: entry.ownerKey, ownerName: entry.ownerName },
    ...{ unitPath, text, authorIds },
    ...{ byId: by._id, byName: by.name, at, isOpen: true, state: 'open' },
    ...{ answer: '', answeredById: null, answeredByName: '', answeredAt: null, version: 1 },
  };
}

/**
 * What somebody has to do with it: made it, or gains by it or wrote the work. Who recorded the printing is
 * free to answer: in most counties one office records everything, and its leaders would get every appeal.
 */
function concernOf(appeal: Appeal, person: Person, on: string): number {
  const { owner } = partsOfAccount(appeal.ownerKey);
  const isPart = isGainOf(person, owner, on) || (appeal.authorIds ?? []).includes(person._id);
  return (appeal.byId === person._id ? 2 : 0) + (isPart ? 1 : 0);
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
