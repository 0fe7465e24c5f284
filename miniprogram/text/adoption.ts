/** Words for outlets, printings and registered facts. */
import type { ValueOf } from '../../cloudfunctions/contract/index';

type AdoptionView = ValueOf<'adoption.show'>['adoption'];
type OutletLine = ValueOf<'outlet.list'>['outlets'][number];
type FactView = ValueOf<'fact.list'>['facts'][number];
export type AdoptionState = AdoptionView['state'];

export const levelText: Record<OutletLine['level'], string> = {
  national: '国家级',
  provincial: '省级',
  city: '市级',
  county: '县级',
  own: '本级',
};

export const outletClassText: Record<OutletLine['outletClass'], string> = {
  paper: '报刊',
  tv: '电视',
  radio: '广播',
  web: '网站',
  account: '公众号、视频号',
  app: '客户端',
  bulletin: '内部刊物',
};

export const positionText: Record<AdoptionView['position'], string> = {
  front_lead: '头版头条',
  front: '头版',
  page_lead: '版面头条',
  important: '重要位置',
  other: '其他版面',
};

export const genreText: Record<AdoptionView['genre'], string> = {
  news: '消息',
  brief: '简讯',
  feature: '通讯',
  image: '图片',
  video: '视频',
  theory: '理论',
  other: '其他',
};

export const modeText: Record<AdoptionView['mode'], string> = {
  single: '单篇采用',
  composite: '综合采用',
  repost: '转载',
  commissioned: '约稿',
  sent_up: '上报',
};

export const adoptionStateText: Record<AdoptionState, string> = {
  reported: '待核定',
  verified: '已核定',
  rejected: '未采信',
  withdrawn: '已撤销',
};

export const adoptionEventText: Record<AdoptionView['timeline'][number]['kind'], string> = {
  adoption_reported: '报告刊发',
  evidence_added: '补充凭据',
  adoption_verified: '核定',
  adoption_corrected: '更正',
  adoption_rejected: '不予采信',
  adoption_withdrawn: '撤销',
  adoption_chosen: '作者选定计分',
  metric_taken: '记录阅读量',
};

export const evidenceSourceText: Record<AdoptionView['evidence'][number]['source'], string> = {
  channel: '融媒体中心回传',
  report: '通讯员报告',
  office: '宣传办登记',
};

export const factKindText: Record<FactView['kind'], string> = {
  instruction: '领导批示',
  meeting: '参加会议',
  activity: '参加活动',
  proposal: '提案建议',
  public_opinion: '社情民意',
  training: '参加培训',
  false_news: '失实稿件',
  negative_news: '负面新闻',
  late_return: '迟报',
  missed_return: '漏报',
  missed_commission: '未完成约稿',
  honour: '表彰荣誉',
  jury: '评委打分',
  other: '其他',
};

/** A record of words as choices for chips. */
export const choicesOf = <Value extends string>(words: Record<Value, string>) =>
  Object.entries<string>(words).map(([value, text]) => ({ value, words: text }));

export const printingText = {
  afterKill: '撤稿后刊发',
  reads: (count: number) => `阅读 ${count}`,
  forwards: (count: number) => `转发 ${count}`,
  chosen: '已按这次刊发计分',
  linkCopied: '链接已复制，可到浏览器打开',
  unknownOutlet: '名录外媒体',
  stopped: (why: string) => `理由：${why}`,
};

export const reportText = {
  title: '报告刊发',
  outletMissing: '请选择刊发的媒体',
  evidenceMissing: '请附上链接或图片',
  urlInvalid: '链接应以 http:// 或 https:// 开头',
  notUploaded: '没有连上网络，填写的内容还在，联网后再提交',
  full: '手机存储已满，请清理后再填',
  kept: '已存在手机里',
  waiting: '等待网络',
  notTaken: '图片没有取到，请再选一次',
  later: '已存在手机里，联网后自动提交',
  done: '已报告，等待宣传办核定',
  joined: '这次刊发已有记录，您的凭据已补充进去',
};

export const deskAdoptionText = {
  waiting: '待核定的采用',
  count: (count: number, isMore: boolean) => `${count}${isMore ? '+' : ''} 条`,
  tabs: [
    { value: 'reported', words: '待核定' },
    { value: 'verified', words: '已核定' },
    { value: 'rejected', words: '未采信' },
    { value: 'withdrawn', words: '已撤销' },
  ] as const,
  verify: '核定',
  correct: '更正',
  verified: '已核定',
  corrected: '已更正',
  rejected: '已标为未采信',
  withdrawn: '已撤销',
  metricTaken: '已记录',
  registered: '已登记',
  registerStory: '登记刊发',
  reject: { title: '不予采信', hint: '写明理由，通讯员会看到', confirm: '不予采信' },
  withdraw: { title: '撤销采用', hint: '写明理由，所得积分将冲销', confirm: '撤销' },
  apart: { title: '单独登记', hint: '写明为什么是另一次刊发', confirm: '单独登记' },
  reason: { title: '写明理由', hint: '改动了什么，依据是什么', confirm: '提交' },
  rejectReasons: ['链接打不开', '图片看不清', '不是这篇稿件', '媒体或日期有误', '重复报告'],
  withdrawReasons: ['不是这篇稿件', '媒体已撤下', '重复登记', '署名有误'],
  correctReasons: ['署名有误', '版位有误', '字数有误', '日期有误', '媒体有误', '稿酬有误'],
  outletMissing: '请选择媒体名录里的媒体',
  dayMissing: '请选择刊发日期',
  headlineMissing: '请填写标题',
  unitMissing: '请选择报送单位',
  creditMissing: '请填写作者',
  numberInvalid: '字数、时长和媒体稿酬请填数字',
  others: (count: number) => `这篇稿件另有 ${count} 条采用记录，请核对是否重复`,
  metricInvalid: '请至少填写一项数字',
};

export const outletText = {
  add: '添加媒体',
  change: '媒体',
  nameMissing: '请填写媒体名称',
  classMissing: '请选择级别和类别',
  sinceMissing: '请选择新级别从哪天起算',
  closed: '已停用',
  colon: '：',
  channels: (count: number) => (count === 0 ? '未绑定渠道' : `已绑定 ${count} 个渠道`),
  term: (level: string, outletClass: string) => `${level} · ${outletClass}`,
  span: (since: string, until: string | null) =>
    until === null ? `${since} 起` : `${since} 至 ${until}（不含）`,
  saved: '已保存',
  added: '已添加',
};

export const factText = {
  title: '登记事项',
  titleMissing: '请填写事项名称',
  kindMissing: '请选择事项类别',
  unitMissing: '请选择单位',
  dayMissing: '请选择发生日期',
  quantityInvalid: '次数请填 1 到 999',
  periodMissing: '请选择评哪一期',
  noPeriod: '没有可以打分的账期：已公示或结账的不能再打分',
  pointsInvalid: '分值请填数字，最多两位小数',
  jury: (points: string, period: string) => `${period} ${points} 分`,
  ofWork: '记在稿件上',
  people: '计给谁',
  nobody: '没有找到这个人',
  quantity: (count: number) => (count > 1 ? `${count} 次` : ''),
  registered: '已登记',
  withdrawn: '已撤销',
  unitItself: '只记单位',
  by: (name: string) => `${name}登记`,
  stopped: (why: string) => `已撤销，${why}`,
  withdraw: { title: '撤销登记', hint: '写明理由，所记积分将冲销', confirm: '撤销' },
};

/** Level and class of an outlet in one line. */
export const outletWords = ({
  level,
  outletClass,
}: Pick<OutletLine, 'level' | 'outletClass'>): string =>
  `${levelText[level]} · ${outletClassText[outletClass]}`;
