/**
 * 期初余额: what an account had of a year up to a day, when the county started. One a year, account and
 * book; it is an entry of the first of January, so that it counts in the year and no later month.
 */
import { openingWords } from '../../wording/opening-entry';
import type { EntryDraft } from '../ledger/append-entries';
import {
  accountIdOf,
  type AccountRef,
  type Book,
  type Entry,
  type Family,
  type FamilyPosting,
} from '../ledger/entry';

export interface Balance {
  owner: AccountRef;
  ownerName: string;
  unitId: string;
  book: Book;
  year: string;
  /** The last day whose points are in it. */
  through: string;
  amount: number;
  note: string;
}

/** Days of which an account has an opening balance: no printing of before posts to it once more. */
export interface Covered {
  accountId: string;
  from: string;
  through: string;
}

const ruleId = 'opening';
const causePrefix = 'through-';
const eventIdOf = (year: string) => `opening-${year}`;
const firstDay = (year: string) => `${year}-01-01`;

/** The entry that an account's balance of a year is, whoever imports it. */
export function balanceEntryId(owner: AccountRef, book: Book, year: string): string {
  return `${eventIdOf(year)}:${ruleId}:${book}:${accountIdOf(owner, book)}`;
}

export function balanceDraft(balance: Balance, byName: string): EntryDraft {
  const { owner, book, year, through, amount, note, unitId } = balance;
  return {
    ...{ account: owner, book, amount, causeKind: 'opening', causeId: `${causePrefix}${through}` },
    ...{ familyId: null, workId: null, storyId: null, title: openingWords.title(year) },
    ...{ ruleId, ruleVersion: 0, category: ruleId, eventId: eventIdOf(year) },
    derivation: openingWords.derivation({ year, through, amount, book, byName, note }),
    ...{ unitId, occurredOn: firstDay(year), reverses: null },
  };
}

export function coveredBy({ owner, book, year, through }: Balance): Covered {
  return { accountId: accountIdOf(owner, book), from: firstDay(year), through };
}

/** The same of one that was posted. */
export function coveredByEntry({
  accountId,
  occurredOn,
  causeId,
}: Pick<Entry, 'accountId' | 'occurredOn' | 'causeId'>): Covered {
  return { accountId, from: occurredOn, through: causeId.slice(causePrefix.length) };
}

/** Is the day's printing in an opening balance of the account? */
export function isCovered(covered: Covered[], accountId: string, on: string): boolean {
  return covered.some((one) => one.accountId === accountId && one.from <= on && on <= one.through);
}

/**
 * What a past printing posts besides what opening balances hold already. Its family counts that as
 * posted: a higher printing later brings the difference alone, and a withdrawal takes it back.
 */
export function beyondBalances(
  drafts: EntryDraft[],
  covered: Covered[],
  printing: { printedOn: string; isCounted: boolean },
): EntryDraft[] {
  if (!printing.isCounted) return [];
  return drafts.filter(
    ({ account, book }) => !isCovered(covered, accountIdOf(account, book), printing.printedOn),
  );
}

/** The family with what it counts as posted without an entry: all drafts but those that are posted. */
export function holding(family: Family, drafts: EntryDraft[], posted: EntryDraft[]): Family {
  const held = drafts.filter((draft) => !posted.includes(draft));
  const heldOf = ({ accountId, ruleId }: FamilyPosting) =>
    held
      .filter((one) => accountIdOf(one.account, one.book) === accountId && one.ruleId === ruleId)
      .reduce((sum, { amount }) => sum + amount, 0);
  return {
    ...family,
    posted: family.posted.map((posting) => {
      const more = heldOf(posting);
      return more === 0 ? posting : { ...posting, held: (posting.held ?? 0) + more };
    }),
  };
}
