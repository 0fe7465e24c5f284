/** Words of standings, entries and rankings. Points come in hundredths, money in fen. */
import type { ValueOf } from '../../cloudfunctions/contract/index';
import { dayOn, plainDayWords } from './day';

export type Standing = ValueOf<'standing.show'>['standing'];
export type PeriodName = 'month' | 'quarter' | 'year' | 'all';
export type Entry = ValueOf<'entry.list'>['entries'][number];
export type OwnerKind = Standing['owner']['kind'];
type PeriodStanding = Standing['quarter'];

export const periodNames: PeriodName[] = ['month', 'quarter', 'year', 'all'];

export const periodText: Record<PeriodName, string> = {
  month: '本月',
  quarter: '本季',
  year: '本年',
  all: '累计',
};

const formerText = { month: '上月', quarter: '上季', year: '上年', all: '上期' };
const quarterText = ['一', '二', '三', '四'];
const fieldText: Record<OwnerKind, string> = { person: '全县', unit: '全县单位' };

export const bookText: Record<Entry['book'], string> = {
  points: '积分',
  yuan: '稿酬',
  count: '篇数',
};

export const causeText: Record<Entry['causeKind'], string> = {
  adoption: '采用',
  fact: '登记事项',
  adjustment: '调整',
  reversal: '冲销',
  opening: '期初余额',
  period: '账期结算',
};

export const standingText = {
  unit: '分',
  title: (name: PeriodName) => `${periodText[name]}积分`,
  tasks: (count: number) => `有 ${count} 件事等您处理`,
  publicRank: (rank: number) => `全县第 ${rank}`,
  inAll: (points: string) => `累计 ${points} 分`,
  adopted: (count: string) => `采用 ${count} 篇`,
  more: '正在读取更多…',
  end: '已经到底了',
  someone: (name: string) => `${name}的积分`,
  myRank: (words: string) => `我的名次：${words}`,
  mine: '我',
  noRank: '暂无名次',
  reversed: '已冲销',
  kinds: [
    { value: 'person', words: '人员' },
    { value: 'unit', words: '单位' },
  ],
  notCode: '这不是乡讯的码，请核对后再扫',
};

export const entryText = {
  owner: '记给',
  cause: '类别',
  occurredOn: '发生日期',
  periodOn: '计入日期',
  postedAt: '入账',
  rule: '规则',
  version: (version: number) => `第 ${version} 版`,
  reversedBy: '看冲销它的那一笔',
  reverses: '看被冲销的那一笔',
  missing: '请写明哪里不对',
  sent: '申诉已提交',
};

export const appealStateText: Record<'open' | 'upheld' | 'refused', string> = {
  open: '申诉中，等待答复',
  upheld: '申诉成立，已冲销',
  refused: '申诉未成立',
};

export const appealText = {
  choices: [
    { value: 'open', words: '待答复' },
    { value: 'decided', words: '已答复' },
  ],
  none: {
    open: '没有待答复的申诉。谁对积分有疑问提出来，会列在这里。',
    decided: '还没有答复过申诉。',
  },
  missing: '请写答复，本人会看到',
  answered: '已答复',
  uphold: {
    title: '申诉成立？',
    content: '这一笔将被冲销，本人会看到您的答复。',
    confirmText: '冲销',
    cancelText: '取消',
  },
};

export const adjustmentStateText: Record<'proposed' | 'approved' | 'refused', string> = {
  proposed: '等另一人批准',
  approved: '已批准入账',
  refused: '未批准',
};

export const adjustmentText = {
  choices: [
    { value: 'open', words: '待批准' },
    { value: 'decided', words: '已处理' },
  ],
  none: { open: '没有待批准的调整。', decided: '还没有处理过调整。' },
  approve: {
    title: '批准这笔调整？',
    content: '批准后马上入账，不能再改，只能冲销。',
    confirmText: '批准',
    cancelText: '取消',
  },
  approved: '已入账',
  refused: '未批准',
  reasonMissing: '请写明为什么不批准，提出的人会看到',
  reason: (note: string) => `理由：${note}`,
  proposed: '已提出，等另一人批准',
  books: [
    { value: 'points', words: '积分' },
    { value: 'yuan', words: '稿酬' },
    { value: 'count', words: '篇数' },
  ],
  signs: [
    { value: 'more', words: '增加' },
    { value: 'less', words: '减少' },
  ],
  missing: {
    owner: '请选择人员或单位',
    amount: '请填写数额，最多两位小数',
    reason: '请写明理由',
    day: '日期不能晚于今天',
  },
};

export const auditText = {
  running: (entries: number) => `正在核对，已核 ${entries} 笔`,
  sound: (checked: { accounts: number; entries: number; families: number }) =>
    `核对完毕：${checked.accounts} 个账户、${checked.entries} 笔分录、${checked.families} 组同稿计分，全部相符。`,
  broken: '发现不符，已停在第一处：',
  rebuilt: (accounts: number, changed: number) =>
    `已按分录重算 ${accounts} 个账户，更正 ${changed} 处。`,
  rebuild: {
    title: '按分录重算？',
    content: '余额和名次将按分录重新算出，分录本身不变。',
    confirmText: '重算',
    cancelText: '取消',
  },
  rebuilding: (accounts: number) => `正在重算，已算 ${accounts} 个账户`,
};

export const periodChoices = periodNames.map((value) => ({ value, words: periodText[value] }));

/** Hundredths as people write them: 1250 → 12.5. */
export function pointsWords(hundredths: number): string {
  return String(Math.round(hundredths) / 100).replace('-', '−');
}

/** What is counted in each book. */
export const bookUnits = { points: '分', yuan: '元', count: '篇' };

/** An entry's amount with its sign and unit: +20 分, −5 分, +30 元, +0.5 篇. */
export function amountWords(book: Entry['book'], amount: number): string {
  return `${amount > 0 ? '+' : ''}${pointsWords(amount)} ${bookUnits[book]}`;
}

/** `2026-11` → 2026年11月, `2026Q4` → 2026年第四季度, `all` → 累计. */
export function periodWords(period: string): string {
  const [, year = '', month, quarter] = /^(\d{4})(?:-(\d\d)|Q(\d))?$/.exec(period) ?? [];
  if (month) return `${year}年${Number(month)}月`;
  if (quarter) return `${year}年第${quarterText[Number(quarter) - 1]}季度`;
  return year ? `${year}年` : periodText.all;
}

/** 全县第 7，较上季升 3 位；距前一名差 12 分 */
export function rankWords(standing: PeriodStanding, name: PeriodName, kind: OwnerKind): string {
  const { rank, movement, toNext } = standing;
  if (rank === null)
    return standing.points === 0 ? `${periodText[name]}还没有积分` : standingText.noRank;
  const moved = movement === null ? '' : `，${movementWords(movement, name)}`;
  const gap = toNext === null || toNext === 0 ? '' : `；距前一名差 ${pointsWords(toNext)} 分`;
  return `${fieldText[kind]}第 ${rank}${moved}${gap}`;
}

function movementWords(movement: number, name: PeriodName): string {
  if (movement === 0) return `与${formerText[name]}持平`;
  const verb = movement > 0 ? '升' : '降';
  return `较${formerText[name]}${verb} ${Math.abs(movement)} 位`;
}

/** The period of a moment, by the days of Asia/Shanghai. */
export function periodAt(name: PeriodName, now: number): string {
  const [year = '', month = ''] = dayOn(now).split('-');
  const quarter = Math.ceil(Number(month) / 3);
  return { month: `${year}-${month}`, quarter: `${year}Q${quarter}`, year, all: 'all' }[name];
}

/** What the chart shows, for who cannot see it. */
export function monthsWords(months: Standing['months']): string {
  const said = months.map(
    ({ period, points }) => `${periodWords(period)} ${pointsWords(points)} 分`,
  );
  return `近十二个月积分：${said.join('，')}`;
}

/** The grey line of an entry: what kind, when. */
export function entryGrey(entry: Entry, now: number): string {
  const day = plainDayWords(entry.occurredOn, now);
  const late =
    entry.periodOn === entry.occurredOn ? '' : `（计入${plainDayWords(entry.periodOn, now)}）`;
  // What was adjusted by hand says so in its title.
  const cause = entry.causeKind === 'adjustment' ? '' : `${causeText[entry.causeKind]} · `;
  return `${cause}${day}${late}`;
}
