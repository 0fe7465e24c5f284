import { columnsOf, layouts } from '../../../cloudfunctions/domain/bulletin/columns';
import { personLines, unitLines } from '../../../cloudfunctions/domain/bulletin/lines';
import {
  byOwner,
  shortfallsOf,
  shortRuns,
} from '../../../cloudfunctions/domain/bulletin/rule-facts';
import {
  monthsUpTo,
  noTallies,
  withFiled,
  withPrintings,
  withShortfalls,
  withStandings,
  withTargets,
  withTrainings,
  type Tallies,
} from '../../../cloudfunctions/domain/bulletin/tally';
import type { Outlet } from '../../../cloudfunctions/domain/outlet/outlet';
import { periodRule } from '../../../cloudfunctions/domain/points/presets/parts';
import type { Measure } from '../../../cloudfunctions/domain/points/rulebook';
import { aTarget } from '../../support/domain/ledger';
import { wholePeriod } from '../../support/domain/whole-period';

const span = { from: '2026-11-01', until: '2026-12-01' };
const filed = (unitId: string, kind: string, count: number, authorId = 'lin') => ({
  ...{ unitId, authorId, kind, count },
});
const unit = (_id: string, change: object = {}) => ({
  ...{ _id, name: _id, kind: 'township_office' as const, quotaClass: null },
  ...{ since: '2026-01-01', until: null, ...change },
});

test.each([
  ['own', 'account', 'single', ['adopted', 'own', 'ownAccount']],
  ['own', 'bulletin', 'single', ['adopted', 'own', 'ownInternal']],
  ['own', 'web', 'commissioned', ['adopted', 'own', 'ownCommissioned']],
  ['own', 'bulletin', 'sent_up', ['adopted', 'own', 'ownSentUp']],
  ['own', 'paper', 'single', ['adopted', 'own', 'ownGeneral']],
  ['city', 'paper', 'commissioned', ['adopted', 'city']],
  ['national', 'tv', 'single', ['adopted', 'national']],
] as const)('a printing at %s %s, %s', (level, outletClass, mode, columns) => {
  expect(columnsOf({ level, outletClass }, mode)).toEqual(columns);
});

/** Line by line as RULES.md describes them; the unit's name and the zero filings stand beside. */
test.each([
  [
    'channels',
    [
      ...['filed', 'filedCumulative', 'ownGeneral', 'ownAccount', 'ownInternal'],
      ...['ownCommissioned', 'ownSentUp', 'city', 'provincial', 'points', 'pointsCumulative'],
    ],
  ],
  [
    'duties',
    [
      ...['filed', 'filedCumulative', 'short', 'adopted', 'city', 'training'],
      ...['points', 'pointsCumulative'],
    ],
  ],
  ['plain', ['filed', 'opinion', 'short', 'adopted', 'points']],
] as const)('the layout %s has the columns of its office', (name, columns) => {
  expect(layouts[name]).toEqual(columns);
});

test('every layout has what was filed and what it brought', () => {
  for (const columns of Object.values(layouts)) {
    expect(columns).toEqual(expect.arrayContaining(['filed', 'points']));
    expect(new Set(columns).size).toBe(columns.length);
  }
});

test('stories count by unit and author, tips not at all', () => {
  const own = [
    filed('a', 'news', 2),
    filed('a', 'public_opinion', 1, 'wang'),
    filed('a', 'tip', 9),
  ];
  const { units, people } = withFiled(noTallies, own, [...own, filed('b', 'news', 4)]);
  expect(units).toEqual({
    a: { filed: 3, opinion: 1, filedCumulative: 3, kinds: { news: 2, public_opinion: 1 } },
    b: { filedCumulative: 4 },
  });
  expect(people.wang).toEqual({ filed: 1, opinion: 1, kinds: { public_opinion: 1 } });
  expect(noTallies).toEqual({ units: {}, people: {} });
});

test('a printing counts at the level its outlet had that day, once for each person of the work', () => {
  const term = { outletClass: 'paper' as const, group: null };
  const outlet: Outlet = {
    ...{ _id: 'daily', name: '', aliases: [], channelIds: [], isClosed: false, version: 1 },
    terms: [
      { ...term, level: 'county', since: '2026-01-01', until: '2026-11-10' },
      { ...term, level: 'city', since: '2026-11-10', until: null },
    ],
  };
  const credit = { name: '', part: 'text' as const, isJournalist: false };
  const work = {
    ...{ id: 'w', storyId: null, storyNumber: null, headline: '', kind: 'news' as const },
    ...{ column: null, unitId: 'a', photoCount: 0 },
    credits: [
      ...[
        { ...credit, personId: 'lin' },
        { ...credit, personId: 'lin' },
      ],
      ...[
        { ...credit, personId: null },
        { ...credit, personId: 'press', isJournalist: true },
      ],
    ],
  };
  const printed = (printedOn: string, outletId: string | null = 'daily') => ({
    ...{ work, outletId, printedOn, mode: 'single' as const },
  });
  const { units, people } = withPrintings(
    noTallies,
    [printed('2026-11-09'), printed('2026-11-10'), printed('2026-11-11', null)],
    [outlet],
  );
  expect(units).toEqual({ a: { adopted: 3, county: 1, city: 1 } });
  expect(people).toEqual({ lin: { adopted: 3 } });
  const byline = { part: 'text' as const, isJournalist: false };
  const creditsAsPrinted = [{ ...byline, personId: 'xu', name: '徐' }];
  const other = { ...printed('2026-11-09'), creditsAsPrinted };
  expect(withPrintings(noTallies, [other], [outlet]).people).toEqual({ xu: { adopted: 1 } });
});

test('points are those of the entries and those the rules are about to bring', () => {
  const standing = { kind: 'unit' as const, ownerId: 'a', amount: 1000 };
  const own = withStandings(noTallies, [standing], 'points');
  const both = withStandings(own, [standing], 'pointsCumulative');
  const account = { kind: 'unit' as const, id: 'a' };
  const target = aTarget({ causeId: 'c', amount: 250, on: '2026-11-30', account });
  const yuan = { ...target, book: 'yuan' as const };
  expect(withTargets(both, [target, yuan]).units).toEqual({
    a: { points: 1250, pointsCumulative: 1250 },
  });
});

test('trainings count for their unit, by how many they were; nothing else of the facts', () => {
  const fact = (kind: 'training' | 'meeting', quantity: number) => ({
    kind,
    unitId: 'a',
    quantity,
  });
  expect(withTrainings(noTallies, [fact('training', 2), fact('meeting', 5)]).units).toEqual({
    a: { training: 2 },
  });
});

test('a unit is short of the stories it owes, not of points; a person is not shown', () => {
  const quota = (id: string, of: Measure) =>
    periodRule({
      ...{ id, name: id },
      effect: { kind: 'quota', of, need: 300, short: null, over: null, nameAfter: null },
    });
  const rules = {
    periodRules: [
      quota('stories', { kind: 'filings', kinds: [] }),
      quota('opinion', { kind: 'filings', kinds: ['public_opinion'] }),
      quota('points', { kind: 'amount', book: 'points', categories: [] }),
    ],
  };
  const progress = (ruleId: string, ownerId: string, have: number) => ({
    ...{ ruleId, ownerId, have, need: 300, shortInARow: 1, isNamed: false },
  });
  const shortfalls = shortfallsOf(
    [
      ...[progress('stories', 'a', 100), progress('opinion', 'a', 250)],
      ...[progress('points', 'a', 0), progress('stories', 'lin', 0), progress('stories', 'b', 300)],
    ],
    rules,
    [unit('a'), unit('b')],
  );
  expect(withShortfalls(noTallies, shortfalls).units).toEqual({ a: { short: 3 } });
});

test.each([
  ['2026-03', ['2026-01', '2026-02', '2026-03']],
  ['2026Q1', ['2026-01', '2026-02', '2026-03']],
])('cumulative points of %s are those of its year so far', (period, months) => {
  expect(monthsUpTo(period)).toEqual(months);
});

test('units by points, ties sharing a rank, and who filed nothing by name', () => {
  const tallies: Tallies = {
    units: {
      ...{ a: { filed: 1, points: 500 }, b: { filed: 2, points: 900, kinds: { news: 2 } } },
      ...{ c: { points: 500 }, organ: { filed: 1 } },
    },
    people: {},
  };
  const units = [
    ...[unit('a'), unit('b'), unit('c'), unit('d')],
    ...[unit('organ', { kind: 'county' }), unit('press', { kind: 'media' })],
    ...[unit('gone', { until: '2026-10-01' }), unit('new', { since: '2026-12-02' })],
  ];
  const { lines, zero, totals } = unitLines(tallies, units, span);
  expect(lines.map(({ id, rank }) => [id, rank])).toEqual([
    ...[
      ['b', 1],
      ['a', 2],
      ['c', 2],
      ['d', 4],
      ['organ', 4],
    ],
  ]);
  expect(lines[0]?.figures).toEqual({ filed: 2, points: 900 });
  expect(zero).toEqual(['c', 'd']);
  expect(totals).toEqual({ filed: 4, points: 1900 });
});

test('people by points, with their unit; who has nothing is left out', () => {
  const tallies: Tallies = {
    units: {},
    people: {
      lin: { points: 500, adopted: 1 },
      wang: { points: 500 },
      he: { pointsCumulative: 9 },
    },
  };
  const person = (_id: string) => ({ _id, name: _id, unitIds: ['a'] });
  const lines = personLines(tallies, ['wang', 'lin', 'he'].map(person), [unit('a')]);
  expect(lines.map(({ id, rank, unitName }) => [id, rank, unitName])).toEqual([
    ...[
      ['lin', 1, 'a'],
      ['wang', 1, 'a'],
    ],
  ]);
});

test('rules see everybody who is there, without what they posted before', () => {
  const entry = {
    ...{ ownerKey: 'unit:a', book: 'points', amount: 100, category: 'x', workId: null, title: '' },
  };
  const material = {
    ...{ period: '2026-11', facts: [], tallies: noTallies },
    entries: [
      { ...entry, causeKind: 'adoption', causeId: 'p' },
      { ...entry, causeKind: 'period', causeId: '2026-11' },
      { ...entry, causeKind: 'period', causeId: '2026-10' },
    ] as never,
    units: [unit('a', { quotaClass: 'A' }), unit('organ', { kind: 'county' })],
    people: [
      { _id: 'lin', unitIds: ['a'], leftOn: null },
      { _id: 'left', unitIds: [], leftOn: '2026-10-03' },
    ],
    shortBefore: [{ ruleId: 'q', ownerId: 'a', inARow: 2 }],
    held: new Map(),
  };
  const { accounts } = wholePeriod(material, [], span.from);
  expect(accounts.map(({ account, unitClass }) => [account.id, unitClass])).toEqual([
    ...[
      ['a', 'A'],
      ['lin', 'A'],
    ],
  ]);
  expect(accounts[0]?.sums.amounts).toEqual([{ book: 'points', category: 'x', amount: 200 }]);
  expect(accounts[0]?.shortBefore).toEqual({ q: 2 });
});

test('targets go owner by owner; shortfalls are kept for the next period', () => {
  const account = { kind: 'person' as const, id: 'lin' };
  const target = aTarget({ causeId: 'c', amount: 1, on: '2026-11-30', account });
  expect(byOwner([target, target], [{ _id: 'lin', unitIds: ['a'] }], 'root')).toMatchObject([
    { ownerKey: 'person:lin', unitId: 'a', targets: [target, target] },
  ]);
  const short = { ruleId: 'q', have: 0, need: 100 };
  const progress = [
    { ...short, ownerId: 'a', shortInARow: 2, isNamed: true },
    { ...short, ownerId: 'b', shortInARow: 0, isNamed: false },
  ];
  expect(shortRuns(progress)).toEqual({
    ...{ shorts: [{ ruleId: 'q', ownerId: 'a', inARow: 2 }], named: ['a'] },
  });
});
