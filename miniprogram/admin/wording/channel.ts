/** Words about channels, for the office and administrators. */
import type { ValueOf } from '../../../cloudfunctions/contract/index';
import { momentWords } from '../../text/day';
import { errorWords } from '../../text/delivery';
import { kindText } from '../../text/story';

export type Channel = ValueOf<'channel.list'>['channels'][number];

export type ChannelKind = ValueOf<'channel.list'>['kinds'][number];

export const channelText = {
  kindGone: '这种渠道已停用',
  empty: '还没有同步渠道。设好以后，签发的稿件会自动送到那里。',
  paused: '已暂停',
  waiting: (count: number) => `${count} 条待同步`,
  stuck: (count: number) => `${count} 条待人工处理`,
  clear: '没有积压',
  lastOk: (when: string) => `最近送达：${when}`,
  neverOk: '还没有送达过',
  lastError: (when: string, why: string) => `最近出错：${when}，${why}`,
  allColumns: '全部专栏',
  takes: (kinds: string, columns: string) => `接收：${kinds}（${columns}）`,
  rate: (count: number) => `每分钟至多 ${count} 条`,
  internal: '内部渠道',
  between: '、',
  formerSecret: (when: string) => `旧密钥到 ${when} 前仍然有效`,
  pause: '暂停同步',
  resume: '恢复同步',
  pauseTitle: '暂停这个渠道？',
  pauseWords: '暂停后签发的稿件会等着，恢复后依次送出。',
  rotate: '更换密钥',
  rotateTitle: '更换密钥？',
  rotateWords: '新密钥只显示一次，请交给对方。旧密钥七天内仍然有效。',
  secretTitle: '请把密钥交给对方',
  secretWords: (secret: string) =>
    `${secret}\n\n只显示这一次，已复制。回执地址在渠道的页面上，一并告诉对方。`,
  known: '知道了',
  confirm: '确定',
  cancel: '取消',
  saved: '已保存',
  noMessages: '没有需要处理的同步。',
  which: [
    { value: 'stuck', words: '待人工处理' },
    { value: 'waiting', words: '待同步' },
    { value: 'all', words: '全部' },
  ],
  nameMissing: '请填写名称',
  endpointMissing: '请填写接收地址',
  kindsMissing: '请选择接收哪些稿件',
  rateWrong: '每分钟条数应为 1 到 6000',
};

/** A channel as a line of the list. */
export function lineOfChannel(channel: Channel, kinds: ChannelKind[]) {
  const { waiting, stuck, isPaused } = channel;
  const backlog = [
    stuck > 0 ? channelText.stuck(stuck) : '',
    waiting > 0 ? channelText.waiting(waiting) : '',
  ].filter((words) => words !== '');
  return {
    id: channel.id,
    name: channel.name,
    grey: [
      kinds.find(({ kind }) => kind === channel.kind)?.name ?? channelText.kindGone,
      isPaused ? channelText.paused : '',
      backlog.length > 0 ? backlog.join(channelText.between) : channelText.clear,
    ]
      .filter((words) => words !== '')
      .join(' · '),
    isAlarming: stuck > 0 || isPaused,
  };
}

/** How a channel fares and what it takes, line by line. */
export function factsOfChannel(channel: Channel, now: number): string[] {
  const { lastOkAt, lastErrorAt, lastError, kinds, columns, formerSecretUntil } = channel;
  const kindWords = kinds.map((kind) => kindText[kind]).join(channelText.between);
  const columnWords = columns.join(channelText.between) || channelText.allColumns;
  const isFailing = lastErrorAt !== null && lastErrorAt >= (lastOkAt ?? 0);
  const facts = [
    lastOkAt === null ? channelText.neverOk : channelText.lastOk(momentWords(lastOkAt, now)),
    isFailing && lastError !== null
      ? channelText.lastError(momentWords(lastErrorAt, now), errorWords(lastError))
      : '',
    channelText.takes(kindWords, columnWords),
    channel.isInternal ? channelText.internal : '',
    channel.endpoint === null ? '' : channelText.rate(channel.ratePerMinute),
    channel.endpoint ?? '',
    formerSecretUntil === null ? '' : channelText.formerSecret(momentWords(formerSecretUntil, now)),
  ];
  return facts.filter((words) => words !== '');
}
