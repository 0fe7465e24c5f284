/** Short forms for writing a rulebook down: what is not named is the plain case. */
import type { Base, Choice, Condition, Line, Modifier, PeriodRule } from '../rulebook';
import type { Rule, Rulebook, Share, Split, When } from '../rulebook';
import type { NumberDimension, WordDimension } from '../cause';

export const always: When = { from: null, to: null, conditions: [] };

export const where = (...conditions: Condition[]): When => ({ ...always, conditions });

export const is = (dimension: WordDimension, ...values: string[]): Condition => ({
  is: 'one_of',
  dimension,
  values,
});

export const isNot = (dimension: WordDimension, ...values: string[]): Condition => ({
  is: 'none_of',
  dimension,
  values,
});

export const range = (
  dimension: NumberDimension,
  atLeast: number | null,
  under: number | null = null,
): Condition => ({ is: 'range', dimension, atLeast, under });

type Heading = Extract<Base, { kind: 'table' }>['rows'][number];

export const heading = (label: string, ...conditions: Condition[]): Heading => ({
  label,
  conditions,
});

/** Whole points or yuan in the cells; null leaves it to the next line. */
export const table = (
  columns: Heading[],
  rows: { heading: Heading; amounts: (number | null)[] }[],
): Base => ({
  kind: 'table',
  rows: rows.map((row) => row.heading),
  columns,
  amounts: rows.map(({ amounts }) => amounts.map((cell) => (cell === null ? null : cell * 100))),
});

/** One column: a list. */
export const list = (rows: { heading: Heading; amount: number }[]): Base =>
  table(
    [heading('')],
    rows.map((row) => ({ heading: row.heading, amounts: [row.amount] })),
  );

export const fixed = (whole: number): Base => ({ kind: 'fixed', amount: whole * 100 });

export const line = (label: string, base: Base, when: When = always): Line => ({
  label,
  when,
  base,
});

export const times = (label: string, percent: number, when: When): Modifier => ({
  label,
  when,
  change: { kind: 'times', percent },
});

/** For each of a fact's quantity. */
export const each = (label: string): Modifier => ({
  label,
  // Once needs no word.
  when: where(range('quantity', 2)),
  change: { kind: 'times_number', of: 'quantity' },
});

export const equally: Split = { how: { kind: 'equal' }, holdPlaces: ['outsider'] };

/** Shared equally among the people of the byline. */
export const people = (book: Share['book'], split: Split = equally): Share => ({
  account: 'person',
  book,
  percent: 100,
  split,
});

export const unit = (book: Share['book']): Share => ({ account: 'unit', book, percent: 100 });

export const sum: Choice = { kind: 'sum' };
export const highest: Choice = { kind: 'highest' };

type PlainRule = Pick<Rule, 'id' | 'name' | 'lines' | 'shares'> & Partial<Rule>;

export const rule = (plain: PlainRule): Rule => ({
  cause: 'printing',
  when: always,
  modifiers: [],
  choice: highest,
  caps: { each: null, work: null, person: null },
  category: null,
  ...plain,
});

export const factRule = (plain: PlainRule): Rule => rule({ cause: 'fact', choice: sum, ...plain });

type PlainPeriodRule = Pick<PeriodRule, 'id' | 'name' | 'effect'> & Partial<PeriodRule>;

export const periodRule = (plain: PlainPeriodRule): PeriodRule => ({
  period: 'month',
  account: 'unit',
  unitClasses: [],
  book: 'points',
  ...plain,
});

type PlainRulebook = Pick<Rulebook, 'id' | 'name' | 'rules'> & Partial<Rulebook>;

export const rulebook = (plain: PlainRulebook): Rulebook => ({
  version: 1,
  effectiveFrom: '2026-01-01',
  books: {
    points: { dateCounted: 'printed' },
    yuan: { dateCounted: 'verified' },
    count: { dateCounted: 'printed' },
  },
  periodRules: [],
  ...plain,
});
