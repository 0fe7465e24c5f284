/** Worked cases of R1 to R10, derived from the text of their sources: figures in, figures out. */
import { evaluateFamily } from '../../../cloudfunctions/domain/points/evaluate-family';
import type { WorkFacts } from '../../../cloudfunctions/domain/points/facts';
import { presets, type PresetKey } from '../../../cloudfunctions/domain/points/presets';
import { aCredit, aPrinting, aWork, saidOf } from '../../support/domain/points';

const web = { outletClass: 'web' as const };
const paper = (name: string, words: number) => {
  const printing = aPrinting('provincial', { words });
  return { ...printing, outlet: { ...printing.outlet, name } };
};
const inFestival = { printedOn: '2011-08-01' };
const two = { credits: [aCredit('lin'), aCredit('zhao')] };

type Case = [key: PresetKey, work: WorkFacts, said: string[]];

const cases: Case[] = [
  // R1
  [
    'qianshan',
    aWork([aPrinting('national', { words: 500 })]),
    ['lin yuan 800: 国家级500字以上 800 元'],
  ],
  [
    'qianshan',
    aWork([aPrinting('national', { words: 499 })]),
    ['lin yuan 400: 国家级200至500字 400 元'],
  ],
  [
    'qianshan',
    aWork([aPrinting('national', { words: 199 })]),
    ['lin yuan 100: 国家级200字以下 100 元'],
  ],
  [
    'qianshan',
    aWork([aPrinting('national', { words: null })]),
    ['lin yuan 100: 国家级200字以下 100 元'],
  ],
  ['qianshan', aWork([paper('安徽日报', 600)]), ['lin yuan 400: 安徽日报500字以上 400 元']],
  ['qianshan', aWork([paper('江淮法治', 300)]), ['lin yuan 100: 江淮法治200至500字 100 元']],
  [
    'qianshan',
    aWork([paper('安徽人大工作通讯', 300)]),
    ['lin yuan 50: 安徽人大工作通讯200至500字 50 元'],
  ],
  [
    'qianshan',
    aWork([paper('安徽人大工作通讯', 100)]),
    ['lin yuan 40: 安徽人大工作通讯200字以下 40 元'],
  ],
  ['qianshan', aWork([paper('某晚报', 900)]), []],
  // R3
  [
    'jinan',
    aWork([aPrinting('national', { position: 'front_lead' })]),
    ['lin yuan 2000: 中央媒体头条 2000 元'],
  ],
  [
    'jinan',
    aWork([aPrinting('national', { position: 'front' })]),
    ['lin yuan 1000: 中央媒体头版 1000 元'],
  ],
  ['jinan', aWork([aPrinting('national', web)]), ['lin yuan 500: 全国性网站 500 元']],
  [
    'jinan',
    aWork([aPrinting('provincial', { position: 'front_lead' })]),
    ['lin yuan 1000: 省级主要媒体头条 1000 元'],
  ],
  ['jinan', aWork([aPrinting('provincial')]), ['lin yuan 500: 省级主要媒体 500 元']],
  [
    'jinan',
    aWork([aPrinting('provincial', { group: '省级都市报', position: 'front' })]),
    ['lin yuan 300: 省级都市报头版 300 元'],
  ],
  ['jinan', aWork([aPrinting('provincial', web)]), ['lin yuan 100: 省级网站 100 元']],
  [
    'jinan',
    aWork([aPrinting('city', { position: 'front' })]),
    ['lin yuan 200: 市级媒体头版 200 元'],
  ],
  [
    'jinan',
    aWork([aPrinting('city', web)], two),
    [
      'lin yuan 25: 市级网站 50 × 联合署名 ½ = 25 元',
      'zhao yuan 25: 市级网站 50 × 联合署名 ½ = 25 元',
    ],
  ],
  // R4
  ['anlong', aWork([aPrinting('city', inFestival)]), ['lin yuan 50: 州级报纸消息 50 元']],
  [
    'anlong',
    aWork([aPrinting('provincial', { ...inFestival, genre: 'feature', words: 1000 })]),
    ['lin yuan 300: 省级报纸通讯（千字以上） 300 元'],
  ],
  [
    'anlong',
    aWork([aPrinting('national', { ...inFestival, position: 'page_lead' })]),
    ['lin yuan 1500: 国家级报纸版面头条 1500 元'],
  ],
  [
    'anlong',
    aWork([aPrinting('city', { ...inFestival, position: 'page_lead' })]),
    ['lin yuan 50: 州级报纸消息 50 元'],
  ],
  [
    'anlong',
    aWork([aPrinting('provincial', { ...inFestival, outletClass: 'tv' })]),
    ['lin yuan 200: 省级电视 200 元'],
  ],
  [
    'anlong',
    aWork([aPrinting('national', { ...inFestival, outletClass: 'radio' })]),
    ['lin yuan 300: 国家级广播 300 元'],
  ],
  ['anlong', aWork([aPrinting('city', { printedOn: '2011-09-01' })]), []],
  // R6
  [
    'pujiang',
    aWork([aPrinting('city'), aPrinting('provincial', { position: 'important' })]),
    ['lin yuan 400: 省级 200 + 重要位置 200 = 400 元（同稿 2 次采用取最高）'],
  ],
  [
    'pujiang',
    aWork([aPrinting('national', { ...web, mode: 'repost' }), aPrinting('city')]),
    ['lin yuan 100: 市级 100 元'],
  ],
  ['pujiang', aWork([aPrinting('national', { genre: 'other' })]), []],
  [
    'pujiang',
    aWork([aPrinting('national')], {
      credits: [aCredit('sun', { isJournalist: true }), aCredit('lin')],
    }),
    [],
  ],
  // R7
  [
    'renshe',
    aWork([aPrinting('city', { position: 'front_lead' }), aPrinting('national')]),
    [
      ...['lin points 8: 市级头版头条 8', 'chengguan points 8: 市级头版头条 8'],
      ...['lin points 20: 国家级 20', 'chengguan points 20: 国家级 20'],
    ],
  ],
  [
    'renshe',
    aWork([aPrinting('provincial', { printedOn: '2026-10-20', reportedOn: '2026-11-05' })]),
    ['lin points 6: 省级 6', 'chengguan points 6: 省级 6'],
  ],
  [
    'renshe',
    aWork([aPrinting('provincial', { printedOn: '2026-10-20', reportedOn: '2026-11-06' })]),
    [],
  ],
  [
    'renshe',
    aWork([aPrinting('city')], { about: ['false_news'] }),
    ['lin points 0: 市级 4 × 失实稿件 0 = 0', 'chengguan points 0: 市级 4 × 失实稿件 0 = 0'],
  ],
  // R8
  [
    'changshan',
    aWork([aPrinting('city', { mode: 'composite' })]),
    ['chengguan points 20: 市级综合采用 20', 'lin points 20: 市级综合采用 20'],
  ],
  [
    'changshan',
    aWork([aPrinting('county', { genre: 'feature' })]),
    ['chengguan points 30: 县级专题 30', 'lin points 30: 县级专题 30'],
  ],
  // R10
  [
    'shucheng',
    aWork([aPrinting('county', { ...web, photoCount: 1 })]),
    ['lin yuan 30: 县级网站 30 元'],
  ],
  ['shucheng', aWork([aPrinting('city', { photoCount: 2 })]), ['lin yuan 200: 市级日报 200 元']],
  [
    'shucheng',
    aWork([aPrinting('provincial', { photoCount: 1, words: 1000 })]),
    ['lin yuan 300: 省级报纸 300 元'],
  ],
  [
    'shucheng',
    aWork([aPrinting('provincial', { photoCount: 1, words: 3100 })]),
    ['lin yuan 500: 省级报纸 500 元'],
  ],
  [
    'shucheng',
    aWork([aPrinting('national', { photoCount: 1, words: 2000 })]),
    ['lin yuan 1000: 国家级报纸 1000 元'],
  ],
  ['shucheng', aWork([aPrinting('national')]), []],
];

test.each(cases.map(([key, work, said]) => ({ key, work, said, as: said[0] ?? '不计' })))(
  '$key: $as',
  ({ key, work, said }) => {
    expect(saidOf(evaluateFamily([presets[key]], work))).toEqual(said);
  },
);
