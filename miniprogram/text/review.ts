/** Words of the queue and of the review page. */
export const reviewText = {
  urgent: '加急',
  overdue: (span: string) => `超时 ${span}`,
  dueIn: (span: string) => `剩 ${span}`,
  minutes: (count: number) => `${count} 分钟`,
  hours: (count: number) => `${count} 小时`,
  days: (count: number) => `${count} 天`,
  // A count and its unit stay on one line.
  words: (count: number) => `${count}\u00a0字`,
  photos: (count: number) => `${count}\u00a0图`,
  video: '视频',
  claimedByMe: '我正在处理',
  claimedBy: (name: string) => `${name}正在处理`,
  claimedUntil: (name: string, until: string) =>
    `${name}正在处理这篇稿件，最迟到 ${until}。可先看别的稿件。`,
  allKinds: '全部',
  overdueOnes: '超时',
  allUnits: '全部单位',
  unknownUnit: '其他单位',
  inSigning: (stage: string) => `${stage}：通过后即签发`,
  inStage: (stage: string) => `当前环节：${stage}`,
};

/** What a line of the queue says of the content check, and why it is not approved unopened. */
export const verdictText = {
  doubtful: { tag: '内容存疑', bars: '存疑的不能批量通过，请打开来看' },
  unchecked: { tag: '未检', bars: '未检的不能批量通过，请打开读过再决定' },
};

/** What the platform's content check says, for the reviewer; what passed is not mentioned. */
export const checkText = {
  part: { text: '文字', photo: '图片', video: '视频', attachment: '附件' },
  photo: (place: number) => `第 ${place} 张图片`,
  doubtful: (part: string, why: string) => `${part}内容检查有疑问，请您判断${why && `：${why}`}`,
  waiting: (part: string) => `${part}正在做内容检查`,
  unchecked: (part: string, why: string) => `${part}未检，请您把关${why && `：${why}`}`,
  human: (part: string) => `${part}请人工查看`,
};

/** Words of the tab 待办. */
export const todoText = {
  approved: '已通过',
  selected: (count: number) => `通过所选 ${count} 篇`,
  chooseFirst: '请先选择稿件',
  confirmTitle: (count: number) => `通过这 ${count} 篇稿件？`,
  confirmContent: '请确认已逐篇读过，没有意见，并已做保密审查。处在终审的稿件将直接签发。',
  confirm: '确认通过',
  cancel: '再看看',
  notApproved: (why: string) => `未通过：${why}`,
  approvedAll: (count: number) => `已通过 ${count} 篇`,
  approvedSome: (done: number, left: number) => `已通过 ${done} 篇，${left} 篇未通过`,
  unsent: (count: number) => `${count} 条审核意见已存在手机里，联网后自动送出。`,
  stuck: (count: number) => `${count} 条待人工处理`,
  appeals: (count: number) => `${count} 条待答复`,
  approval: '通过',
  returning: '退改',
  failed: (act: string, headline: string, why: string) => `《${headline}》${act}未成功：${why}`,
};

/** Buttons and results of what a reviewer can do. */
export const actText = {
  approve: '通过',
  signOff: '签发',
  return: '退改',
  edit: '修改',
  spike: '不采用',
  hold: '暂缓 / 禁发',
  resume: '恢复审核',
  hurry: '加急',
  pass: '转交他人',
  assign: '分派写作',
  merge: '并入另一篇',
  release: '放回待办，让他人处理',
  correct: '更正',
  kill: '撤稿',
};

/** What a toast says when it is done. */
export const doneText = {
  approve: '已签发',
  spike: '已标为不采用',
  hold: '已暂缓',
  resume: '已恢复审核',
  hurry: '已加急',
  pass: '已转交',
  assign: '已分派',
  merge: '已并稿',
  release: '已放回待办',
  kill: '已撤稿',
  edit: '已保存修改',
  correct: '已更正',
};

/** With which story it was done: another one lies open by then. */
export function doneWords(action: keyof typeof doneText, headline: string): string {
  return `${doneText[action]}：${titled(headline)}`;
}

const sentText = { 'story.approve': '已通过并送出', 'story.return': '已退改并送出' };

/** What a toast says of decisions that have reached the cloud; '' for none. */
export function sentWords(sent: { call: keyof typeof sentText; headline: string }[]): string {
  const [first] = sent;
  if (!first) return '';
  if (sent.length > 1) return `${sent.length} 条审核意见已送出`;
  return `${sentText[first.call]}：${titled(first.headline)}`;
}

/** A toast has two lines: the start of a long headline tells which it is. */
const titleMax = 16;

function titled(headline: string): string {
  const letters = [...headline];
  const isLong = letters.length > titleMax;
  return `《${isLong ? `${letters.slice(0, titleMax - 1).join('')}…` : headline}》`;
}

/** Reasons that one tap puts into the note. */
export const reasons = {
  return: [
    '请补充时间地点',
    '请补充采访对象',
    '请核对人名职务',
    '请压缩篇幅',
    '请更换清晰图片',
    '请补充工作成效',
  ],
  spike: ['与已发稿件重复', '时效已过', '新闻价值不足', '不属于本专栏范围', '内容不宜公开'],
  hold: ['等待领导审定', '等待会议召开后刊发', '等待核实', '与其他稿件统一刊发'],
  hurry: ['今天刊发', '领导要求尽快刊发', '会议当天首发'],
  kill: ['事实有误', '涉及不宜公开的内容', '当事人要求撤回', '上级要求撤稿'],
};

/** Titles and explanations of the sheet that asks for a note. */
export const sheetText = {
  return: { title: '退改', hint: '写明要改什么，通讯员会看到', confirm: '退改' },
  spike: { title: '不采用', hint: '写明理由，通讯员会看到', confirm: '不采用' },
  hold: { title: '暂缓 / 禁发', hint: '写明理由', confirm: '暂缓' },
  hurry: { title: '加急', hint: '写明理由，可跳过的环节将跳过', confirm: '加急' },
  kill: { title: '撤稿', hint: '写明理由，撤稿后不能恢复', confirm: '撤稿' },
  passage: { title: '批注这一段', hint: '写明这里要改什么', confirm: '记下批注' },
};

/** What the sheet says when passages are noted already. */
export const passagesWords = {
  notes: (count: number) => `已有 ${count} 处批注，将一并退改`,
  initial: '请按文中批注修改。',
};

/** Reasons for a note on a passage. */
export const passageReasons = ['请核实', '请写具体', '此处有错字', '建议删除', '表述不准确'];

/** A note with one more reason; the same one again changes nothing. */
export function joinReasons(note: string, reason: string): string {
  if (note.includes(reason)) return note;
  return note.trim() === '' ? reason : `${note.trim().replace(/[。；，]$/, '')}；${reason}`;
}

/** Everything else that the review page says. */
export const deskText = {
  decided: {
    'story.approve': (headline: string) => `已通过《${headline}》`,
    'story.return': (headline: string) => `已退改《${headline}》`,
  },
  compare: (from: number, to: number) => `看第 ${to} 稿比第 ${from} 稿改了什么`,
  compared: '收起改动',
  keptUnsent: '没有连上网络，审核意见已存在手机里，联网后自动送出。',
  tooLate: '已经送出，不能撤销。',
  signOff: {
    title: '签发这篇稿件？',
    words: (headline: string) =>
      `《${headline}》签发后将送往各同步渠道。请确认已做保密审查，文中没有不宜公开的内容。`,
    confirm: '确认签发',
  },
  /** Notes go with a return alone. */
  notesUnsent: {
    title: '批注还没有发给通讯员',
    words: (count: number) =>
      `您写了 ${count} 处批注。通过以后通讯员看不到；要他照批注改，请点“退改”。`,
    confirm: '仍然通过',
  },
  cancel: '再看看',
  queueEmpty: '没有更多待审稿件了。',
  more: '更多',
  choosing: {
    pass: { title: '转交给', hint: '按姓名查找', empty: '没有找到可以接手的审核员。' },
    assign: { title: '分派给', hint: '按姓名查找', empty: '没有找到这位通讯员。' },
    merge: {
      ...{ title: '并入哪一篇', hint: '按标题查找，下面先列本单位的' },
      empty: '没有找到可以并入的另一篇，换标题里的几个字试试。',
    },
  },
  keys: [
    '↑ ↓  上一篇、下一篇',
    'A  通过',
    'R  退改：按数字选理由，回车送出',
    'E  修改',
    'U  撤销刚才的通过、退改',
    'Esc  关闭',
    '?  显示这份说明',
  ].join('\n'),
  keysTitle: '键盘操作',
  understood: '知道了',
  headlineMissing: '请填写标题',
  unchanged: '还没有改动',
  correctTitle: '更正稿件',
  noteMissing: '请写明更正了什么',
  heldUntil: (when: string) => `禁发至${when}`,
  held: '已暂缓，恢复后继续审核',
  assigned: (name: string) => `已分派给${name}`,
};
