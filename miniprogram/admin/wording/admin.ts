/** Words of the pages for administrators. */
import type { InputOf, ValueOf } from '../../../cloudfunctions/contract/index';

export type UnitKind = ValueOf<'unit.list'>['units'][number]['kind'];
export type StageDuty = InputOf<'chain.change'>['stages'][number]['duty'];

/** A bare letter says nothing to whoever did not write it. */
export const quotaClassWords = (quotaClass: string) => `考核分类 ${quotaClass}`;

export const unitKindText: Record<UnitKind, string> = {
  county: '本级',
  organ_office: '机关委室',
  township_office: '乡镇联工委',
  sector: '界别',
  party: '党派团体',
  studio: '委员工作室',
  room: '议事室',
  media: '媒体',
};

export const stageDutyText: Record<StageDuty, string> = {
  unit_head: '单位负责人',
  reviewer: '审核员',
  publicity_office: '宣传办',
  leader: '分管领导',
};

export const adminText = {
  /** Of units that are to have a correspondent. */
  vacant: (count: number, owing: number) => {
    if (owing === 0) return '还没有单位要配';
    return count === 0 ? '都已配齐' : `${count} 个单位要看`;
  },
  count: (count: number) => `${count} 个`,
  chains: (count: number) => (count === 0 ? '通用三审' : `另设 ${count} 条`),
  /** What a county needs before it works well. */
  lacking: '还没有',
  noRulebook: '还没有施行',
  saved: '已保存',
  added: '已添加',
  closed: '已停用',
  removed: '已删除',
  copied: '已复制',
  done: '已完成',
  cancel: '再想想',
  none: '无',
  close: {
    title: '停用这个单位？',
    words: (name: string) =>
      `停用后，${name}不再出现在名单里，也不能再投稿。已有的稿件和积分不变。`,
    confirm: '停用',
  },
  directly: '直属本级',
};

export const unitText = {
  add: '添加单位',
  change: '修改单位',
  nameMissing: '请填写单位名称',
  kindMissing: '请选择单位类别',
};

/** What was done to a person, as the audit trail names it. */
export const directoryActText: Record<string, string> = {
  'person.add': '添加人员',
  'person.change': '修改资料',
  'person.leave': '办理离任',
  'membership.add': '加入单位或改负责人',
  'membership.end': '移出单位',
  'duty.grant': '安排职责',
  'duty.end': '免去职责',
  'invite.make': '生成邀请码',
  'invite.redeem': '用邀请码绑定微信',
  'organ.found': '开通单位',
  'roster.import': '表格导入',
  'code.make': '生成积分码',
  'code.revoke': '作废积分码',
};

export const personText = {
  add: '添加人员',
  change: '修改资料',
  allUnits: '全部单位',
  noUnit: '没有所在单位',
  head: '负责人',
  isHead: '（负责人）',
  between: '、',
  noDuty: '还没有职责',
  nameMissing: '请填写姓名',
  unitMissing: '请选择所在单位',
  empty: '这里还没有人员。可以逐个添加，也可以用表格批量导入。',
  notFound: '没有找到这个人，请换个姓名试试。',
  bound: '已绑定微信',
  unbound: '还没有绑定微信',
  rebind: '换手机时用',
  joined: (day: string) => `${day}加入`,
  left: (day: string) => `${day} 离任`,
  noPhone: '没有登记',
  scope: (units: string[]) => `范围：${units.join('、')}`,
  leave: {
    title: '办理离任？',
    words: (name: string) =>
      `${name}在各单位的身份、职责和微信绑定今天终止，记录和积分保留。此操作不能撤销。`,
    confirm: '离任',
  },
  successor: {
    title: (stories: number, tips: number) => {
      const open = [stories > 0 ? `${stories} 篇稿件` : '', tips > 0 ? `${tips} 条线索` : ''];
      return `还有 ${open.filter(Boolean).join('、')}未完成，交给谁？`;
    },
    nobody: '没有找到，请按姓名查找',
  },
  quit: {
    title: '移出这个单位？',
    words: (unit: string) => `今天起不再属于${unit}。`,
    confirm: '移出',
  },
  endDuty: {
    title: '免去这项职责？',
    words: (duty: string) => `今天起不再担任${duty}。`,
    confirm: '免去职责',
  },
  invite: {
    until: (when: string) => `${when}前有效，只能用一次`,
    copy: (name: string, code: string) =>
      `${name}，请打开“乡讯”小程序，在“我的”里输入邀请码 ${code} 加入。`,
  },
};

export const dutyFormText = {
  between: '、',
  stages: ['一审', '二审', '三审', '四审'],
  dutyMissing: '请选择职责',
  stageMissing: '请选择负责第几审',
  unitsMissing: '请选择负责哪些单位',
};

export const vacancyText = {
  none: '没有通讯员',
  many: (count: number) => `${count} 名通讯员`,
  filled: (owing: number) => `${owing} 个单位都有通讯员，也没有超过两名的。`,
  unitless: '还没有要配通讯员的单位。添加乡镇联工委、界别、工作室等单位后，缺通讯员的会列在这里。',
  toUnits: '去添加单位',
};

export const chainText = {
  allKinds: '其他各类稿件',
  allUnits: '各类单位',
  sentence: (kinds: string, units: string) => `${kinds} · ${units}`,
  stage: (name: string, duty: string, hours: string) => `${name}：${duty}，${hours}内`,
  reviewer: (stage: number) => `第 ${stage} 审审核员`,
  hours: (hours: number) => (hours % 24 === 0 ? `${hours / 24} 天` : `${hours} 小时`),
  skip: '加急时可跳过',
  between: '、',
  withSkip: (words: string) => `${words}，加急时可跳过`,
  usual: '没有另设流程的稿件',
  newStage: (index: number) => ['初审', '复审', '三审', '终审签发'][index] ?? '审核',
  signOff: '终审签发',
  kinds: { review: '审核', proofread: '校对' },
  nameMissing: '请给每个环节起名',
  empty: '还没有另设的流程，全部稿件都走通用流程。',
  remove: {
    title: '删除这条流程？',
    words: '删除后，新投的稿件改走通用流程。已在审核中的稿件不受影响。',
    confirm: '删除',
  },
};

export const lexiconText = {
  sort: { wrong: '错词', sensitive: '敏感词' },
  sorts: [
    { value: 'wrong', words: '错词' },
    { value: 'sensitive', words: '敏感词' },
  ],
  instead: (right: string) => `应写作“${right}”`,
  byDefault: '系统自带',
  drop: {
    title: '删除这个词？',
    words: (word: string) => `文中出现“${word}”时将不再提醒。`,
    confirm: '确认删除',
  },
};

export const rosterText = {
  choose: '选择填好的表格',
  chooseOther: '换一个文件',
  checking: '正在检查',
  importing: (done: number, all: number) => `正在导入 ${done}/${all}`,
  import: '导入',
  uploadFailed: '文件没有传上去，请检查网络后重试。',
  row: (sheet: string, row: number | null) =>
    row === null ? `“${sheet}”表` : `“${sheet}”表第 ${row} 行`,
  problems: (count: number) => `有 ${count} 处要改`,
  problemsWords: '一行也没有写入。请在表格里改好，再重新选择文件检查。',
  more: (count: number) => `还有 ${count} 处，改好这些后再检查。`,
  clean: (units: number, people: number) => `检查通过：将添加 ${units} 个单位、${people} 名人员`,
  known: (count: number) => `另有 ${count} 行已在册，不会重复添加。`,
  nothing: '表格里的单位和人员都已在册，没有要添加的。',
  done: (units: number, people: number) => `已添加 ${units} 个单位、${people} 名人员`,
  stopped: (words: string) => `导入停在中途：${words}已导入的不会重复，再点一次接着导入。`,
  openFailed: '模板没有打开，请重试。',
};
