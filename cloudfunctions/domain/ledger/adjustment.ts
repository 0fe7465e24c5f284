/** 调整: an entry by a person, with a reason; a second person approves it, never one who gains by it. */
import { ledgerWords } from '../../wording/ledger';
import { accept, refuse, type Decision } from '../../kernel/decision';
import type { Person } from '../people/person';
import type { EntryDraft } from './append-entries';
import type { AccountRef, Book } from './entry';
import { isGainOf, isOfficeOf, type Owner } from './rights';

export interface Adjustment {
  _id: string;
  owner: AccountRef;
  ownerName: string;
  unitId: string;
  /** The unit and everything above it: whose office decides. */
  unitPath: string[];
  book: Book;
  amount: number;
  occurredOn: string;
  reason: string;
  byId: string;
  byName: string;
  at: number;
  isOpen: boolean;
  state: 'proposed' | 'approved' | 'refused';
  decidedById: string | null;
  decidedByName: string;
  decidedAt: number | null;
  note: string;
  version: number;
}

export interface Proposal {
  adjustmentId: string;
  book: Book;
  amount: number;
  occurredOn: string;
  reason: string;
}

/** Wants something posted by hand; nothing is posted yet. */
export function proposeAdjustment(
  proposal: Proposal,
  owner: Owner,
  by: Person,
  moment: { at: number; on: string },
): Decision<{ adjustment: Adjustment }, 'not_allowed' | 'day_ahead'> {
  // Points count for a unit: whoever is in none gets none.
  if (owner.unitId === '') return refuse('not_allowed');
  if (!isOfficeOf(by, owner.paths, moment.on)) return refuse('not_allowed');
  if (proposal.occurredOn > moment.on) return refuse('day_ahead');
  const { adjustmentId, ...wanted } = proposal;
  return accept({
    adjustment: {
      ...{ _id: adjustmentId, owner: { kind: owner.kind, id: owner.id }, ownerName: owner.name },
      ...{ unitId: owner.unitId, unitPath: [...new Set(owner.paths.flat())], ...wanted },
      ...{ byId: by._id, byName: by.name, at: moment.at, isOpen: true, state: 'proposed' },
      ...{ decidedById: null, decidedByName: '', decidedAt: null, note: '', version: 1 },
    },
  });
}

/** Is this a second person of the office, who neither proposed it nor gains by it? */
export function mayDecide(adjustment: Adjustment, person: Person, on: string): boolean {
  if (!adjustment.isOpen || adjustment.byId === person._id) return false;
  if (isGainOf(person, adjustment.owner, on)) return false;
  return isOfficeOf(person, [adjustment.unitPath], on);
}

type DecidingRefusal =
  'not_allowed' | 'adjustment_decided' | 'second_person_needed' | 'changed_meanwhile';

/** A second person's word on it. */
export function decideAdjustment(
  adjustment: Adjustment,
  by: Person,
  word: { state: 'approved' | 'refused'; note: string; version: number; at: number; on: string },
): Decision<{ adjustment: Adjustment }, DecidingRefusal> {
  if (!isOfficeOf(by, [adjustment.unitPath], word.on)) return refuse('not_allowed');
  if (!adjustment.isOpen) return refuse('adjustment_decided');
  if (!mayDecide(adjustment, by, word.on)) return refuse('second_person_needed');
  if (adjustment.version !== word.version) return refuse('changed_meanwhile');
  return accept({
    adjustment: {
      ...{ ...adjustment, isOpen: false, state: word.state, note: word.note },
      ...{ decidedById: by._id, decidedByName: by.name, decidedAt: word.at },
      version: adjustment.version + 1,
    },
  });
}

/** What an approved adjustment posts. */
export function adjustmentDraft(adjustment: Adjustment): EntryDraft {
  const { owner, book, amount, reason, byName, decidedByName } = adjustment;
  return {
    ...{ account: owner, book, amount, causeKind: 'adjustment', causeId: adjustment._id },
    ...{ familyId: null, workId: null, storyId: null, title: ledgerWords.adjustment },
    ...{ ruleId: 'adjustment', ruleVersion: 0, category: 'adjustment' },
    derivation: ledgerWords.adjusted(reason, byName, decidedByName),
    ...{ unitId: adjustment.unitId, occurredOn: adjustment.occurredOn, reverses: null },
  };
}
