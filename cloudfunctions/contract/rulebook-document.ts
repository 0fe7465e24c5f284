/**
 * The rulebook as data. Amounts are integers: hundredths of a point, fen, hundredths of a count.
 * A rule is composed of the same few parts whatever the office's table looks like:
 * conditions → base → modifiers → choice among printings → shares → caps; then period rules.
 */
import * as z from 'zod/mini';

export const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
export const book = z.enum(['points', 'yuan', 'count']);
export const accountKind = z.enum(['person', 'unit']);
const label = z.string().check(z.trim(), z.maxLength(40));
const name = z.string().check(z.trim(), z.minLength(1), z.maxLength(60));
const partId = z.string().check(z.regex(/^[0-9A-Za-z_-]{1,40}$/));
const million = 1_000_000;
/** At most ten million points or yuan: sums of a century of entries stay exact. */
const amount = z.int().check(z.gte(-1000 * million), z.lte(1000 * million));
const percent = z.int().check(z.gte(0), z.lte(100_000));
const weight = z.int().check(z.gte(0), z.lte(1000));
const number = z.int().check(z.gte(0), z.lte(1000 * million));

/** What a printing or fact is told apart by: words, and numbers. */
export const wordDimension = z.enum([
  ...(['level', 'outletClass', 'outlet', 'group', 'position', 'genre', 'mode'] as const),
  ...([
    'kind',
    'column',
    'unitClass',
    'part',
    'about',
    'byline',
    'factKind',
    'mark',
    'holder',
  ] as const),
]);
export const numberDimension = z.enum([
  ...(['words', 'duration', 'fee', 'reads', 'forwards', 'photos', 'credits'] as const),
  ...(['quantity', 'daysToReport', 'daysPastMonth'] as const),
]);

export const condition = z.discriminatedUnion('is', [
  z.strictObject({
    is: z.enum(['one_of', 'none_of']),
    dimension: wordDimension,
    values: z.array(z.string().check(z.maxLength(80))).check(z.minLength(1), z.maxLength(50)),
  }),
  /** From `atLeast` up to but not including `under`; what is not known is in no range. */
  z.strictObject({
    is: z.literal('range'),
    dimension: numberDimension,
    atLeast: z.nullable(z.int()),
    under: z.nullable(z.int()),
  }),
  z.strictObject({
    is: z.enum(['known', 'unknown']),
    dimension: z.union([wordDimension, numberDimension]),
  }),
]);

const conditions = z.array(condition).check(z.maxLength(12));

/** Conditions that must all hold, and a campaign's days, both included. */
export const when = z.strictObject({
  from: z.nullable(day),
  to: z.nullable(day),
  conditions,
});

/** A row or column of a table; without conditions it stands for all that is left. */
export const heading = z.strictObject({ label, conditions });

export const base = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('fixed'), amount }),
  /** The first fitting row and column; an empty cell leaves it to the next line. */
  z.strictObject({
    kind: z.literal('table'),
    rows: z.array(heading).check(z.minLength(1), z.maxLength(40)),
    columns: z.array(heading).check(z.minLength(1), z.maxLength(20)),
    amounts: z.array(z.array(z.nullable(amount))),
  }),
  /** A percentage of the media's own fee. */
  z.strictObject({ kind: z.literal('fee'), percent }),
  /** The highest step that is reached; none below the first. */
  z.strictObject({
    kind: z.literal('steps'),
    of: numberDimension,
    steps: z.array(z.strictObject({ from: number, amount })).check(z.minLength(1), z.maxLength(20)),
  }),
  /** `start` for what is included, `amount` for each further unit. */
  z.strictObject({
    kind: z.literal('per'),
    of: numberDimension,
    start: amount,
    included: number,
    each: z.int().check(z.gte(1), z.lte(million)),
    amount,
    rounding: z.enum(['down', 'up', 'nearest']),
    least: z.nullable(amount),
    most: z.nullable(amount),
  }),
]);

export const line = z.strictObject({ label, when, base });

/** Applied in the order they stand in; `add_percent` is of the base, `times` of what is there. */
export const modifier = z.strictObject({
  label,
  when,
  change: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('times'), percent }),
    z.strictObject({ kind: z.literal('add_percent'), percent: z.int().check(z.gte(-100)) }),
    z.strictObject({ kind: z.literal('add'), amount }),
    z.strictObject({ kind: z.literal('times_number'), of: numberDimension }),
  ]),
});

/** Which printings of one work count. */
export const choice = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['highest', 'sum', 'first', 'author']) }),
  z.strictObject({ kind: z.literal('highest_per'), dimension: wordDimension }),
]);

export const split = z.strictObject({
  how: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('equal') }),
    /** The first author's percentage; the others share the rest equally. */
    z.strictObject({
      kind: z.literal('first'),
      percent: z.int().check(z.gte(0), z.lte(100)),
    }),
    /** By weights of what each did. */
    z.strictObject({
      kind: z.literal('parts'),
      weights: z.strictObject({ text: weight, photo: weight, video: weight, edit: weight }),
    }),
    /** Each place has a percentage of the whole, the last one for all further places. */
    z.strictObject({
      kind: z.literal('places'),
      percents: z.array(percent).check(z.minLength(1), z.maxLength(10)),
    }),
  ]),
  /** Who holds a place though nothing is posted for them; the others are left out of the split. */
  holdPlaces: z.array(z.enum(['journalist', 'outsider'])).check(z.maxLength(2)),
});

export const share = z.discriminatedUnion('account', [
  z.strictObject({ account: z.literal('person'), book, percent, split }),
  z.strictObject({ account: z.literal('unit'), book, percent }),
]);

export const rule = z.strictObject({
  /** Stays the same in later versions, so that a work's printings are compared across them. */
  id: partId,
  name,
  cause: z.enum(['printing', 'fact']),
  when,
  /** The first line that fits counts. */
  lines: z.array(line).check(z.minLength(1), z.maxLength(40)),
  modifiers: z.array(modifier).check(z.maxLength(20)),
  choice,
  shares: z.array(share).check(z.minLength(1), z.maxLength(6)),
  /** The most that one printing or fact, one work, and one person for one work can bring. */
  caps: z.strictObject({
    each: z.nullable(amount),
    work: z.nullable(amount),
    person: z.nullable(amount),
  }),
  /** What quotas, period caps and bulletins group by; null: `adoption:<level>`, `fact:<kind>`. */
  category: z.nullable(z.string().check(z.trim(), z.minLength(1), z.maxLength(40))),
});

/** Beginnings of categories, e.g. `adoption` or `fact:meeting`; empty: all. */
const categories = z
  .array(z.string().check(z.minLength(1), z.maxLength(40)))
  .check(z.maxLength(20));

/** What is measured of an account in a period, in hundredths. */
export const measure = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('amount'), book, categories }),
  z.strictObject({ kind: z.literal('entries'), book, categories }),
  z.strictObject({ kind: z.literal('filings'), kinds: z.array(z.string()).check(z.maxLength(9)) }),
  z.strictObject({
    kind: z.literal('facts'),
    kinds: z.array(z.string()).check(z.maxLength(20)),
    mark: z.nullable(z.string()),
  }),
  z.strictObject({ kind: z.literal('jury') }),
  /** Several, each with its weight. */
  z.strictObject({
    kind: z.literal('weighted'),
    parts: z
      .array(z.strictObject({ book, categories, percent }))
      .check(z.minLength(1), z.maxLength(20)),
  }),
]);

/** So much for each whole unit (100 hundredths) of a difference, up to a limit; of either sign. */
const rate = z.strictObject({ amount, limit: z.nullable(amount) });

export const periodEffect = z.discriminatedUnion('kind', [
  /** 基础分: everybody starts with it. */
  z.strictObject({ kind: z.literal('start'), amount }),
  /** What is measured earns by itself, up to a limit. */
  z.strictObject({ kind: z.literal('earn'), of: measure, rate }),
  z.strictObject({
    kind: z.literal('quota'),
    of: measure,
    need: number,
    short: z.nullable(rate),
    over: z.nullable(rate),
    /** After so many periods in a row below it, the bulletin names the account. */
    nameAfter: z.nullable(z.int().check(z.gte(1), z.lte(12))),
  }),
  z.strictObject({ kind: z.literal('cap'), categories, most: amount }),
  /** A fact takes away what the period brought. */
  z.strictObject({
    kind: z.literal('void'),
    factKinds: z.array(z.string()).check(z.minLength(1), z.maxLength(20)),
    categories,
  }),
  /** Of what is about one matter (or work), or of all, only the highest so many count. */
  z.strictObject({
    kind: z.literal('keep'),
    of: z.enum(['matter', 'work', 'all']),
    categories,
    highest: z.int().check(z.gte(1), z.lte(1000)),
  }),
  /** By rank among accounts or works; who ties shares the rank and its prize. */
  z.strictObject({
    kind: z.literal('prize'),
    among: z.enum(['accounts', 'works']),
    by: measure,
    least: amount,
    places: z
      .array(z.strictObject({ to: z.int().check(z.gte(1)), amount }))
      .check(z.minLength(1), z.maxLength(20)),
  }),
  /** 评委分: the jury's points by a percentage, up to the most that they can bring. */
  z.strictObject({ kind: z.literal('jury'), percent, most: z.nullable(amount) }),
  /** Paid out once it has come to `least`; what is older than so many months lapses. */
  z.strictObject({
    kind: z.literal('payout'),
    least: number,
    months: z.int().check(z.gte(1), z.lte(60)),
  }),
]);

export const periodRule = z.strictObject({
  id: partId,
  name,
  period: z.enum(['month', 'quarter', 'year']),
  account: accountKind,
  /** Empty: units of every class, and people of every unit. */
  unitClasses: z.array(z.string().check(z.minLength(1), z.maxLength(20))).check(z.maxLength(20)),
  book,
  effect: periodEffect,
});

const bookTerms = z.strictObject({ dateCounted: z.enum(['printed', 'verified']) });

export const rulebookDocument = z.strictObject({
  /** The office's rulebook through all its versions. */
  id: partId,
  version: z.int().check(z.gte(1), z.lte(100_000)),
  name,
  effectiveFrom: day,
  books: z.strictObject({ points: bookTerms, yuan: bookTerms, count: bookTerms }),
  rules: z.array(rule).check(z.maxLength(60)),
  /** Applied in the order they stand in; later ones see what the former brought. */
  periodRules: z.array(periodRule).check(z.maxLength(40)),
});

export type RulebookDocument = z.infer<typeof rulebookDocument>;
