/** Words of the rulebook's pages. */
import type { InputOf, ValueOf } from '../../cloudfunctions/contract/index';
import { genreText, levelText, modeText, outletClassText, positionText } from './adoption';
import { kindText } from './story';

export type Rulebook = InputOf<'rulebook.draft'>['rulebook'];
export type Rule = Rulebook['rules'][number];
export type PeriodRule = Rulebook['periodRules'][number];
export type Condition = Rule['when']['conditions'][number];
export type WordDimension = Extract<Condition, { values: string[] }>['dimension'];
export type NumberDimension = Extract<Condition, { is: 'range' }>['dimension'];
type Move = ValueOf<'rulebook.try'>['moves'][number];

export const bookText: Record<Move['book'], string> = {
  points: '积分',
  yuan: '奖金',
  count: '篇数',
};
export const accountText = { person: '个人', unit: '单位' };

export const wordDimensionText: Record<WordDimension, string> = {
  level: '级别',
  outletClass: '媒体类别',
  outlet: '媒体',
  group: '媒体分组',
  position: '版位',
  genre: '体裁',
  mode: '采用方式',
  kind: '稿件类别',
  column: '专栏',
  unitClass: '单位分类',
  part: '作者分工',
  about: '另有登记',
  byline: '署名含',
  factKind: '登记事项',
  mark: '事项标记',
  holder: '登记在',
};

export const numberDimensionText: Record<NumberDimension, string> = {
  words: '字数',
  duration: '时长（秒）',
  fee: '稿酬（分）',
  reads: '阅读量',
  forwards: '转发量',
  photos: '图片数',
  credits: '署名人数',
  quantity: '数量',
  daysToReport: '登记距见报（天）',
  daysPastMonth: '登记在次月第几天',
};

export const factKindText: Record<string, string> = {
  instruction: '领导批示',
  meeting: '会议',
  activity: '活动',
  proposal: '提案建议',
  public_opinion: '社情民意',
  training: '培训',
  false_news: '失实稿件',
  negative_news: '负面新闻',
  late_return: '迟报',
  missed_return: '漏报',
  missed_commission: '未完成约稿',
  honour: '荣誉',
  other: '其他',
};

/** What may be chosen of a dimension; one without is typed in. */
export const valueText: Partial<Record<WordDimension, Record<string, string>>> = {
  level: levelText,
  outletClass: outletClassText,
  position: positionText,
  genre: genreText,
  mode: modeText,
  kind: kindText,
  part: { text: '文字', photo: '摄影', video: '摄像', edit: '编辑' },
  about: factKindText,
  byline: { journalist: '媒体记者', outsider: '外单位人员', own: '本队伍人员' },
  factKind: factKindText,
  holder: { person: '个人', unit: '单位' },
};

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
  fee: '稿酬倍数',
  steps: '阶梯',
  per: '按量',
};

export const changeText = {
  times: '乘以（%）',
  add_percent: '加基数的（%）',
  add: '加',
  times_number: '乘以数量',
};

export const periodText = { month: '每月', quarter: '每季', year: '每年' };

export const effectText: Record<PeriodRule['effect']['kind'], string> = {
  start: '基础分',
  earn: '按量得分',
  quota: '定额',
  cap: '封顶',
  void: '作废',
  keep: '只计最高几项',
  prize: '按名次奖励',
  jury: '评委分',
  payout: '满额发放',
};

export const rulebookText = {
  and: '，',
  among: '、',
  not: '非',
  known: (dimension: string) => `有${dimension}`,
  unknown: (dimension: string) => `无${dimension}`,
  words: (dimension: string, values: string) => `${dimension}：${values}`,
  atLeast: (dimension: string, least: number) => `${dimension}≥${least}`,
  under: (dimension: string, under: number) => `${dimension}<${under}`,
  between: (dimension: string, least: number, under: number) =>
    `${dimension} ${least}—${under - 1}`,
  all: '不限',
  rest: '其余',
  from: (on: string) => `${on} 起`,
  to: (on: string) => `至 ${on}`,
  unnamed: '未命名',
  causes: { printing: '媒体采用', fact: '登记事项' },
  summary: (cause: string, choice: string, shares: string) => `${cause} · ${choice} · ${shares}`,
  share: (account: string, book: string) => `${account}${book}`,
  version: (version: number) => `第 ${version} 版`,
  effective: (on: string) => `${on} 起生效`,
  enacted: (by: string, on: string) => `${by} 于 ${on} 施行`,
  drafted: (by: string, on: string) => `${by} 于 ${on} 保存`,
  rules: (count: number) => `${count} 条规则`,
  inForce: '施行中',
  future: '待生效',
  past: '已被替代',
  saved: '已存为草稿',
  enactedNow: '已施行',
  dirty: '有改动还没有保存',
  clean: '草稿已保存',
  noRule: '这条规则不在草稿里，请回到计分办法重新选择。',
  nameMissing: '请填写名称',
  newRule: { printing: '新的采用规则', fact: '新的登记事项规则' },
  newPeriodRule: '新的账期规则',
  newLabel: '合计',
  enact: {
    title: '施行这份办法？',
    words: (on: string) =>
      `${on} 及以后见报、发生的事项按新办法计分；此前已入账的积分不变。施行后这一版不能再改。`,
    confirm: '施行',
    cancel: '再看看',
  },
  remove: { title: '删去这条规则？', confirm: '删去', cancel: '保留' },
  problems: {
    id_twice: '有两条规则编号相同',
    table_uneven: '表格的行列对不齐',
    range_empty: '数值范围是空的',
    days_reversed: '起止日期颠倒',
    day_unreal: '日期不存在',
    printing_only: '用了只有媒体采用才有的条件',
    fact_only: '用了只有登记事项才有的条件',
    split_empty: '分配比例是零',
    nothing_counted: '还没有任何规则',
  } as Record<string, string>,
  problem: (rule: string, why: string) => (rule === '' ? `${why}。` : `“${rule}”：${why}。`),
};

export const fieldText = {
  between: '、',
  amount: '分值',
  percent: '比例（%）',
  from: '达到',
  start: '起步分值',
  included: '起步含',
  each: '每增加',
  further: '每次加',
  least: '保底',
  most: '封顶',
  first: '第一作者（%）',
  place: (place: number) => `第 ${place} 位（%）`,
  parts: { text: '文字份额', photo: '摄影份额', video: '摄像份额', edit: '编辑份额' },
  caps: { each: '每次采用封顶', work: '每篇合计封顶', person: '每人每篇封顶' },
  need: '应完成',
  short: '每差一个',
  shortLimit: '最多扣',
  over: '每超一个',
  overLimit: '最多加',
  limit: '最多',
  nameAfter: '连续几期未完成就通报',
  highest: '计最高几项',
  prizeTo: '名次到',
  months: '几个月内有效',
  leastScore: '最低成绩',
};

export const trialText = {
  running: (works: number) => `正在试算，已看 ${works} 篇`,
  done: (works: number, facts: number) => `共 ${works} 篇稿件、${facts} 条登记事项`,
  nobody: '这个账期里，没有人的积分和奖金会变。',
  moved: (count: number) => `${count} 个账户会变`,
  change: (before: string, after: string) => `${before} → ${after}`,
  up: (amount: string) => `+${amount}`,
  down: (amount: string) => `−${amount}`,
  unknown: '已离册',
};
