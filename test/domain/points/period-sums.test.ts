/** A period's rules over sums that were put together page by page, beside the same rules over all entries. */
import fc from 'fast-check';
import type { RuleEntry } from '../../../cloudfunctions/domain/points/rule-entry';
import { ownerKeyOf } from '../../../cloudfunctions/domain/ledger/entry';
import { evaluatePeriod } from '../../../cloudfunctions/domain/points/evaluate-period';
import type { PeriodAccount } from '../../../cloudfunctions/domain/points/period-facts';
import { periodRulesFor } from '../../../cloudfunctions/domain/points/period-facts';
import {
  askedBy,
  asksNothing,
  itemsOf,
  partsOf,
  type Items,
} from '../../../cloudfunctions/domain/points/period-items';
import { withItems } from '../../../cloudfunctions/domain/points/period-parts';
import {
  noSums,
  nothingGathered,
  withEntries,
  type Gathered,
} from '../../../cloudfunctions/domain/points/period-sums';
import { presets } from '../../../cloudfunctions/domain/points/presets';
import { periodRule, rulebook } from '../../../cloudfunctions/domain/points/presets/parts';
import type { Measure, PeriodRule, Rulebook } from '../../../cloudfunctions/domain/points/rulebook';
import { broughtByEntries } from '../../support/domain/period-by-entries';
import { saidOf } from '../../support/domain/points';

const period = '2026';
const books = ['points', 'points', 'points', 'yuan'] as const;
const categories = ['adoption:city', 'adoption:county', 'fact:meeting', 'fact'];
/** The last is also the name of a rule: what that brings is about the same matter. */
const titles = ['水渠', '路灯', '年度'];

const owners = [
  ...['a', 'b', 'c'].map((id) => ({ kind: 'unit' as const, id })),
  ...['lin', 'wang', 'he', 'qin'].map((id) => ({ kind: 'person' as const, id })),
];

const someCategories = fc.subarray([...categories, 'adoption', 'period'], { maxLength: 2 });
const measures: fc.Arbitrary<Measure> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('amount' as const, 'entries' as const),
    ...{ book: fc.constantFrom(...books), categories: someCategories },
  }),
  fc.constant<Measure>({ kind: 'filings', kinds: [] }),
  fc.constant({ kind: 'jury' as const }),
  fc.record({
    kind: fc.constant('weighted' as const),
    parts: fc.array(
      fc.record({
        book: fc.constantFrom(...books),
        ...{ categories: someCategories, percent: fc.integer({ min: 0, max: 200 }) },
      }),
      { minLength: 1, maxLength: 3 },
    ),
  }),
);
const rates = fc.record({
  amount: fc.integer({ min: -500, max: 500 }),
  limit: fc.option(fc.integer({ min: 0, max: 2000 })),
});
const highest = fc.integer({ min: 1, max: 3 });
const effects: fc.Arbitrary<PeriodRule['effect']> = fc.oneof(
  fc.record({ kind: fc.constant('start' as const), amount: fc.integer({ min: 0, max: 3000 }) }),
  fc.record({ kind: fc.constant('earn' as const), of: measures, rate: rates }),
  fc.record({
    ...{
      kind: fc.constant('quota' as const),
      of: measures,
      need: fc.integer({ min: 0, max: 900 }),
    },
    ...{ short: fc.option(rates), over: fc.option(rates), nameAfter: fc.constant(null) },
  }),
  fc.record({
    ...{ kind: fc.constant('cap' as const), categories: someCategories },
    most: fc.integer({ min: 0, max: 3000 }),
  }),
  fc.record({
    ...{ kind: fc.constant('void' as const), categories: someCategories },
    factKinds: fc.constant(['false_news']),
  }),
  fc.record({
    ...{ kind: fc.constant('keep' as const), of: fc.constantFrom('matter', 'work', 'all') },
    ...{ categories: someCategories, highest },
  }),
  fc.record({
    ...{ kind: fc.constant('prize' as const), among: fc.constantFrom('accounts', 'works') },
    ...{ by: measures, least: fc.integer({ min: 0, max: 1500 }) },
    places: fc.array(fc.record({ to: highest, amount: fc.integer({ min: 1, max: 5000 }) }), {
      ...{ minLength: 1, maxLength: 2 },
    }),
  }),
) as fc.Arbitrary<PeriodRule['effect']>; // the words of a choice are widened
const starts = (['person', 'unit'] as const).map((account) => ({
  ...{ account, name: '年度', effect: { kind: 'start' as const, amount: 700 } },
}));
const rules: fc.Arbitrary<PeriodRule[]> = fc
  .array(
    fc.record({
      ...{ account: fc.constantFrom('person' as const, 'unit' as const), effect: effects },
      ...{ book: fc.constantFrom(...books), name: fc.constantFrom('年度', '评优') },
      unitClasses: fc.constantFrom<string[]>([], [], ['乡镇']),
    }),
    { minLength: 1, maxLength: 6 },
  )
  // Everybody begins with something, so that rules see what others brought before them.
  .map((all) =>
    [...starts, ...all].map((rule, n) => periodRule({ ...rule, id: `rule${n}`, period: 'year' })),
  );

const entries: fc.Arbitrary<RuleEntry[]> = fc.array(
  fc
    .record({
      ...{ owner: fc.constantFrom(...owners), book: fc.constantFrom(...books) },
      amount: fc.integer({ min: -600, max: 2500 }),
      ...{ category: fc.constantFrom(...categories), title: fc.constantFrom(...titles) },
      workId: fc.option(fc.constantFrom('w1', 'w2', 'w3', 'w4', 'w5')),
      ...{ cause: fc.constantFrom('c1', 'c2', 'c3'), ofRules: fc.integer({ min: 0, max: 9 }) },
    })
    .map(({ owner, cause, ofRules, ...entry }) => ({
      ...{ ...entry, ownerKey: ownerKeyOf(owner) },
      // Some were brought by this very period's rules before, some by those of a month.
      causeKind: ofRules < 2 ? ('period' as const) : ('adoption' as const),
      causeId: ofRules === 0 ? period : ofRules === 1 ? '2026-03' : cause,
    })),
  { maxLength: 60 },
);
const juries = fc.uniqueArray(
  fc.record({
    subjectId: fc.constantFrom('w1', 'w2', 'w3', 'lin', 'a'),
    amount: fc.integer({ min: 1, max: 9000 }),
  }),
  { selector: ({ subjectId }) => subjectId, maxLength: 4 },
);

const accounts: Omit<PeriodAccount, 'sums'>[] = owners.map((account, n) => ({
  ...{ account, unitClass: n % 2 === 0 ? '乡镇' : null, filed: n % 3 === 0 ? { news: n } : {} },
  facts: n === 1 ? [{ kind: 'false_news' as const, mark: null, quantity: 1 }] : [],
  ...{ unpaid: [], shortBefore: {} },
}));

interface Seen {
  entries: RuleEntry[];
  jury: { subjectId: string; amount: number }[];
}

const accountsWith = ({ owners: gathered }: Gathered): PeriodAccount[] =>
  accounts.map((one) => {
    const sums = gathered.find(({ ownerKey }) => ownerKey === ownerKeyOf(one.account));
    return { ...one, sums: sums ?? noSums };
  });

/** As a run has it between two steps: written and read. */
const kept = <One>(one: One): One => JSON.parse(JSON.stringify(one)) as One;

/** In pages of this size, what single entries are laid aside for in so many parts. */
function inPages(book: Rulebook, seen: Seen, { size, count }: { size: number; count: number }) {
  const asked = askedBy(periodRulesFor(book, period));
  const pages: Items[][] = [];
  let gathered: Gathered = { ...nothingGathered, jury: seen.jury };
  for (let place = 0; place < seen.entries.length; place += size) {
    const page = seen.entries.slice(place, place + size);
    gathered = kept(withEntries(gathered, period, page));
    pages.push(kept(partsOf(itemsOf(asked, page, { period, place }), count)));
  }
  for (let part = 0; part < count; part += 1) {
    const items = {
      subjects: pages.flatMap((page) => page[part]?.subjects ?? []),
      matters: pages.flatMap((page) => page[part]?.matters ?? []),
    };
    gathered = kept(withItems(gathered, asked, items, accountsWith(gathered)));
  }
  const { works, jury } = gathered;
  return saidOf(evaluatePeriod(book, { period, jury, works, accounts: accountsWith(gathered) }));
}

function byEntries(book: Rulebook, seen: Seen) {
  const counted = seen.entries.filter(
    ({ causeKind, causeId }) => causeKind !== 'period' || causeId !== period,
  );
  return broughtByEntries(book, {
    ...{ period, jury: seen.jury },
    accounts: accounts.map((one) => ({
      ...one,
      entries: counted.filter(({ ownerKey }) => ownerKey === ownerKeyOf(one.account)),
    })),
  });
}

/** Without the sum that a derivation ends in. */
const unsummed = (said: string[]) => said.map((line) => line.slice(0, line.lastIndexOf(' = ')));

test('for any entries, rules and pages, sums say to the letter what all entries together say', () => {
  fc.assert(
    fc.property(
      ...[rules, entries, juries],
      fc.record({ size: fc.integer({ min: 1, max: 20 }), count: fc.integer({ min: 1, max: 4 }) }),
      (periodRules, all, jury, pages) => {
        const book = rulebook({ id: 'office', name: '办法', rules: [], periodRules });
        const seen = { entries: all, jury };
        expect(unsummed(inPages(book, seen, pages))).toEqual(byEntries(book, seen));
      },
    ),
    { numRuns: 200 },
  );
});

test('the published tables as well', () => {
  fc.assert(
    fc.property(
      ...[fc.constantFrom(...Object.values(presets)), entries, juries],
      fc.integer({ min: 1, max: 20 }),
      (preset, all, jury, size) => {
        const seen = { entries: all, jury };
        const periodRules = preset.periodRules.map((rule) => ({
          ...rule,
          period: 'year' as const,
        }));
        const book = { ...preset, periodRules };
        expect(unsummed(inPages(book, seen, { size, count: 3 }))).toEqual(byEntries(book, seen));
      },
    ),
  );
});

const quota = (of: Measure, rule: Partial<PeriodRule> = {}) =>
  periodRule({
    ...{ id: 'quota', name: '定额', ...rule },
    effect: { kind: 'quota', of, need: 1000, short: null, over: null, nameAfter: null },
  });

test.each<[string, PeriodRule, boolean]>([
  ['sums', quota({ kind: 'amount', book: 'points', categories: [] }), true],
  ['how many', quota({ kind: 'entries', book: 'points', categories: [] }), false],
  ['stories', quota({ kind: 'filings', kinds: [] }), true],
  [
    'the highest',
    periodRule({
      ...{
        id: 'keep',
        name: '最高',
        effect: { kind: 'keep', of: 'all', categories: [], highest: 3 },
      },
    }),
    false,
  ],
])('whether single entries are laid aside: for %s', (_name, rule, isNothing) => {
  expect(asksNothing(askedBy([rule]))).toBe(isNothing);
});

test('of ten thousand works in one account no more remains than the rules have to know', () => {
  const periodRules = [
    quota({ kind: 'entries', book: 'points', categories: [] }),
    periodRule({
      ...{
        id: 'keep',
        name: '最高',
        effect: { kind: 'keep', of: 'all', categories: [], highest: 3 },
      },
    }),
    periodRule({
      ...{ id: 'best', name: '好新闻' },
      effect: {
        ...{
          kind: 'prize',
          among: 'works',
          by: { kind: 'amount', book: 'points', categories: [] },
        },
        ...{ least: 0, places: [{ to: 3, amount: 100 }] },
      },
    }),
  ];
  const asked = askedBy(periodRules);
  const all = Array.from({ length: 10_000 }, (_one, n): RuleEntry => ({
    ...{ ownerKey: 'unit:a', book: 'points', category: 'adoption:city', amount: n + 1 },
    ...{ causeKind: 'adoption', causeId: `c${n}`, workId: `w${n}`, title: `标题${n}` },
  }));
  const parts = partsOf(itemsOf(asked, all, { period, place: 0 }), 4);
  const gathered = parts.reduce(
    (so, part) => withItems(so, asked, part, accountsWith(so)),
    withEntries(nothingGathered, period, all),
  );
  expect(JSON.stringify(gathered).length).toBeLessThan(1000);
  expect(gathered.owners[0]).toMatchObject({
    amounts: [{ amount: 50_005_000 }],
    counts: [{ count: 10_000 }],
    kept: [{ open: [{ highest: [10_000, 9_999, 9_998] }] }],
  });
  expect(gathered.works.map(({ workId }) => workId)).toEqual(
    expect.arrayContaining(['w9999', 'w9998', 'w9997']),
  );
});
