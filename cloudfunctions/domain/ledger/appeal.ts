/** 申诉: somebody says that an entry is wrong; the office upholds it or says why not. */
import { accept, refuse, type Decision } from '../../kernel/decision';
import type { Person } from '../people/person';
import type { Entry } from './entry';
import { isOfficeOf } from './rights';

export interface Appeal {
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
  said: { text: string; at: number; unitPath: string[] },
): Appeal {
  return {
    ...{ _id: entry._id, ownerKey: entry.ownerKey, ownerName: entry.ownerName },
    ...{ unitPath: said.unitPath, text: said.text },
    ...{ byId: by._id, byName: by.name, at: said.at, isOpen: true, state: 'open' },
    ...{ answer: '', answeredById: null, answeredByName: '', answeredAt: null, version: 1 },
  };
}

/** May this person answer it: the office of the unit, but never on one's own. */
export function mayAnswer(appeal: Appeal, person: Person, on: string): boolean {
  if (!appeal.isOpen || appeal.byId === person._id) return false;
  if (appeal.ownerKey === `person:${person._id}`) return false;
  return isOfficeOf(person, [appeal.unitPath], on);
}

/** The office's answer. */
export function answerAppeal(
  appeal: Appeal,
  by: Person,
  answer: { version: number; isUpheld: boolean; words: string; at: number; on: string },
): Decision<{ appeal: Appeal }, 'not_allowed' | 'appeal_answered' | 'changed_meanwhile'> {
  if (!isOfficeOf(by, [appeal.unitPath], answer.on)) return refuse('not_allowed');
  if (!appeal.isOpen) return refuse('appeal_answered');
  if (!mayAnswer(appeal, by, answer.on)) return refuse('not_allowed');
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
