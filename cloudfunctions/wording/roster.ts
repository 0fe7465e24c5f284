/** Words of the roster's .xlsx: sheets, headings, what cells may say, and what is wrong with them. */

export const rosterSheets = { units: '单位', people: '人员', notes: '填写说明' };

/** Headings by column; the first is the one of the template, the others are understood too. */
export const rosterHeadings = {
  units: {
    name: ['单位名称', '单位', '名称'],
    kind: ['单位类别', '类别'],
    parent: ['上级单位', '上级'],
    quotaClass: ['分类', '考核分类'],
  },
  people: {
    name: ['姓名'],
    unit: ['所在单位', '单位'],
    standing: ['身份'],
    phone: ['手机', '手机号', '手机号码', '电话', '联系电话'],
    head: ['单位负责人', '负责人'],
    duties: ['职责'],
    scope: ['职责范围', '负责单位'],
  },
};

/** Headings without which nothing can be read. */
export const rosterNeeds = { units: ['name', 'kind'], people: ['name', 'unit'] } as const;

export const kindWords = {
  机关委室: 'organ_office',
  委室: 'organ_office',
  乡镇联工委: 'township_office',
  联工委: 'township_office',
  界别: 'sector',
  代表团: 'sector',
  党派团体: 'party',
  委员工作室: 'studio',
  代表工作室: 'studio',
  工作室: 'studio',
  议事室: 'room',
  媒体: 'media',
} as const;

export const standingWords = {
  委员: 'member',
  代表: 'member',
  工作人员: 'staff',
  干部: 'staff',
} as const;

const reviewer = (stage: number) => ({ duty: 'reviewer' as const, stage });
const of = <Duty>(duty: Duty) => ({ duty, stage: null });

export const dutyWords = {
  通讯员: of('correspondent' as const),
  信息员: of('correspondent' as const),
  宣传办: of('publicity_office' as const),
  分管领导: of('leader' as const),
  领导: of('leader' as const),
  媒体编辑: of('media_editor' as const),
  管理员: of('administrator' as const),
  一审审核员: reviewer(1),
  二审审核员: reviewer(2),
  三审审核员: reviewer(3),
  四审审核员: reviewer(4),
  初审: reviewer(1),
  复审: reviewer(2),
};

export const flagWords = { yes: ['是', '√', '有', 'Y', 'y'], no: ['否', '无', 'N', 'n'] };

const quoted = (about: string) => `“${about.length > 20 ? `${about.slice(0, 20)}…` : about}”`;

/** What is wrong with a row, and what to write instead. */
export const rosterProblems = {
  sheet_missing: (about: string) => `没有找到名为${quoted(about)}的表，请用模板填写。`,
  heading_missing: (about: string) => `表头缺少${quoted(about)}一栏，请用模板填写。`,
  cell_date: (about: string) => `${quoted(about)}一栏是日期，请改成文字。`,
  cell_error: (about: string) => `${quoted(about)}一栏的公式算不出结果，请改成文字。`,
  name_missing: () => '没有填名称或姓名。',
  name_unfit: (about: string) => `${quoted(about)}太长或含有“/”，请改短一些。`,
  kind_unknown: (about: string) =>
    about === '' ? '没有填单位类别。' : `没有${quoted(about)}这种单位类别，请从下拉中选择。`,
  quota_class_long: (about: string) => `分类${quoted(about)}太长，最多 10 个字。`,
  parent_unknown: (about: string) => `没有叫${quoted(about)}的上级单位，请核对名称。`,
  parent_ambiguous: (about: string) =>
    `有几个单位都叫${quoted(about)}，请写成“上级单位/单位名称”。`,
  parent_circle: (about: string) => `${quoted(about)}的上级单位绕了一圈又回到自己，请核对。`,
  unit_twice: (about: string) => `同一上级下写了两个${quoted(about)}，请删除一个。`,
  unit_of_other_kind: (about: string) => `已有单位${quoted(about)}，但类别不同，请核对类别。`,
  unit_missing: () => '没有填所在单位。',
  unit_unknown: (about: string) => `没有叫${quoted(about)}的单位，请核对名称或先加这个单位。`,
  unit_ambiguous: (about: string) => `有几个单位都叫${quoted(about)}，请写成“上级单位/单位名称”。`,
  standing_unknown: (about: string) => `不认识身份${quoted(about)}，请填委员、代表或工作人员。`,
  phone_wrong: (about: string) =>
    `手机号${quoted(about)}不对，请填一个 11 位手机号或带区号的座机。`,
  head_unknown: (about: string) => `单位负责人一栏填了${quoted(about)}，请填“是”或“否”。`,
  duty_unknown: (about: string) => `没有${quoted(about)}这项职责，请看“填写说明”。`,
  duty_administrator: () => '管理员不能成批导入，请导入后在人员页面逐个指定。',
  duty_twice: (about: string) => `职责${quoted(about)}写了两遍，请删除一个。`,
  scope_without_duty: () => '填了职责范围，但没有填职责。',
  person_twice: (about: string) =>
    `${quoted(about)}在表里出现了两次；同一人请写在一行，几个单位用顿号隔开。`,
  person_taken: (about: string) =>
    `${quoted(about)}已在人员名册里；如是同一人请删除此行，如是重名请加以区别。`,
};

/** The template: its file name, its notes, and how a workbook names its columns' choices. */
export const templateWords = {
  fileName: '单位和人员导入模板.xlsx',
  title: '单位和人员导入：填写说明',
  notes: [
    '1. 在“单位”表里每行填一个单位，在“人员”表里每行填一个人。两张表都可以只填一张，已在册的不会重复导入。',
    '2. 单位类别可填：机关委室、乡镇联工委、界别、党派团体、委员工作室、议事室、媒体。人大填代表团、代表工作室也可以。',
    '3. 上级单位不填，就直属本县。上级单位可以是同一张表里的另一行，先后不限。',
    '4. 名称相同的单位，在“所在单位”里写成“上级单位/单位名称”。',
    '5. 一人在几个单位任职，写在同一行，单位之间用顿号隔开；第一个单位是他负责的单位。',
    '6. 职责可填：通讯员、宣传办、分管领导、媒体编辑、一审审核员、二审审核员、三审审核员、四审审核员；几项用顿号隔开。',
    '7. 职责范围不填：通讯员只管所在单位，其他职责管全县。',
    '8. 管理员不能导入，请导入后在人员页面指定。手机只有管理员能看到全号。',
    '9. 填好以后在小程序里选择这个文件，系统先检查，有要改的地方会逐行列出；全部改好以后才能导入，有一行不对就一行也不会写入。',
  ],
  example: {
    title: '填写示例',
    units: ['城关镇联工委', '乡镇联工委', '', 'A'],
    people: ['林示例', '城关镇联工委', '委员', '13800000001', '是', '通讯员', ''],
  },
  listErrorTitle: '请从下拉中选择',
  listError: '这里只能填下拉中的词。',
  unitChoices: ['机关委室', '乡镇联工委', '界别', '党派团体', '委员工作室', '议事室', '媒体'],
  standingChoices: ['委员', '代表', '工作人员'],
  flagChoices: ['是', '否'],
};
