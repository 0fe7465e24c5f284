import {
  evaluatePeriod,
  quotaProgress,
} from '../../../cloudfunctions/domain/points/evaluate-period';
import { presets, type PresetKey } from '../../../cloudfunctions/domain/points/presets';
import {
  saidOf,
  seenIn,
  type AccountByEntries,
  type PeriodEntry,
} from '../../support/domain/points';

function anEntry(amount: number, entry: Partial<PeriodEntry> = {}): PeriodEntry {
  return {
    ...{ book: 'points', amount: amount * 100, category: 'adoption:city', causeId: 'c1' },
    ...{ workId: null, title: '' },
    ...entry,
  };
}

function anAccount(id: string, account: Partial<AccountByEntries> = {}): AccountByEntries {
  return {
    account: { kind: 'unit', id },
    unitClass: null,
    entries: [],
    filed: {},
    facts: [],
    unpaid: [],
    shortBefore: {},
    ...account,
  };
}

const aPerson = (id: string, account: Partial<AccountByEntries> = {}) =>
  anAccount(id, { account: { kind: 'person', id }, ...account });

const inPeriod = (
  key: PresetKey,
  period: string,
  accounts: AccountByEntries[],
  jury: { subjectId: string; amount: number }[] = [],
) => saidOf(evaluatePeriod(presets[key], seenIn(presets[key], { period, accounts, jury })));

test('R7: what is short of the month counts double, and a negative item voids the month', () => {
  const facts = [{ kind: 'negative_news' as const, mark: null, quantity: 1 }];
  const accounts = [
    anAccount('short', { entries: [anEntry(4)] }),
    anAccount('full', { entries: [anEntry(20)] }),
    anAccount('void', { entries: [anEntry(20)], facts }),
  ];
  expect(inPeriod('renshe', '2026-11', accounts)).toEqual([
    'void points -20: 负面新闻当月积分作废：合计 20 作废 = −20',
    'short points -12: 月度定额：定额 10，完成 4，差 6 × −2 = −12',
    'void points -20: 月度定额：定额 10，完成 0，差 10 × −2 = −20',
  ]);
});

test('R7: three months in a row below quota are named', () => {
  const accounts = [2, 1].map((months) =>
    anAccount(`u${months}`, { shortBefore: { quota: months } }),
  );
  const progress = quotaProgress(
    presets.renshe,
    seenIn(presets.renshe, { period: '2026-11', accounts, jury: [] }),
  );
  expect(progress.map(({ ownerId, isNamed }) => [ownerId, isNamed])).toEqual([
    ['u2', true],
    ['u1', false],
  ]);
});

test('R7: fifteen units and thirty people are commended, ties with them', () => {
  const units = Array.from({ length: 20 }, (_, at) =>
    anAccount(`unit${at}`, { entries: [anEntry(at < 16 ? 50 : 40 - at)] }),
  );
  expect(inPeriod('renshe', '2026', units)).toHaveLength(16);
});

test('R8: filing earns at most ten a month', () => {
  const accounts = [
    anAccount('few', { filed: { news: 3 } }),
    anAccount('many', { filed: { news: 40 } }),
  ];
  expect(inPeriod('changshan', '2026-11', accounts)).toEqual([
    'few points 3: 报送基础分：3 × 1（至多 10） = 3',
    'many points 10: 报送基础分：40 × 1（至多 10） = 10',
  ]);
});

test('R8: a township owes eight news items a month, classes of departments less', () => {
  const accounts = [
    anAccount('chengguan', { unitClass: '乡镇', filed: { news: 5, feature: 4 } }),
    anAccount('jiaoyu', { unitClass: 'A', filed: { news: 6 } }),
    anAccount('wenlian', { unitClass: 'C', filed: { news: 1 } }),
  ];
  const progress = quotaProgress(
    presets.changshan,
    seenIn(presets.changshan, { period: '2026-11', accounts, jury: [] }),
  );
  expect(
    progress.map(({ ownerId, have, need, isNamed }) => [ownerId, have / 100, need / 100, isNamed]),
  ).toEqual([
    ['chengguan', 5, 8, true],
    ['jiaoyu', 6, 6, false],
    ['wenlian', 1, 2, true],
  ]);
});

test('R12: the five works with most in each column; who shares a work shares its prize', () => {
  const entry = (amount: number, workId: string) =>
    anEntry(amount, { book: 'yuan', category: 'adoption:first_column', workId, causeId: workId });
  const accounts = [
    aPerson('lin', { entries: [entry(150, 'w1'), entry(100, 'w2'), entry(25, 'w6')] }),
    aPerson('zhao', {
      entries: [entry(150, 'w1'), entry(90, 'w3'), entry(80, 'w4'), entry(70, 'w5')],
    }),
  ];
  expect(inPeriod('app', '2026-11', accounts)).toEqual([
    'lin yuan 25: 身边事每月前五名：第 1 名 50 = 25 元',
    'zhao yuan 25: 身边事每月前五名：第 1 名 50 = 25 元',
    'lin yuan 50: 身边事每月前五名：第 2 名 50 = 50 元',
    'zhao yuan 50: 身边事每月前五名：第 3 名 50 = 50 元',
    'zhao yuan 50: 身边事每月前五名：第 4 名 50 = 50 元',
    'zhao yuan 50: 身边事每月前五名：第 5 名 50 = 50 元',
  ]);
});

test('R12: ten works of the year by the points of the jury', () => {
  const works = Array.from({ length: 12 }, (_, at) => `w${at}`);
  const entries = works.map((workId) => anEntry(25, { book: 'yuan', workId, causeId: workId }));
  const jury = works.slice(0, 11).map((subjectId, at) => ({ subjectId, amount: 9000 - at * 100 }));
  const said = inPeriod('app', '2026', [aPerson('lin', { entries })], jury);
  expect(said).toHaveLength(10);
  expect(said[0]).toBe('lin yuan 1000: 年度十佳作品：第 1 名 1000 = 1000 元');
});

test('R16: proposals to 25, opinions to 15, meetings to 50, activities to 10', () => {
  const entry = (amount: number, category: string) =>
    anEntry(amount, { category, causeId: category });
  const entries = [
    ...[entry(30, 'duty:proposal'), entry(20, 'duty:opinion')],
    ...[entry(40, 'duty:meeting'), entry(12, 'duty:activity')],
  ];
  expect(inPeriod('tongcheng', '2026', [aPerson('lin', { entries })])).toEqual([
    'lin points -5: 提案全年封顶：合计 30，封顶 25 = −5',
    'lin points -5: 社情民意全年封顶：合计 20，封顶 15 = −5',
    'lin points -2: 活动全年封顶：合计 12，封顶 10 = −2',
  ]);
});

test('R17: of an own and a joint piece on one matter the higher counts', () => {
  const entry = (amount: number, title: string, causeId: string) =>
    anEntry(amount, { category: 'duty:opinion', title, causeId });
  const entries = [
    entry(15, '校门口停车', 'c1'),
    entry(3, '校门口停车', 'c2'),
    entry(3, '河道清淤', 'c3'),
  ];
  expect(inPeriod('minhang', '2026', [aPerson('lin', { entries })])).toEqual([
    'lin points -3: 同一事项就高：只计最高 1 项，其余 3 不计 = −3',
  ]);
});

test('R19: ten to start with, above quota adds, below subtracts, never below nothing', () => {
  const counted = (id: string, count: number) =>
    anAccount(id, { entries: [anEntry(count, { book: 'count' })] });
  const said = inPeriod('yongfu', '2026', [
    counted('over', 16),
    counted('even', 12),
    counted('none', 0),
  ]);
  expect(said).toEqual([
    ...['over', 'even', 'none'].map((id) => `${id} points 10: 宣传考核基本分：10 = 10`),
    'over points 2: 全年采用定额：定额 12，完成 16，超 4 × 0.5（至多 5） = 2',
    'none points -10: 全年采用定额：定额 12，完成 0，差 12 × −1（至多 10） = −10',
  ]);
});

test('R22: what has not come to fifty within three months lapses', () => {
  const unpaid = [
    { amount: 2000, earnedOn: '2026-08-31' },
    { amount: 1000, earnedOn: '2026-09-01' },
  ];
  const entries = [anEntry(15, { book: 'yuan' })];
  const accounts = [
    aPerson('little', { unpaid }),
    aPerson('close', { unpaid, entries }),
    aPerson('enough', { unpaid, entries: [anEntry(20, { book: 'yuan' })] }),
  ];
  expect(inPeriod('site', '2026-11', accounts)).toEqual([
    'little yuan -20: 满50元发放：3 个月内未满 50，20 失效 = −20 元',
    'close yuan -20: 满50元发放：3 个月内未满 50，20 失效 = −20 元',
  ]);
});

test('the county: own media to 20 a month, two stories owed', () => {
  const accounts = [
    aPerson('lin', { entries: [anEntry(23, { category: 'adoption:own' })] }),
    anAccount('chengguan', { filed: { news: 1 } }),
  ];
  expect(inPeriod('county', '2026-11', accounts)).toEqual([
    'lin points -3: 本级采用月封顶：合计 23，封顶 20 = −3',
    'chengguan points -2: 每月投稿定额：定额 2，完成 1，差 1 × −2（至多 4） = −2',
  ]);
});
