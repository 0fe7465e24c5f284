/** What period rules see: everything of one period, account by account. */
import type { StoryKind } from '../story/story';
import type { AccountRef, Book } from '../ledger/entry';
import { spanOf, type PeriodKey } from '../ledger/period';
import type { FactKind } from './facts';
import type { PeriodRule, Rulebook } from './rulebook';

export interface Amount {
  book: Book;
  category: string;
  amount: number;
}

/** What rules see of an account's entries: sums, so that their number does not matter. */
export interface Sums {
  /** Together for each book and category. */
  amounts: Amount[];
  /** For each measure of single causes (`countKeyOf`) how many came to something. */
  counts: { of: string; count: number }[];
  /** For each rule by which only the highest count. */
  kept: Kept[];
}

/** What a rule by which only the highest count makes of an account. */
export interface Kept {
  ruleId: string;
  /** What is beyond the highest in groups to which nothing can be added any more. */
  lost: number;
  /** Groups that rules before it may add to: the highest of each, and the sum of all beyond them. */
  open: { group: string; highest: number[]; rest: number }[];
}

/** A work that a prize among works may go to. */
export interface WorkSubject {
  ruleId: string;
  workId: string;
  score: number;
  /** Who has a part in it, each with the place of the first entry among all of the period. */
  holders: { ownerKey: string; weight: number; place: number }[];
}

/** Money of an earlier period that waits. */
export interface Held {
  amount: number;
  earnedOn: string;
}

export interface FactSum {
  kind: FactKind;
  mark: string | null;
  quantity: number;
}

export interface PeriodAccount {
  account: AccountRef;
  /** The unit's quota class; of a person, that of the person's unit. */
  unitClass: string | null;
  /** Of what counts in this period in all books, without what this very period's rules posted. */
  sums: Sums;
  /** How many stories of each kind were filed. */
  filed: Partial<Record<StoryKind, number>>;
  /** Together for each kind and mark. */
  facts: FactSum[];
  /** Yuan of earlier periods that wait for the minimum payout, oldest first. */
  unpaid: Held[];
  /** For each quota rule, how many periods before this one in a row were below it. */
  shortBefore: Record<string, number>;
}

export interface PeriodFacts {
  period: PeriodKey;
  accounts: PeriodAccount[];
  /** The jury's points in hundredths, of accounts (by owner) and works. */
  jury: JuryPoints[];
  /** Those that came far enough for a prize among works; no others. */
  works: WorkSubject[];
}

export interface JuryPoints {
  subjectId: string;
  amount: number;
}

/** An account while rules are applied: later rules see what the former ones brought. */
export interface Member extends PeriodAccount {
  jury: number;
  /** Each with the name of its rule. */
  brought: (Amount & { title: string })[];
}

/** Is the account one that the rule is for? */
export function concerns(
  rule: PeriodRule,
  { account, unitClass }: Pick<PeriodAccount, 'account' | 'unitClass'>,
): boolean {
  if (account.kind !== rule.account) return false;
  return rule.unitClasses.length === 0 || rule.unitClasses.includes(unitClass ?? '');
}

/** `fact` stands for itself and for `fact:meeting`; no category at all stands for every one. */
export function isAmong(categories: string[], category: string): boolean {
  return (
    categories.length === 0 ||
    categories.some((one) => category === one || category.startsWith(`${one}:`))
  );
}

export function totalOf(amounts: Amount[], book: Book, categories: string[]): number {
  return amounts
    .filter((one) => one.book === book && isAmong(categories, one.category))
    .reduce((sum, { amount }) => sum + amount, 0);
}

/** All that an account has in a book so far, with what earlier rules brought. */
export function totalIn({ sums, brought }: Member, book: Book, categories: string[]): number {
  return totalOf(sums.amounts, book, categories) + totalOf(brought, book, categories);
}

/** The rules of the period's length. */
export function periodRulesFor({ periodRules }: Rulebook, period: PeriodKey): PeriodRule[] {
  const length = /-/.test(period) ? 'month' : /Q/.test(period) ? 'quarter' : 'year';
  return spanOf(period) === null ? [] : periodRules.filter((rule) => rule.period === length);
}
