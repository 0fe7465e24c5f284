/** Words of the fields and kinds that a rulebook's forms offer. */
import { levelText } from '../../text/adoption';
import { factKindText, type PeriodRule, type Rule } from './rulebook';

type Effect = PeriodRule['effect'];
type Measure = Extract<Effect, { kind: 'quota' }>['of'];
type Split = Extract<Rule['shares'][number], { account: 'person' }>['split'];

export const choiceText = {
  highest: '同稿取最高',
  sum: '每次都计',
  first: '只计首次',
  author: '作者自选',
  highest_per: '每类取最高',
};

export const splitText = {
  equal: '平均分',
  first: '第一作者占比，其余平分',
  parts: '按分工',
  places: '按署名顺序',
};

export const baseText = {
  table: '表格',
  fixed: '定额',
  fee: '媒体稿酬倍数',
  steps: '阶梯',
  per: '按量',
};

export const changeText = {
  times: '乘以（%）',
  add_percent: '加基数的（%）',
  add: '加',
  times_number: '乘以数量',
};

export const effectText: Record<PeriodRule['effect']['kind'], string> = {
  start: '基础分',
  earn: '按量计分',
  quota: '定额',
  cap: '封顶',
  void: '作废',
  keep: '只计最高几项',
  prize: '按名次奖励',
  jury: '评委分',
  payout: '满额发放',
};

export const measureText: Record<Measure['kind'], string> = {
  amount: '得到的分值',
  entries: '采用或登记几项',
  filings: '报送几篇',
  facts: '登记事项的数量',
  jury: '评委分',
  weighted: '几项按比例合计',
};

export const holderText: Record<Split['holdPlaces'][number], string> = {
  journalist: '媒体记者占一份',
  outsider: '外单位作者占一份',
};

export const roundingText = { down: '舍去', up: '进一', nearest: '四舍五入' };
export const amongText = { accounts: '个人或单位', works: '稿件' };
export const keepText = { matter: '同一件事', work: '同一篇稿件', all: '全部' };
export const rateText = { no: '不计', yes: '计' };
export const dateCountedText = { printed: '刊发日', verified: '核定日' };

/** Beginnings of categories that the ledger gives by itself. */
export const categoryText: Record<string, string> = {
  adoption: '全部采用',
  ...Object.fromEntries(
    Object.entries(levelText).map(([level, words]) => [`adoption:${level}`, `${words}采用`]),
  ),
  fact: '全部登记事项',
  ...Object.fromEntries(
    Object.entries(factKindText).map(([kind, words]) => [`fact:${kind}`, words]),
  ),
  period: '全部账期规则',
  ...Object.fromEntries(
    Object.entries(effectText).map(([kind, words]) => [`period:${kind}`, `账期：${words}`]),
  ),
};

export const fieldText = {
  between: '、',
  all: '不限',
  none: '无',
  amount: '分值',
  ofFact: '分值（扣分填负数）',
  percent: '比例（%）',
  from: '达到',
  start: '起步分值',
  included: '起步分值包含多少（如前 1000 字）',
  each: '以后每多少算一份',
  further: '每次加',
  part: '每份加',
  rounding: '不足一份的',
  least: '保底',
  most: '封顶',
  first: '第一作者（%）',
  place: (place: number) => `第 ${place} 位（%）`,
  parts: { text: '文字份额', photo: '摄影份额', video: '摄像份额', edit: '编辑份额' },
  caps: { each: '每次采用封顶', work: '每篇合计封顶', person: '每人每篇封顶' },
  how: '怎样计',
  change: '怎样变',
  ofNumber: '按什么计',
  choice: '一篇稿件被多次采用',
  choicePer: '按什么分类',
  split: '多人署名怎样分',
  holdPlaces: '不计分的人占不占份额（不选就不占）',
  category: '归入类别（空着按采用级别、事项种类归）',
  addStep: '加一档',
  removeStep: (step: number) => `删除第 ${step} 档`,
  addPlace: '加一位',
  removePlace: (place: number) => `删除第 ${place} 位`,
  period: '每逢',
  account: '对谁',
  book: '记入',
  unitClasses: '只对哪些考核分类的单位（空着就是全部，几个用顿号隔开）',
  measure: '数什么',
  measureBook: '数哪一本账',
  measureBy: '按什么排名次',
  categories: '哪些类别',
  kinds: '哪些稿件类别',
  factKinds: '哪些登记事项',
  mark: '事项标记（空着不限）',
  addPart: '加一项',
  removePart: (part: number) => `删除第 ${part} 项`,
  need: '应完成',
  isShort: '没完成扣不扣',
  short: '每差一个扣',
  shortLimit: '最多扣',
  isOver: '超额加不加',
  over: '每超一个',
  overLimit: '最多加',
  limit: '最多',
  nameAfter: '连续几期未完成就通报',
  keep: '按什么归并',
  highest: '计最高几项',
  among: '给谁排名次',
  prizeTo: '名次到',
  removePrize: (to: number) => `删除名次到 ${to} 这一档`,
  addPrize: '加一档名次',
  jury: '评委分折算（%）',
  payoutLeast: '满多少才发',
  months: '几个月内有效',
  leastScore: '最低成绩',
};

/** A worked example under what is typed. */
export const exampleText = {
  gives: (of: string, number: number, amount: string) => `例如${of} ${number}，得 ${amount}。`,
  nothing: (of: string, number: number) => `例如${of} ${number}，不计。`,
  fee: (fee: string, amount: string) => `例如媒体稿酬 ${fee} 元，得 ${amount}。`,
};
