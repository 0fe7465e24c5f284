/** What bulletins are called, and the words of their paper. */

/** `2026年11月`, `2026年第四季度`, `2026年`. */
export function periodName(period: string): string {
  const month = /^(\d{4})-(\d{2})$/.exec(period);
  if (month) return `${month[1]}年${Number(month[2])}月`;
  const quarter = /^(\d{4})Q(\d)$/.exec(period);
  return quarter ? `${quarter[1]}年第${'一二三四'[Number(quarter[2]) - 1]}季度` : `${period}年`;
}

/** What an entry of a period's rules is called in lists. */
export const periodTitle = (period: string) => `${periodName(period)}结算`;

export const columnNames: Record<string, string> = {
  filed: '本期报送',
  filedCumulative: '累计报送',
  opinion: '社情民意',
  adopted: '采用',
  own: '本级',
  ownGeneral: '本级综合',
  ownAccount: '公众号',
  ownInternal: '内部刊物',
  ownCommissioned: '约稿',
  ownSentUp: '上报',
  county: '县级',
  city: '市级',
  provincial: '省级',
  national: '国家级',
  training: '培训',
  short: '尚欠',
  points: '积分',
  pointsCumulative: '累计积分',
};

export const bulletinWords = {
  title: (period: string) => `${periodName(period)}信息通报`,
  units: '单位',
  people: '人员',
  unit: '单位',
  rank: '名次',
  total: '合计',
  personHeadings: ['名次', '姓名', '单位', '本期报送', '采用', '积分', '累计积分'],
  topPeople: '个人积分前五十名：',
  zero: (names: string[]) => `本期没有报送的单位：${names.join('、')}。`,
  named: (names: string[]) => `连续未完成定额，予以点名：${names.join('、')}。`,
  digest: (digest: string) => `各账户校验码：${digest}`,
};

/** `2026年11月30日`. */
export function fullDay(on: string): string {
  const [year, month, day] = on.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

/** What official documents are set in; a computer without them takes what it has. */
export const paperFonts = { title: '方正小标宋简体', body: '仿宋' };
