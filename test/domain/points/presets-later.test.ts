/** Worked cases of R11 to R22 and of the county's own table: figures in, figures out. */
import { evaluateFamily } from '../../../cloudfunctions/domain/points/evaluate-family';
import type { WorkFacts } from '../../../cloudfunctions/domain/points/facts';
import { presets, type PresetKey } from '../../../cloudfunctions/domain/points/presets';
import { aCredit, aPrinting, aWork, saidOf } from '../../support/domain/points';

const web = { outletClass: 'web' as const };
const two = { credits: [aCredit('lin'), aCredit('zhao')] };

type Case = [key: PresetKey, work: WorkFacts, said: string[]];

const cases: Case[] = [
  // R11
  [
    'railway',
    aWork([aPrinting('national', { position: 'front_lead', words: 1500 })]),
    [
      'lin yuan 200: 中央级 200 元',
      'lin points 80: 每篇 1 × 中央级 20 × 头版头条 2 × 长稿 2 = 80',
      'chengguan points 80: 每篇 1 × 中央级 20 × 头版头条 2 × 长稿 2 = 80',
    ],
  ],
  [
    'railway',
    aWork([aPrinting('city')]),
    [
      'lin yuan 50: 市级 50 元',
      ...['lin points 4: 每篇 1 × 市级 4 = 4', 'chengguan points 4: 每篇 1 × 市级 4 = 4'],
    ],
  ],
  // R12
  ['app', aWork([aPrinting('county', { outletClass: 'app', reads: 999 })]), []],
  [
    'app',
    aWork([aPrinting('county', { outletClass: 'app', reads: 1000 })]),
    ['lin yuan 25: 阅读量 25 元'],
  ],
  [
    'app',
    aWork([aPrinting('county', { outletClass: 'app', reads: 600_000 })]),
    ['lin yuan 1000: 阅读量 1000 元'],
  ],
  // R14
  [
    'minjin',
    aWork([aPrinting('national')], two),
    [
      ...['lin points 50', 'zhao points 50'].map(
        (start) => `${start}: 中央采用 100 × 联合署名 ½ = 50`,
      ),
      ...['lin yuan 50', 'zhao yuan 50'].map(
        (start) => `${start}: 中央采用 100 × 联合署名 ½ = 50 元`,
      ),
      'chengguan points 100: 中央采用 100',
    ],
  ],
  // R15
  [
    'zhigong',
    aWork([aPrinting('city')]),
    ['lin points 40: 单篇 40', 'chengguan points 40: 单篇 40'],
  ],
  [
    'zhigong',
    aWork([aPrinting('city', { mode: 'composite' })]),
    [
      'lin points 20: 单篇 40 × 与其他单位合并采用 ½ = 20',
      'chengguan points 20: 单篇 40 × 与其他单位合并采用 ½ = 20',
    ],
  ],
  [
    'zhigong',
    aWork([aPrinting('city', { genre: 'image' })]),
    ['lin points 10: 简讯或图片 10', 'chengguan points 10: 简讯或图片 10'],
  ],
  [
    'zhigong',
    aWork([aPrinting('national', { outletClass: 'tv' })]),
    ['lin points 30: 国家级电视台 30', 'chengguan points 30: 国家级电视台 30'],
  ],
  // R16
  [
    'tongcheng',
    aWork([aPrinting('provincial', { outletClass: 'bulletin' })], {
      kind: 'public_opinion',
      credits: [aCredit('lin'), aCredit('zhao'), aCredit('qian')],
    }),
    [
      'lin points 7.5: （社情民意信息 10 + 被采用 5） × 第一作者 ½ = 7.5',
      'zhao points 3.75: （社情民意信息 10 + 被采用 5） × 其他作者 ½ × ½ = 3.75',
      'qian points 3.75: （社情民意信息 10 + 被采用 5） × 其他作者 ½ × ½ = 3.75',
    ],
  ],
  // R17
  [
    'minhang',
    aWork([aPrinting('city')], {
      kind: 'public_opinion',
      credits: [aCredit('lin'), aCredit('zhao'), aCredit('qian')],
    }),
    [
      'lin points 15: 信息采用 15',
      'zhao points 3: 信息采用 15 × 第2作者 0.2 = 3',
      'qian points 3: 信息采用 15 × 第3作者 0.2 = 3',
    ],
  ],
  // R19
  [
    'yongfu',
    aWork([aPrinting('city')], two),
    [
      'lin count 0.5: 采用篇数 1 × 联合署名 ½ = 0.5',
      'zhao count 0.5: 采用篇数 1 × 联合署名 ½ = 0.5',
      'chengguan count 1: 采用篇数 1',
    ],
  ],
  // R22
  ['site', aWork([aPrinting('own', web)]), ['lin yuan 5: 文字 5 元']],
  ['site', aWork([aPrinting('own', { ...web, photoCount: 3 })]), ['lin yuan 10: 图文 10 元']],
  ['site', aWork([aPrinting('own', { ...web, genre: 'video' })]), ['lin yuan 15: 视频 15 元']],
  [
    'site',
    aWork([
      aPrinting('own', { ...web, printedOn: '2026-11-01' }),
      aPrinting('city', { words: 1000 }),
    ]),
    ['lin yuan 5: 文字 5 元', 'lin yuan 100: 千字以上报纸选用 100 元'],
  ],
  // The county's own
  [
    'county',
    aWork([aPrinting('provincial', { position: 'front' }), aPrinting('county', web)], two),
    [
      ...['lin', 'zhao'].map((who) => `${who} count 0.5: 采用篇数 1 × 联合署名 ½ = 0.5`),
      'chengguan count 1: 采用篇数 1',
      ...['lin', 'zhao'].map((who) => `${who} count 0.5: 采用篇数 1 × 联合署名 ½ = 0.5`),
      'chengguan count 1: 采用篇数 1',
      ...['lin', 'zhao'].map(
        (who) => `${who} points 20: 省级报刊头版 40 × 联合署名 ½ = 20（同稿 2 次采用取最高）`,
      ),
      'chengguan points 40: 省级报刊头版 40（同稿 2 次采用取最高）',
      ...['lin', 'zhao'].map(
        (who) => `${who} yuan 100: 省级 200 × 联合署名 ½ = 100 元（同稿 2 次采用取最高）`,
      ),
    ],
  ],
];

test.each(cases.map(([key, work, said]) => ({ key, work, said, as: said[0] ?? '不计' })))(
  '$key: $as',
  ({ key, work, said }) => {
    expect(saidOf(evaluateFamily([presets[key]], work))).toEqual(said);
  },
);
