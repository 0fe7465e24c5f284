/** What period rules see: everything of one period, account by account. */
import type { StoryKind } from '../story/story';
import type { AccountRef, Book } from '../ledger/entry';
import { spanOf, type PeriodKey } from '../ledger/period';
import type { FactKind } from './facts';
import type { PeriodRule, Rulebook } from './rulebook';

export interface PeriodEntry {
  book: Book;
  amount: number;
  category: string;
  causeId: string;
  workId: string | null;
  title: string;
}

/** Money of an earlier period that waits. */
export interface Held {
  amount: number;
  earnedOn: string;
}

export interface PeriodAccount {
  account: AccountRef;
  /** The unit's quota class; of a person, that of the person's unit. */
  unitClass: string | null;
  /** What counts in this period in all books, without what this very period's rules posted. */
  entries: PeriodEntry[];
  /** How many stories of each kind were filed. */
  filed: Partial<Record<StoryKind, number>>;
  facts: { kind: FactKind; mark: string | null; quantity: number }[];
  /** Yuan of earlier periods that wait for the minimum payout, oldest first. */
  unpaid: Held[];
  /** For each quota rule, how many periods before this one in a row were below it. */
  shortBefore: Record<string, number>;
}

export interface PeriodFacts {
  period: PeriodKey;
  accounts: PeriodAccount[];
  /** The jury's points in hundredths, of accounts (by owner) and works. */
  jury: { subjectId: string; amount: number }[];
}

/** An account while rules are applied: later rules see what the former ones brought. */
export interface Member extends PeriodAccount {
  jury: number;
}

/** `fact` stands for itself and for `fact:meeting`; no category at all stands for every one. */
export function isAmong(categories: string[], category: string): boolean {
  return (
    categories.length === 0 ||
    categories.some((one) => category === one || category.startsWith(`${one}:`))
  );
}

export function totalOf(entries: PeriodEntry[], book: Book, categories: string[]): number {
  return entries
    .filter((entry) => entry.book === book && isAmong(categories, entry.category))
    .reduce((sum, { amount }) => sum + amount, 0);
}

/** The rules of the period's length. */
export function periodRulesFor({ periodRules }: Rulebook, period: PeriodKey): PeriodRule[] {
  const length = /-/.test(period) ? 'month' : /Q/.test(period) ? 'quarter' : 'year';
  return spanOf(period) === null ? [] : periodRules.filter((rule) => rule.period === length);
}
