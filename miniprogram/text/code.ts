/** Words of codes: what a scan says, cards, posters. */
import type { ValueOf } from '../../cloudfunctions/contract/index';

export type Code = ValueOf<'code.list'>['codes'][number];

export const codeKindText: Record<Code['kind'], string> = {
  unit: '单位码',
  meeting: '会议码',
  person: '名片码',
};

export const codeText = {
  noScene: '没有读到码，请再扫一次。',
  helps: { retry: '重试', scan: '重新扫码', home: '看榜单' },
  join: (title: string) => `“${title}”的积分码`,
  board: (title: string) => `${title}看板`,
  card: (name: string) => `${name}的名片`,
  expired: '已过期',
  revoked: '已作废',
  lasting: '长期有效',
  madeOn: (day: string) => `${day}生成`,
  until: (day: string) => `${day}前有效`,
  revoke: {
    title: '作废这个码？',
    words: (title: string) => `“${title}”贴出的这个码将不能再用，需要换新码。`,
    confirm: '作废',
    cancel: '取消',
  },
  revokedNow: '已作废',
  made: '已生成',
  missing: { title: '请填写会议名称', unit: '请选择单位' },
  days: [
    { value: '0', words: '长期有效' },
    { value: '1', words: '当天' },
    { value: '7', words: '7 天' },
    { value: '30', words: '30 天' },
  ],
  kinds: [
    { value: 'unit', words: '单位（贴墙）' },
    { value: 'meeting', words: '会议（投屏）' },
  ],
  saved: '已保存到相册',
  albumRefused: {
    title: '没有相册权限',
    content: '请在设置里允许“添加到相册”，再保存。',
    confirm: '去设置',
    cancel: '取消',
  },
  saveFailed: '没有保存成功，请重试',
  drawFailed: '图没有画出来，请重试',
};

/** What stands on the paper. */
export const paperText = {
  heading: '扫码看积分',
  steps: [
    '一、打开微信，点右上角“＋”，选“扫一扫”。',
    '二、对准上面的码。',
    '三、看自己的积分、名次和每一笔的由来。',
  ],
  meetingSteps: [
    '一、打开微信，点右上角“＋”，选“扫一扫”。',
    '二、对准上面的码。',
    '三、看自己的积分和名次。',
  ],
  unbound: '还没有加入的，先输入邀请码，再看积分。',
  cardHint: '微信扫一扫，看积分和采用',
  madeOn: (organ: string, day: string) => `${organ}　${day}`,
};
