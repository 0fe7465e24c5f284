/** 冲销: a new entry that undoes another, and what its family must know so that nothing posts it again. */
import type { EntryDraft } from './append-entries';
import { partsOfAccount, type Entry, type Family } from './entry';

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
  const posted = family.posted.map((posting) => {
    const isIts = posting.accountId === entry.accountId && posting.ruleId === entry.ruleId;
    if (!isIts) return posting;
    const waived = { causeId: entry.causeId, amount: -entry.amount };
    return {
      ...posting,
      amount: posting.amount - entry.amount,
      waived: [...posting.waived, waived],
    };
  });
  return { ...family, posted, version: family.version + 1 };
}
