import { evaluateFact } from '../../../cloudfunctions/domain/points/evaluate-fact';
import type { RegisteredFact } from '../../../cloudfunctions/domain/points/facts';
import { presets, type PresetKey } from '../../../cloudfunctions/domain/points/presets';
import { aFact, saidOf } from '../../support/domain/points';

const cases: [key: PresetKey, fact: RegisteredFact, said: string[]][] = [
  // R7
  [
    'renshe',
    aFact('missed_commission', { quantity: 2 }),
    ['chengguan points -10: 未完成约稿 −5 × 次数 2 = −10'],
  ],
  ['renshe', aFact('false_news'), ['chengguan points -5: 失实稿件扣分 −5']],
  ['renshe', aFact('negative_news'), ['chengguan points -10: 负面新闻扣分 −10']],
  // R14
  [
    'minjin',
    aFact('instruction', { level: 'provincial' }),
    [
      'lin points 100: 省级领导批示 100',
      'lin yuan 100: 省级领导批示 100 元',
      'chengguan points 100: 省级领导批示 100',
    ],
  ],
  ['minjin', aFact('instruction', { level: 'county' }), []],
  // R16
  [
    'tongcheng',
    aFact('public_opinion', { mark: 'adopted' }),
    ['lin points 15: 社情民意信息 10 + 被采用 5 = 15'],
  ],
  ['tongcheng', aFact('proposal', { quantity: 3 }), ['lin points 30: 提案 10 × 次数 3 = 30']],
  ['tongcheng', aFact('meeting', { personId: null }), []],
  // R17
  ['minhang', aFact('public_opinion', { mark: 'contributor' }), ['lin points 3: 参与人 3']],
  ['minhang', aFact('public_opinion'), ['lin points 15: 执笔人 15']],
  // R22
  ['site', aFact('honour', { mark: 'monthly' }), ['lin yuan 500: 月奖 500 元']],
  ['site', aFact('honour', { mark: 'daily_second' }), ['lin yuan 10: 日二等奖 10 元']],
  // The county's own
  [
    'county',
    aFact('instruction', { level: 'city' }),
    ['lin points 20: 市级领导批示 20', 'chengguan points 20: 市级领导批示 20'],
  ],
  ['county', aFact('instruction', { level: null }), []],
];

test.each(cases.map(([key, fact, said]) => ({ key, fact, said, as: said[0] ?? '不计' })))(
  '$key: $as',
  ({ key, fact, said }) => {
    expect(saidOf(evaluateFact([presets[key]], fact, { unitClass: null }))).toEqual(said);
  },
);

test('a fact that is withdrawn brings nothing', () => {
  const fact = aFact('meeting', { state: 'withdrawn' });
  expect(evaluateFact([presets.county], fact, { unitClass: null })).toEqual([]);
});

test('a fact before any rulebook brings nothing', () => {
  const fact = aFact('meeting', { occurredOn: '2025-12-31' });
  expect(evaluateFact([presets.county], fact, { unitClass: null })).toEqual([]);
});
