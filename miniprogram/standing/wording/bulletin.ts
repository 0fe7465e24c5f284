/** Words of periods and their bulletins. */
import type { ValueOf } from '../../../cloudfunctions/contract/index';
import { fullDayWords, momentWords, plainDayWords, dayOn } from '../../text/day';
import { pointsWords } from '../../text/standing';

export type PeriodView = ValueOf<'period.list'>['periods'][number];
export type Bulletin = ValueOf<'bulletin.show'>;
export type Column = Bulletin['columns'][number];
type Layout = NonNullable<ValueOf<'period.list'>['arrangement']>['layout'];

const quarterText = ['一', '二', '三', '四'];

export const columnText: Record<Column, string> = {
  filed: '本期报送',
  filedCumulative: '累计报送',
  opinion: '社情民意',
  adopted: '采用',
  own: '本级',
  ownGeneral: '本级综合',
  ownAccount: '公众号',
  ownInternal: '内部刊物',
  ownCommissioned: '约稿',
  ownSentUp: '上报',
  county: '县级',
  city: '市级',
  provincial: '省级',
  national: '国家级',
  training: '培训',
  short: '尚欠',
  points: '积分',
  pointsCumulative: '累计积分',
};

export const periodStateText: Record<PeriodView['state'], string> = {
  open: '未汇总',
  draft: '草稿',
  notice: '公示中',
  closing: '正在结账',
  closed: '已结账',
};

/** `2026年11月`, `2026年第四季度`, `2026年`. */
export function periodWords(period: string): string {
  const [year = '', month] = period.split('-');
  if (month) return `${year}年${Number(month)}月`;
  const [of = '', quarter] = period.split('Q');
  return quarter ? `${of}年第${quarterText[Number(quarter) - 1] ?? quarter}季度` : `${period}年`;
}

/** Has its last day passed? */
export function hasEnded(period: string, now: number): boolean {
  const today = dayOn(now);
  const [year = '', quarter] = period.split('Q');
  if (quarter === undefined) return today.slice(0, period.length) > period;
  return today.slice(0, 7) > `${year}-${String(Number(quarter) * 3).padStart(2, '0')}`;
}

/** What a line says below the period's name. */
export function stateWords(view: PeriodView, now: number): string {
  const { state, isComputing, progress, draftedAt, noticeUntil, closedAt, closedByName } = view;
  if (state === 'closed' && closedAt !== null) {
    return `${momentWords(closedAt, now)} ${closedByName || '公示期满'}`;
  }
  if (isComputing) {
    const far = progress ? `（第 ${progress.stage} 步，共 ${progress.of} 步）` : '';
    return `数字正在汇总${far}，几分钟内自动完成`;
  }
  if (state === 'notice' && noticeUntil) return `${plainDayWords(noticeUntil, now)}前可以申诉`;
  return draftedAt === null ? '' : `${momentWords(draftedAt, now)} 汇总`;
}

export const bulletinText = {
  title: (period: string) => `${periodWords(period)}信息通报`,
  zero: (count: number) => `本期没有报送的单位（${count} 个）`,
  named: '连续未完成定额，予以点名',
  appeals: (count: number) => `${count} 条申诉没有答复，答复后才能结账`,
  appealAgainst: '看我的每一笔，有异议可以申诉',
  digest: (digest: string) => `校验码 ${digest.slice(0, 12)}`,
  total: '合计',
  noZeros: '为 0 的各项不列出。',
  unit: '单位',
  rank: '名次',
  parts: [
    { value: 'units', words: '单位' },
    { value: 'people', words: '人员' },
  ],
  person: (filed: number, adopted: number) => `报送 ${filed} · 采用 ${adopted}`,
  more: '正在读取更多…',
  moreFailed: (words: string) => `没有读到更多。${words}`,
  drafted: '已开始汇总',
  published: '已公示',
  closing: '已开始结账',
  saved: '已保存',
  openFailed: '文件没有打开，请稍后重试。',
  arrangement: '通报格式',
  notice: '公示期',
  layouts: [
    { value: 'full', words: '全部级别' },
    { value: 'channels', words: '本级分渠道' },
    { value: 'duties', words: '任务完成' },
    { value: 'plain', words: '简式' },
  ] satisfies { value: Layout; words: string }[],
  /** What stands in each besides the unit. */
  layoutColumns: {
    full: '报送、累计、各级采用、社情民意、积分、累计积分',
    channels: '报送、累计、本级分综合/公众号/内部刊物/约稿/上报，市级、省级、积分、累计积分',
    duties: '报送、累计、尚欠、采用、市级、培训、积分、累计积分',
    plain: '报送、社情民意、尚欠、采用、积分',
  } satisfies Record<Layout, string>,
  unfinished: '还没有结束，可以先汇总看数字',
  days: [3, 5, 7, 10].map((days) => ({ value: String(days), words: `${days} 天` })),
  publish: {
    title: '公示这份草稿？',
    content: '所有人都能看到，期满没有申诉就自动结账。',
    confirmText: '确认公示',
  },
  close: {
    title: '现在结账？',
    content: '结账后不能重开，之后的变动都记入下一期。',
    confirmText: '确认结账',
  },
};

/** Hundredths of a point as people write them. */
export function figureWords(column: Column, figure: number | undefined): string {
  const isPoints = column === 'points' || column === 'pointsCumulative';
  return isPoints ? pointsWords(figure ?? 0) : String(figure ?? 0);
}

/** What the picture to share says; a bulletin knows neither phone numbers nor yuan. */
export const pictureText = {
  label: (period: string) => `${periodWords(period)}信息通报的图片`,
  units: '单位榜单',
  people: '个人榜单',
  unitCount: (count: number) => `参评 ${count} 个单位`,
  personCount: (count: number) => `${count} 人有报送或积分`,
  headings: {
    rank: '名次',
    unit: '单位',
    person: '姓名',
    filed: '报送',
    adopted: '采用',
    points: '积分',
  },
  totals: {
    reporting: '报送单位（个）',
    filed: '报送（篇）',
    adopted: '采用（篇）',
    high: '省级以上（篇）',
  },
  moreUnits: (count: number) => `等 ${count} 个单位，其余见通报`,
  morePeople: (count: number) => `等 ${count} 人，其余见通报`,
  zero: (count: number) => `没有报送的单位（${count} 个）`,
  named: '连续未完成定额，予以点名',
  among: '、',
  cut: (count: number) => `等 ${count} 个`,
  nothing: '本期还没有报送、采用和积分。',
  signed: (organ: string, at: number) => `${organ}　${fullDayWords(at)}`,
  digest: '各账户校验码',
  unsettled: '数字以结账后的通报为准。',
};

/** What a reader may do about it, or that nothing more will change. */
export function pictureStateWords({ state, noticeUntil }: PeriodView): string {
  if (state === 'closed') return '已结账';
  if (state === 'closing') return '公示已结束，正在结账';
  if (state !== 'notice' || !noticeUntil) return '草稿，没有公示';
  return `公示中，${fullDayWords(Date.parse(`${noticeUntil}T00:00:00+08:00`))}前可以申诉`;
}
