/** Words about what goes to channels. */
import type { ValueOf } from '../../cloudfunctions/contract/index';
import { momentWords } from './day';

export type Delivery = ValueOf<'story.show'>['story']['deliveries'][number];

const kindText: Record<Delivery['kind'], string> = {
  publish: '首发',
  correct: '更正',
  kill: '撤稿',
};

const stateText: Record<Delivery['state'], string> = {
  pending: '等待同步',
  sending: '正在同步',
  delivered: '已送达',
  rejected: '对方拒收',
  unknown: '待确认',
  dead: '同步失败',
};

const byHand = '待人工发送';
const superseded = '已被新版本取代';

/** Why an attempt failed; what a center names itself is shown as it is. */
const errorText: Record<string, string> = {
  timeout: '对方没有及时应答',
  line_refused: '连不上对方',
  line_lost: '连接中断',
  name_unknown: '找不到对方的地址',
  not_https: '对方地址不是 HTTPS',
  address_refused: '对方地址不是公网地址',
  endpoint_invalid: '对方地址有误',
  certificate_invalid: '对方证书有误',
  signature_wrong: '密钥与对方不一致',
  outcome_unknown: '不确定是否已送达，请人工核实',
  attempts_used_up: '多次重试仍未送达',
  story_missing: '稿件不存在',
  payload_invalid: '稿件不合对方格式',
  secrets_key_missing: '服务器没有配置密钥',
  // What a center answers by the protocol (docs/fusion-center.md).
  invalid_json: '对方读不懂稿件，请找技术人员',
  invalid_ninjs: '对方认为稿件缺字段，请找技术人员',
  unsigned: '密钥与对方不一致',
  stale: '两边服务器的时间对不上，请对方对时',
  older_version: '对方手里已有更新的版本',
  version_taken: '对方已收过这一版',
  too_large: '稿件太大，对方不收',
  photo_not_copied: '对方没有下载到图片',
  unavailable: '对方暂时不能收',
  secret_unreadable: '渠道密钥无法读取，请重新设置',
  http_401: '密钥与对方不一致',
  http_404: '对方没有这个接收地址',
  http_429: '对方要求放慢',
};

const answerText: Record<Delivery['answers'][number]['kind'], string> = {
  received: '对方已收到',
  published: '刊发',
  published_after_kill: '撤稿后仍刊发，请立即联系处理',
  rejected: '未采用',
  metrics: '阅读 / 转发',
};

/** A code in words. */
export function errorWords(code: string): string {
  const serverFault = /^http_5/.test(code) ? '对方服务出错' : undefined;
  return errorText[code] ?? serverFault ?? `对方答复：${code}`;
}

export const deliveryText = {
  resend: '重新发送',
  resent: '已重新发送',
  markSent: '标记已发',
  marked: '已标记',
  markTitle: '不用系统再送了？',
  markHint: '怎样发的，或为什么不用发，如：已发邮件',
  export: '下载稿件包',
  exporting: '正在打包',
  /** What may be done with a package that lies on the phone; a PC has a disk, a phone has chats. */
  ways: {
    sheet: '打开稿签（Word）',
    hand: '转发稿件包到聊天',
    save: '保存稿件包到电脑',
    link: '复制下载链接',
  },
  linkCopied: '链接已复制，两小时内有效',
  notFetched: '没有下载成功，请重试',
  confirm: '确定',
  cancel: '取消',
};

/** A delivery in words, as the story's page and the channel's list it. */
export function wordsOfDelivery(delivery: Delivery, now: number) {
  const { state, lastError, kind, edition, revision, attempts, nextAttemptAt } = delivery;
  const isByHand = state === 'pending' && nextAttemptAt === null;
  const isSuperseded = lastError === 'superseded';
  const isRetried = nextAttemptAt !== null && attempts > 0 && state !== 'sending';
  const about = [
    `${kindText[kind]} · 第 ${edition} 版（第 ${revision} 稿）`,
    momentWords(delivery.deliveredAt ?? delivery.createdAt, now),
  ];
  const trouble = [
    lastError === null || isSuperseded ? '' : errorWords(lastError),
    lastError !== null && attempts > 1 ? `已试 ${attempts} 次` : '',
    isRetried ? `${momentWords(nextAttemptAt, now)} 重试` : '',
  ];
  return {
    id: delivery.id,
    version: delivery.version,
    channelName: delivery.channelName,
    stateWords: isByHand ? byHand : isSuperseded ? superseded : stateText[state],
    tone: isSuperseded ? 'quiet' : isByHand ? 'wait' : state,
    about: about.join(' · '),
    trouble: trouble.filter((words) => words !== '').join('，'),
    answers: delivery.answers.map(({ kind: what, at, note, url }) => ({
      words: [answerText[what], note].filter((words) => words !== '').join('：'),
      when: momentWords(at, now),
      url: url ?? '',
      isAlarm: what === 'published_after_kill',
    })),
    mayResend: delivery.allowed.includes('resend'),
    mayMarkSent: delivery.allowed.includes('mark_sent'),
    mayExport: delivery.allowed.includes('export'),
  };
}

export type ShownDelivery = ReturnType<typeof wordsOfDelivery>;
