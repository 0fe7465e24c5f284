/** Every Chinese word of the center. */
import type { DeskState } from './inbox';
import type { DeskRefusal } from './desk/desk';
import type { Position } from './record';

const states: Record<DeskState, string> = {
  waiting: '待处理',
  published: '已刊发',
  rejected: '未采用',
  killed: '已撤稿',
};

const positions: Record<Position, string> = {
  front_lead: '头版头条',
  front: '头版',
  page_lead: '版面头条',
  important: '重要位置',
  other: '其他版面',
};

const refusals: Record<DeskRefusal, string> = {
  outlet_missing: '请选择或填写刊发的媒体。',
  headline_missing: '请填写刊发标题。',
  day_missing: '请选择刊发日期。',
  day_ahead: '刊发日期还没有到，请刊发以后再登记。',
  embargoed: '此稿还在禁发期内，到期后才能刊发。',
  version_changed: '此稿刚收到新的版本，请看过下面的新版本后再处理。',
  reason_missing: '请填写不采用的理由。',
  already_published: '此稿已登记刊发，不能再记为未采用。',
  number_missing: '请至少填写一个数字。',
};

export const wording = {
  name: '县融媒体中心',
  outlets: ['县报', '县广播电视台', '县融媒体中心公众号', '县融媒体中心客户端'],
  rejectedAlone: '本期版面已满，未能采用。',
  states,
  positions,
  refusals,
  inbox: {
    title: '来稿箱',
    all: '全部',
    empty: '还没有来稿。报送单位签发后，稿件会立即出现在这里。',
    emptyState: '这一类里没有稿件。',
    photos: (count: number) => `${count} 张图片`,
    version: (version: number) => `第 ${version} 版`,
    urgent: '急稿',
    columns: ['来稿', '状态', '报送单位', '收到时间'],
  },
  story: {
    back: '‹ 来稿箱',
    byline: '作者',
    unit: '报送单位',
    number: '题签',
    place: '地点',
    genre: '体裁',
    column: '专栏',
    note: '编者备注（不刊发）',
    embargo: '禁发至',
    arrived: '收到',
    killed: '报送单位已撤稿，请勿刊发；已刊发的请立即撤下。',
    killedLate: '如撤稿前已经付印，请如实登记，报送单位会收到提醒。',
    corrected: '此稿有更正，以下是最新版本。',
    withheld: '报送单位要求暂缓刊发。',
    said: (note: string) => `报送单位说明：${note}`,
    photo: (place: number) => `图 ${place}`,
    credit: (name: string) => `（${name} 摄）`,
    versions: '版本',
    kinds: { usable: '可刊发', withheld: '暂缓', canceled: '撤稿' },
    first: '首发',
    correction: '更正',
    printings: '刊发记录',
    rejection: (reason: string) => `未采用：${reason}`,
    answers: '回执',
    answerKinds: { received: '收到', published: '刊发', rejected: '未采用', metrics: '阅读量' },
    answerStates: {
      settled: '对方已收下',
      refused: '对方拒收',
      retrying: (count: number) => `未送达，已试 ${count} 次，会继续`,
      waiting: '等待送出',
    },
  },
  publish: {
    title: '刊发',
    outlet: '刊发媒体',
    choose: '请选择',
    otherOutlet: '其他媒体（不在上面时填写）',
    headline: '刊发标题',
    position: '版位',
    day: '刊发日期',
    submit: '登记刊发',
  },
  reject: { title: '不采用', reason: '理由（告知报送单位）', submit: '记为未采用' },
  metrics: {
    reads: '阅读量',
    forwards: '转发量',
    submit: '记录',
    last: (reads: string, forwards: string) => `阅读 ${reads}，转发 ${forwards}`,
    none: '未报',
    open: '查看刊发页',
  },
  article: {
    source: '来源',
    author: '作者',
    corrected: '本文已根据报送单位的更正修改。',
    gone: '应报送单位要求，本文已撤下。',
  },
};
