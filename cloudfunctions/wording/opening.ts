/** Words of the opening's .xlsx: sheets, headings, what cells may say, and what is wrong with them. */

export const openingSheets = { printings: '往期采用', balances: '期初余额' };

/** Headings by column; the first is the one of the template, the others are understood too. */
export const openingHeadings = {
  printings: {
    printedOn: ['刊发日期', '见报日期', '采用日期', '日期'],
    outlet: ['刊发媒体', '媒体', '采用媒体', '媒体名称'],
    headline: ['标题', '稿件标题', '题目'],
    authors: ['作者', '作者姓名', '署名'],
    unit: ['报送单位', '单位', '所在单位'],
    position: ['版位', '版面位置', '版面', '位置'],
    genre: ['体裁'],
    mode: ['采用方式'],
    kind: ['稿件类别', '类别'],
    column: ['专栏', '栏目'],
    words: ['字数'],
    seconds: ['时长（秒）', '时长(秒)', '时长'],
    photos: ['图片数', '图片张数'],
    fee: ['稿酬（元）', '稿酬(元)', '稿酬', '稿费'],
    printedAs: ['刊发标题', '见报标题'],
    link: ['链接', '网址'],
    counting: ['计分', '是否计分', '记分', '是否记分'],
    note: ['备注'],
  },
  balances: {
    owner: ['姓名或单位', '姓名', '单位名称', '户名'],
    unit: ['所在单位', '单位'],
    book: ['账簿', '项目'],
    year: ['年度', '年份'],
    through: ['截至日期', '截止日期'],
    amount: ['数额', '余额', '合计'],
    note: ['备注', '依据'],
  },
};

/** Headings without which nothing can be read; the first tells the row of headings. */
export const openingNeeds = {
  printings: ['headline', 'printedOn', 'outlet', 'authors'],
  balances: ['owner', 'year', 'amount'],
} as const;

export const positionWords = {
  头版头条: 'front_lead',
  头版: 'front',
  版面头条: 'page_lead',
  版头条: 'page_lead',
  重要位置: 'important',
  其他版面: 'other',
  其他: 'other',
} as const;

export const genreWords = {
  消息: 'news',
  简讯: 'brief',
  通讯: 'feature',
  图片: 'image',
  视频: 'video',
  理论: 'theory',
  其他: 'other',
} as const;

export const modeWords = {
  单篇采用: 'single',
  单篇: 'single',
  综合采用: 'composite',
  综合: 'composite',
  转载: 'repost',
  约稿: 'commissioned',
} as const;

export const storyKindWords = {
  消息: 'news',
  通讯: 'feature',
  图片新闻: 'photo_story',
  视频: 'video',
  社情民意: 'public_opinion',
  调研报告: 'research_report',
  理论文章: 'theory_article',
  履职故事: 'duty_story',
  典型案例: 'duty_story',
} as const;

export const bookWords = {
  积分: 'points',
  分: 'points',
  稿酬: 'yuan',
  元: 'yuan',
  篇数: 'count',
  篇: 'count',
} as const;

export const countingWords = {
  计分: true,
  记分: true,
  是: true,
  不计分: false,
  不记分: false,
  否: false,
};

export const partWords = { 文字: 'text', 摄影: 'photo', 摄像: 'video', 编辑: 'edit' } as const;

export const authorWords = { journalist: '记者', outsider: '外单位' };

const quoted = (about: string) => `“${about.length > 20 ? `${about.slice(0, 20)}…` : about}”`;

/** What is wrong with a cell, and what to write instead; `heading` is its column's. */
export const openingProblems = {
  sheet_missing: (about: string) => `没有找到名为${quoted(about)}的表，请用模板填写。`,
  heading_missing: (about: string) => `表头缺少${quoted(about)}一栏，请用模板填写。`,
  cell_date: (about: string) => `${quoted(about)}一栏是日期，请改成文字。`,
  cell_error: (about: string) => `${quoted(about)}一栏的公式算不出结果，请改成文字或数字。`,
  cell_missing: (_about: string, heading: string) => `没有填${quoted(heading)}。`,
  cell_long: (about: string, heading: string) => `${quoted(heading)}太长，最多 ${about} 个字。`,
  day_wrong: (about: string) => `认不出日期${quoted(about)}，请写成 2026-03-05 这样。`,
  day_ahead: (about: string) => `刊发日期${quoted(about)}还没有到，请核对。`,
  outlet_unknown: (about: string) =>
    `媒体名录里没有${quoted(about)}，请核对名称，或先在“媒体名录”里添加。`,
  unit_unknown: (about: string) => `没有叫${quoted(about)}的单位，请核对名称。`,
  unit_ambiguous: (about: string) => `有几个单位都叫${quoted(about)}，请写成“上级单位/单位名称”。`,
  unit_missing: () => '没有填报送单位，作者现在也不在任何单位，请填上当时报送的单位。',
  author_unknown: (about: string) =>
    `人员名册里没有${quoted(about)}；外单位的请写成“姓名（外单位）”，记者写成“姓名（记者）”。`,
  author_ambiguous: (about: string) => `有几个人都叫${quoted(about)}，请写成“姓名（所在单位）”。`,
  author_twice: (about: string) => `作者${quoted(about)}写了两遍，请删除一个。`,
  authors_many: (about: string) => `写了 ${about} 位作者，最多 8 位。`,
  word_unknown: (about: string, heading: string) =>
    `${quoted(heading)}一栏不认识${quoted(about)}，请看“填写说明”。`,
  number_wrong: (about: string, heading: string) =>
    `${quoted(heading)}填了${quoted(about)}，请填整数。`,
  money_wrong: (about: string) => `稿酬${quoted(about)}不对，请填不多于两位小数的金额。`,
  link_wrong: () => '链接不对，请填 http:// 或 https:// 开头的完整网址。',
  printing_twice: (about: string) =>
    `与第 ${about} 行重复：同一标题同一天在同一媒体只算一次，请删除一行。`,
  printings_many: () => '同一篇稿件的采用超过 200 次，请核对标题是否写得太笼统。',
  rulebook_missing: () => '还没有计分办法。请先定好计分办法，再导入往期采用，才能照它计分。',
  row_own: (about: string) =>
    `这一行记给您本人或您所在的单位（${about}），请单独放一个文件，由另一位管理员导入。`,
  owner_unknown: (about: string) => `没有叫${quoted(about)}的人员或单位，请核对名称。`,
  owner_ambiguous: (about: string) => `有几个人或单位都叫${quoted(about)}，请在“所在单位”里写明。`,
  owner_unitless: (about: string) => `${quoted(about)}现在不在任何单位，请填上积分计入的单位。`,
  year_wrong: (about: string) => `年度${quoted(about)}不对，请填 2026 这样的年份，不能晚于今年。`,
  through_wrong: (about: string) =>
    `截至日期${quoted(about)}不对，请填这一年里已经过去的一天，如 2026-10-31。`,
  amount_wrong: (about: string) =>
    `数额${quoted(about)}不对，请填不多于两位小数、不是零的数，最大 100000。`,
  balance_twice: (about: string) => `与第 ${about} 行重复：一户一年一本账只有一个余额，请合并。`,
  balance_other: (about: string) =>
    `已经导入过，数额是 ${about}。记过的账不能改写，请改回原数，差额用“积分调整”补。`,
  counted_already: (about: string) => {
    const [day = '', sum = ''] = about.split(' ');
    return `这一户从 ${day} 起已经记了 ${sum}，再记余额就重复了。请把截至日期改到 ${day} 以前，数额也只算到那天。`;
  },
};

const stateWords = {
  reported: '有一条待核定的报告，请到“采用核定”里处理',
  verified: '已经核定',
  rejected: '已标为未采信',
  withdrawn: '已经撤销',
};

/** What is said of rows that stand in the app already. */
export const openingMet = (state: keyof typeof stateWords) =>
  `这次采用在系统里${stateWords[state]}，不再导入。`;
