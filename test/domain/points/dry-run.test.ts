/** 试算: works, facts and rules of a past period under another rulebook, by the days that count. */
import fc from 'fast-check';
import type { Moved } from '../../../cloudfunctions/domain/points/dry-run';
import { evaluateFamily } from '../../../cloudfunctions/domain/points/evaluate-family';
import type { PrintingFacts, WorkFacts } from '../../../cloudfunctions/domain/points/facts';
import {
  factRule,
  fixed,
  heading,
  highest,
  is,
  line,
  list,
  people,
  periodRule,
  rule,
  rulebook,
  sum,
} from '../../../cloudfunctions/domain/points/presets/parts';
import type { Covered } from '../../../cloudfunctions/domain/opening/balance';
import { replay } from '../../../cloudfunctions/domain/points/replay';
import type { PeriodRule, Rulebook } from '../../../cloudfunctions/domain/points/rulebook';
import { spanOf } from '../../../cloudfunctions/domain/ledger/period';
import { aFact, aPrinting, aWork } from '../../support/domain/points';
import { tryRules, tryWhole, type WholeTrial } from '../../support/domain/trial';

const byLevel = (city: number, province: number) =>
  list([
    { heading: heading('省级', is('level', 'provincial')), amount: province },
    { heading: heading('市级', is('level', 'city')), amount: city },
  ]);

/** Points by the day of printing, yuan by that of verification. */
function office(city: number, province: number, periodRules: PeriodRule[] = []): Rulebook {
  return rulebook({
    ...{ id: 'office', name: '办法', periodRules },
    rules: [
      rule({
        ...{ id: 'level', name: '分级', lines: [line('', byLevel(city, province))] },
        ...{ shares: [people('points'), people('yuan')], choice: highest },
      }),
      factRule({
        ...{ id: 'fact', name: '登记', shares: [people('points')] },
        lines: [line('会议', fixed(3))],
      }),
    ],
  });
}

const inForce = office(10, 20);
const covered = new Map<string, Covered[]>();
const spanIn = (period: string) => spanOf(period) ?? { from: '0000-01-01', until: '9999-12-31' };
const said = (moves: Moved[]) =>
  moves
    .map(({ account, book, before, after }) =>
      [account.id, book, before / 100, after / 100].join(' '),
    )
    .sort();

const tried = (period: string, works: WorkFacts[], draft = office(30, 60)) =>
  said(tryWhole(trial({ period, draft, works })));

test('each book goes by its own day: printed in October, verified in November', () => {
  const works = [aWork([aPrinting('city', { printedOn: '2026-10-30', verifiedOn: '2026-11-02' })])];
  expect(tried('2026-10', works)).toEqual(['lin points 10 30']);
  expect(tried('2026-11', works)).toEqual(['lin yuan 10 30']);
});

test('what was verified after the close counts in the month that its bulletin has it in', () => {
  const late = { printedOn: '2026-10-30', countsOn: '2026-11-01', verifiedOn: '2026-11-20' };
  const works = [aWork([aPrinting('city', late)])];
  expect(tried('2026-10', works)).toEqual([]);
  expect(tried('2026-11', works)).toEqual(['lin points 10 30', 'lin yuan 10 30']);
});

test('a month gets what a higher printing adds, and a quarter the whole', () => {
  const works = [
    aWork([
      aPrinting('city', { printedOn: '2026-10-05' }),
      aPrinting('provincial', { printedOn: '2026-11-05' }),
    ]),
  ];
  expect(tried('2026-11', works)).toEqual(['lin points 10 30', 'lin yuan 10 30']);
  expect(tried('2026Q4', works)).toEqual(['lin points 20 60', 'lin yuan 20 60']);
});

test('facts go by the day that counts, and a draft may be of another kind of date', () => {
  const facts = [
    {
      fact: aFact('meeting', { countsOn: '2026-11-01', occurredOn: '2026-10-20' }),
      unitClass: null,
    },
  ];
  expect(said(tryWhole(trial({ period: '2026-10', facts })))).toEqual([]);
  expect(said(tryWhole(trial({ facts })))).toEqual(['lin points 3 3']);
  const verified = { dateCounted: 'verified' as const };
  const draft = { ...inForce, books: { points: verified, yuan: verified, count: verified } };
  const works = [aWork([aPrinting('city', { printedOn: '2026-10-30', verifiedOn: '2026-11-02' })])];
  expect(tried('2026-10', works, draft)).toEqual(['lin points 10 0']);
});

const days = ['2026-09-10', '2026-10-05', '2026-10-20', '2026-11-03', '2026-12-30'];
const printing: fc.Arbitrary<PrintingFacts> = fc
  .record({
    level: fc.constantFrom('city' as const, 'provincial' as const),
    printed: fc.integer({ min: 0, max: 4 }),
    wait: fc.integer({ min: 0, max: 4 }),
  })
  .map(({ level, printed, wait }) =>
    aPrinting(level, {
      printedOn: days[printed] ?? '',
      verifiedOn: days[Math.min(4, printed + wait)] ?? '',
    }),
  );

test('for any printings, the months together come to what the family has, in every book', () => {
  fc.assert(
    fc.property(fc.array(printing, { maxLength: 6 }), fc.boolean(), (printings, isSum) => {
      const plain = office(10, 20);
      const rules = plain.rules.map((one) => ({ ...one, choice: isSum ? sum : highest }));
      const rulebooks = [{ ...plain, rules }];
      const work = aWork(printings);
      const sumsOf = (parts: { book: string; amount: number }[]) =>
        ['points', 'yuan'].map((book) =>
          parts.filter((one) => one.book === book).reduce((all, { amount }) => all + amount, 0),
        );
      const months = ['2026-09', '2026-10', '2026-11', '2026-12'].flatMap((month) =>
        replay({ rulebooks, works: [work], facts: [], covered, span: spanIn(month) }),
      );
      const whole = sumsOf(evaluateFamily(rulebooks, work));
      expect(sumsOf(months)).toEqual(whole);
      expect(
        sumsOf(replay({ rulebooks, works: [work], facts: [], covered, span: spanIn('2026') })),
      ).toEqual(whole);
    }),
  );
});

const person = { account: 'person' as const };
const capped = (most: number) =>
  periodRule({
    ...{ id: 'cap', name: '封顶', ...person },
    effect: { kind: 'cap', categories: ['adoption'], most: most * 100 },
  });
const quota = (period: PeriodRule['period'], short: number) =>
  periodRule({
    ...{ id: `quota_${period}`, name: '定额', period, ...person },
    effect: {
      ...{ kind: 'quota', of: { kind: 'filings', kinds: [] }, need: 200, nameAfter: null },
      ...{ short: { amount: short * 100, limit: null }, over: null },
    },
  });
const first = periodRule({
  ...{ id: 'first', name: '第一名', period: 'quarter', ...person },
  effect: {
    ...{ kind: 'prize', among: 'accounts', least: 100, places: [{ to: 1, amount: 5000 }] },
    by: { kind: 'amount', book: 'points', categories: [] },
  },
});
const payout = periodRule({
  ...{ id: 'payout', name: '起付', book: 'yuan', ...person },
  effect: { kind: 'payout', least: 5000, months: 1 },
});

const trial = (change: Partial<WholeTrial>): WholeTrial => ({
  ...{ period: '2026-11', rulebooks: [inForce], draft: inForce, works: [], facts: [], hand: [] },
  ...{ covered, filed: new Map(), held: { before: new Map(), after: new Map() } },
  units: [],
  people: ['lin', 'zhao'].map((id) => ({ _id: id, unitIds: ['chengguan'], leftOn: null })),
  ...change,
});

const printedIn = (month: string, personId: string) =>
  aWork([aPrinting('provincial', { printedOn: `${month}-10` })], {
    workId: `${month} ${personId}`,
    credits: [{ personId, name: personId, part: 'text', isJournalist: false }],
  });

test('a cap, a deduction and a shortfall of the draft show as what they bring beside the old', () => {
  const works = [printedIn('2026-11', 'lin')];
  const filed = new Map([['2026-11', { units: {}, people: { lin: { kinds: { news: 2 } } } }]]);
  const rulebooks = [office(10, 20, [capped(15)])];
  const draft = office(10, 20, [capped(5), quota('month', -1)]);
  expect(said(tryRules(trial({ works, filed, rulebooks, draft })))).toEqual([
    'lin points -5 -15',
    'zhao points 0 -2',
  ]);
});

test('a quarter applies the rules of its months first, and prizes see them', () => {
  const works = [
    ...['2026-10', '2026-11', '2026-12'].map((month) => printedIn(month, 'lin')),
    printedIn('2026-12', 'zhao'),
  ];
  const draft = office(10, 20, [capped(5), first]);
  // 林 has 15 under the cap of each month and 赵 has 5, so 林 is first and gets 50.
  expect(said(tryRules(trial({ period: '2026Q4', works, draft })))).toEqual([
    'lin points 0 5',
    'zhao points 0 -15',
  ]);
});

test('what was posted by hand counts on both sides', () => {
  const hand = [
    {
      ...{ ownerKey: 'person:zhao', book: 'points' as const, amount: 3000, category: 'adjustment' },
      ...{ causeKind: 'adjustment' as const, causeId: 'a', workId: null, title: '' },
      periodOn: '2026-12-05',
    },
  ];
  const works = [printedIn('2026-12', 'lin')];
  const draft = office(10, 20, [first]);
  expect(said(tryRules(trial({ period: '2026Q4', works, hand, draft })))).toEqual([
    'zhao points 0 50',
  ]);
});

test('money that waited before lapses under a draft, and what waits within a quarter in turn', () => {
  const lin = (amount: number, earnedOn: string) =>
    new Map([['2026-09', new Map([['person:lin', [{ amount, earnedOn }]]])]]);
  const held = { before: new Map(), after: lin(1000, '2026-09-30') };
  const works = [printedIn('2026-10', 'lin')];
  const draft = office(10, 20, [payout]);
  // Ten of September lapse in October, the twenty of October in November.
  expect(said(tryRules(trial({ period: '2026Q4', works, draft, held })))).toEqual([
    'lin yuan 0 -30',
  ]);
});

test('a fact voids the month that it counts in, and no other', () => {
  const facts = [{ fact: aFact('negative_news', { occurredOn: '2026-11-05' }), unitClass: null }];
  const voided = periodRule({
    ...{ id: 'void', name: '作废', ...person },
    effect: { kind: 'void', factKinds: ['negative_news'], categories: ['adoption'] },
  });
  const draft = office(10, 20, [voided]);
  const works = [printedIn('2026-11', 'lin'), printedIn('2026-12', 'lin')];
  expect(said(tryRules(trial({ period: '2026Q4', works, facts, draft })))).toEqual([
    'lin points 0 -20',
  ]);
});
