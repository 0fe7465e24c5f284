/** 冲销: a new entry that undoes another, and what its family must know so that nothing posts it again. */
import type { EntryDraft } from './append-entries';
import { partsOfAccount, type Entry, type Family, type FamilyPosting } from './entry';

/** The opposite of an entry; it counts in the day's own period where that is still open. */
export function reversalOf(entry: Entry, derivation: string): EntryDraft {
  const { owner, book } = partsOfAccount(entry.accountId);
  return {
    ...{ account: owner, book, amount: -entry.amount, causeKind: 'reversal' },
    ...{ causeId: entry.causeId, familyId: entry.familyId, workId: entry.workId },
    ...{
      storyId: entry.storyId,
      title: entry.title,
      ruleId: entry.ruleId,
      ruleVersion: entry.ruleVersion,
    },
    ...{ category: entry.category, derivation, unitId: entry.unitId },
    ...{ occurredOn: entry.occurredOn, reverses: entry._id },
  };
}

/** The family after one of its entries was reversed by hand: the next posting leaves it so. */
export function familyAfterReversal(family: Family, entry: Entry): Family {
  const { accountId, ruleId, causeId, amount } = entry;
  const isIts = (posting: FamilyPosting) =>
    posting.accountId === accountId && posting.ruleId === ruleId;
  // Nothing is kept of what was posted and taken back since.
  const before = family.posted.find(isIts) ?? { accountId, ruleId, ...nothing };
  const after = {
    ...{ ...before, amount: before.amount - amount },
    waived: [...before.waived, { causeId, amount: -amount }],
  };
  const posted = [...family.posted.filter((posting) => !isIts(posting)), after];
  return { ...family, posted, version: family.version + 1 };
}

const nothing = { amount: 0, causes: [], waived: [] };
