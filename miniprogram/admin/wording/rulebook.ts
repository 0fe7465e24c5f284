/** Words of the rulebook's pages. */
import type { InputOf, ValueOf } from '../../../cloudfunctions/contract/index';
import {
  factKindText as allFactKinds,
  genreText,
  levelText,
  modeText,
  outletClassText,
  positionText,
} from '../../text/adoption';
import { kindText } from '../../text/story';

export type Rulebook = InputOf<'rulebook.draft'>['rulebook'];
export type Rule = Rulebook['rules'][number];
export type PeriodRule = Rulebook['periodRules'][number];
export type Condition = Rule['when']['conditions'][number];
export type WordDimension = Extract<Condition, { values: string[] }>['dimension'];
export type NumberDimension = Extract<Condition, { is: 'range' }>['dimension'];
type Move = ValueOf<'trial.show'>['moves'][number];

export const bookText: Record<Move['book'], string> = {
  points: '积分',
  yuan: '稿酬',
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
  unitClass: '考核分类',
  part: '作者分工',
  about: '另有登记',
  byline: '署名含',
  factKind: '登记事项',
  mark: '事项标记',
  holder: '登记在',
};

/** No printing is told apart by these. */
export const ofFactsAlone: string[] = ['factKind', 'mark', 'holder'];

export const numberDimensionText: Record<NumberDimension, string> = {
  words: '字数',
  duration: '时长（秒）',
  fee: '媒体稿酬（人民币分）',
  reads: '阅读量',
  forwards: '转发量',
  photos: '图片数',
  credits: '署名人数',
  quantity: '数量',
  daysToReport: '登记距刊发（天）',
  daysPastMonth: '登记在次月第几天',
};

/** What a rule may ask for; a jury's points are posted by the period's own rule. */
const { jury: _jury, ...ruledFacts } = allFactKinds;
export const factKindText: Record<string, string> = ruledFacts;

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

export const periodText = { month: '每月', quarter: '每季', year: '每年' };

export const howText = { is: '是', not: '不是', known: '有记载', unknown: '没有记载' };

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
  dateCounted: (book: string) => `${book}按哪天归账期`,
  share: (account: string, book: string) => `${account}${book}`,
  version: (version: number) => `第 ${version} 版`,
  effective: (on: string) => `${on}起生效`,
  enacted: (by: string, on: string) => `${by}，${on}施行`,
  drafted: (by: string, on: string) => `${by}，${on}保存`,
  rules: (count: number) => `${count} 条规则`,
  inForce: '施行中',
  future: '待生效',
  past: '已被替代',
  saved: '已存为草稿',
  enactedNow: '已施行',
  dirty: '有改动还没有保存',
  clean: '草稿已保存',
  noRule: '这条规则不在草稿里，请到计分办法重新选择。',
  nameMissing: '请填写名称',
  ruleUnnamed: '有一条规则还没有名称',
  newRule: { printing: '新的采用规则', fact: '新的登记事项规则' },
  newPeriodRule: '新的账期规则',
  newLabel: '合计',
  enact: {
    title: '施行这份办法？',
    words: (on: string) =>
      `${on} 及以后刊发、发生的事项按新办法计分；此前已入账的积分不变。施行后这一版不能再改。`,
    confirm: '施行',
    cancel: '再看看',
  },
  raised: '已提前一位',
  remove: { title: '删除这条规则？', confirm: '删除', cancel: '保留' },
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
    line_unreached: '这一段永远轮不到，前面的段已经全包括了',
    row_unreached: '这一行（列）永远轮不到，前面的已经全包括了',
    rows_overlap: '这一行（列）和前面的有重叠，请把条件分清',
    row_empty: '这一行（列）一个分值也没有',
    places_disordered: '名次要从前到后写，不能重复',
    measure_of_works: '给稿件排名次，不能数报送或登记事项',
    weights_empty: '各项比例都是零',
    cap_negative: '封顶不能是负数',
    shortfall_gains: '没完成反倒加分，请重填“每差一个扣”',
    penalty_gains: '这类事项是扣分的，分值要填负数',
    payout_not_yuan: '满额发放只能用在稿酬上',
    classes_twice: '考核分类写了两遍',
  } as Record<string, string>,
  problem: (at: string[], why: string) =>
    `${at.flatMap((name) => (name ? `“${name}”` : [])).join('')}${at[0] ? '：' : ''}${why}。`,
};

export const trialText = {
  month: (words: string, works: number) => `正在算${words}，已算 ${works} 篇稿件`,
  among: (words: string, place: number, places: number, works: number) =>
    `正在算${words}（第 ${place} 个账期，共 ${places} 个），已算 ${works} 篇稿件`,
  ending: (works: number) => `已算 ${works} 篇稿件，正在汇总`,
  done: (works: number, facts: number) => `共 ${works} 篇稿件、${facts} 条登记事项`,
  at: (when: string) => `${when}开始算`,
  leave: '可以离开，回来接着算；已经算好的都留着。',
  anew: '草稿（或施行中的办法）刚才有改动，已从头算起。',
  elsewhere: '您在另一处又开始了一次试算。',
  goOn: '接着算',
  kept: (why: string) => `${why}已经算好的都留着。`,
  retry: '重试',
  draftless: '还没有草稿，没有可以试算的办法。请先拟一份并存为草稿，再回来试算。',
  toEditor: '去拟一份',
  held: '起付线以前没满的钱，两边都按账上实际的接着算：用草稿重算要把以前的账全部翻一遍，这里不做。',
  touched: (count: number) =>
    `试算的时候，这一期有 ${count} 条采用或登记事项在变动，可能没有全部算进来，请重新试算一次。`,
  nobody: '这个账期里，没有人的积分和稿酬会变。',
  moved: (count: number) => `${count} 个账户会变，变得多的在前`,
  change: (before: string, after: string) => `${before} → ${after}`,
  up: (amount: string) => `+${amount}`,
  down: (amount: string) => `−${amount}`,
  unknown: '已离任',
};
