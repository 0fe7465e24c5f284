/** Words that say the rulebook to whom it gives points, for whom no field or formula need be known. */
import type { NumberDimension, PeriodRule, Rule } from './rulebook';

type Split = Extract<Rule['shares'][number], { account: 'person' }>['split']['how'];
type Measure = Extract<PeriodRule['effect'], { kind: 'quota' }>['of'];

/** What stands before and behind a number. */
export const numberText: Record<NumberDimension, [string, string]> = {
  words: ['字数', '字'],
  duration: ['时长', '秒'],
  fee: ['媒体稿酬', '元'],
  reads: ['阅读量', '次'],
  forwards: ['转发量', '次'],
  photos: ['图片', '张'],
  credits: ['署名', '人'],
  quantity: ['数量', '件'],
  daysToReport: ['登记距刊发', '天'],
  daysPastMonth: ['登记在次月', '日'],
};

/** Where a day says more than its number. */
export const lateText: Partial<
  Record<NumberDimension, Record<'atLeast' | 'under', (number: string) => string>>
> = {
  daysToReport: {
    atLeast: (days) => `刊发后满 ${days} 天才登记的`,
    under: (days) => `刊发后不到 ${days} 天登记的`,
  },
  daysPastMonth: {
    atLeast: (day) => `次月 ${day} 日起登记的`,
    under: (day) => `次月 ${day} 日以前登记的`,
  },
};

export const unitText = { points: '分', yuan: '元', count: '篇' };

/** What one of a measure is. */
export const measuredUnit: Record<Exclude<Measure['kind'], 'amount'>, string> = {
  entries: '项',
  filings: '篇',
  facts: '次',
  jury: '分',
  weighted: '分',
};

const spanText = {
  month: { each: '每月', this: '当月', several: (count: number) => `${count} 个月` },
  quarter: { each: '每季', this: '当季', several: (count: number) => `${count} 个季度` },
  year: { each: '每年', this: '当年', several: (count: number) => `${count} 年` },
};

export const plainText = {
  none: '还没有施行计分办法。施行后，什么稿件、什么事项得多少分，会写在这里。',
  version: (version: number, since: string) => `第 ${version} 版，${since}起施行`,
  sections: { printing: '稿件被采用', fact: '登记事项' },
  inForce: '施行中',
  replaced: (since: string, version: number) => `${since}起改用第 ${version} 版`,
  former: (version: number, since: string) => `第 ${version} 版，${since}起`,
  and: '，',
  or: '、',
  sum: (amount: string, unit: string) => `${amount}${unit && ` ${unit}`}`,
  inUnit: (unit: string) => `单位：${unit}`,
  others: '其他',
  not: (values: string) => `不是${values}`,
  day: (year: number, month: number, day: number) => `${year}年${month}月${day}日`,
  about: (facts: string) => `被登记${facts}的`,
  of: (dimension: string, values: string) => `${dimension}：${values}`,
  known: (dimension: string) => `有${dimension}`,
  unknown: (dimension: string) => `没有${dimension}`,
  atLeast: ([name, unit]: [string, string], least: string) => `${name}满 ${least} ${unit}`,
  under: ([name, unit]: [string, string], under: string) => `${name}不到 ${under} ${unit}`,
  between: ([name, unit]: [string, string], least: string, under: string) =>
    `${name}满 ${least}、不到 ${under} ${unit}`,
  from: (on: string) => `${on}起`,
  to: (on: string) => `到${on}止`,
  fee: (percent: string) => `媒体所付稿酬的 ${percent}`,
  percent: (percent: number) => `${percent}%`,
  perNumber: ([name, unit]: [string, string], each: string, amount: string) =>
    `${name}每 ${each} ${unit}计 ${amount}`,
  perStart: ([name, unit]: [string, string], included: string, start: string) =>
    `${name} ${included} ${unit}以内计 ${start}`,
  perBeyond: ([, unit]: [string, string], each: string, amount: string) =>
    `以后每 ${each} ${unit}加 ${amount}`,
  rounding: {
    down: '，不足的不计',
    up: '，不足的也算一份',
    nearest: '，不足的四舍五入',
  },
  least: (amount: string) => `，最少 ${amount}`,
  most: (amount: string) => `，最多 ${amount}`,
  eachTime: (amount: string) => `每次 ${amount}`,
  lessEachTime: (amount: string) => `每次扣 ${amount}`,
  changes: {
    nothing: '不计',
    half: '减半',
    double: '加倍',
    times: (times: number) => `乘以 ${times}`,
    part: (percent: number) => `按 ${percent}% 计`,
    addPercent: (percent: number) => `加 ${percent}%`,
    lessPercent: (percent: number) => `减 ${percent}%`,
    add: (amount: string) => `加 ${amount}`,
    less: (amount: string) => `减 ${amount}`,
    number: ([name]: [string, string]) => `再乘以${name}`,
  },
  when: '适用',
  change: '加减',
  choice: '一稿多登',
  choices: {
    highest: '同一篇被几处采用，只计最高的一处',
    sum: '每采用一次，计一次',
    first: '只计最先刊发的一次',
    author: '由作者选一处计；没有选的，先按最高的计',
    highestPer: (dimension: string) => `每种${dimension}各计最高的一处`,
  },
  given: '记给',
  share: (account: string, terms: string) => `${account}（${terms}）`,
  splits: {
    equal: () => '几人合写的平均分',
    first: ({ percent }: Extract<Split, { kind: 'first' }>) =>
      `几人合写的，第一作者 ${percent}%，其余的人平均分`,
    parts: (how: Extract<Split, { kind: 'parts' }>, words: Record<string, string>) =>
      `几人合写的，按${Object.entries(how.weights)
        .map(([part, weight]) => `${words[part]} ${weight}`)
        .join('、')}分`,
    places: ({ percents }: Extract<Split, { kind: 'places' }>) =>
      `按署名顺序，第一位起依次 ${percents.map((percent) => `${percent}%`).join('、')}`,
  },
  holding: (who: string) => `${who}也占一份`,
  holders: { journalist: '媒体记者', outsider: '外单位作者' },
  cap: '封顶',
  caps: {
    each: (amount: string) => `每次最多 ${amount}`,
    work: (amount: string) => `每篇合计最多 ${amount}`,
    person: (amount: string) => `每人每篇最多 ${amount}`,
  },
  span: spanText,
  everyone: { person: '每个人', unit: '每个单位' },
  ofClasses: (classes: string) => `（考核分类：${classes}）`,
  measures: {
    amount: (categories: string, book: string) => `${categories}得的${book}`,
    withPeriods: (effects: string) => `（连同${effects}的增减）`,
    all: (book: string) => `得的全部${book}`,
    entries: (categories: string) => `${categories}的项数`,
    filings: (kinds: string) => `报送${kinds || '稿件'}`,
    facts: (kinds: string) => kinds || '登记事项',
    jury: '评委分',
    part: (measure: string, percent: number) => `${measure} × ${percent}%`,
    plus: ' + ',
  },
  sentence: (who: string, what: string) => `${who}${what}。`,
  everything: '各项',
  ofPeriods: '账期规则',
  mark: '：',
  start: (amount: string) => `先有基础分 ${amount}`,
  earn: (measure: string, unit: string, amount: string) => `${measure}，每 1 ${unit}计 ${amount}`,
  need: (measure: string, need: string) => `${measure}应满 ${need}`,
  short: (unit: string, amount: string) => `，每差 1 ${unit}扣 ${amount}`,
  over: (unit: string, amount: string) => `，每超 1 ${unit}加 ${amount}`,
  named: '；没完成的在通报里点名',
  namedAfter: (spans: string) => `；连续 ${spans}没完成的在通报里点名`,
  capped: (categories: string, amount: string) => `${categories}合计最多 ${amount}`,
  voided: (facts: string, span: string, categories: string, book: string) =>
    `有${facts}的，${span}${categories}得的${book}作废`,
  keep: {
    matter: (categories: string, count: number) =>
      `同一件事的${categories}，只计最高的 ${count} 项`,
    work: (categories: string, count: number) =>
      `同一篇稿件的${categories}，只计最高的 ${count} 项`,
    all: (categories: string, count: number) => `${categories}只计最高的 ${count} 项`,
  },
  prize: (who: string, measure: string) => `${who}按${measure}排名次：`,
  prized: { person: '个人', unit: '单位', works: '稿件' },
  place: (from: number, to: number, amount: string) =>
    from === to ? `第 ${to} 名 ${amount}` : `第 ${from}—${to} 名各 ${amount}`,
  leastScore: (least: string) => `（至少 ${least}才参加）`,
  juried: (percent: number) => `评委分按 ${percent}% 计入`,
  paid: (least: string, months: number) => `满 ${least}才发，${months} 个月内没满的失效`,
  dated: (books: string, day: string) => `${books}按${day}归月、季、年`,
};
