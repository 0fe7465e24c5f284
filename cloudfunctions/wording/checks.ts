/** WeChat's labels of what it doubts (msgSecCheck 2.0, mediaCheckAsync 2.0). */
export const doubtNames: Record<number, string> = {
  10001: '广告',
  20001: '时政',
  20002: '色情',
  20003: '辱骂',
  20006: '违法犯罪',
  20008: '欺诈',
  20012: '低俗',
  20013: '版权',
  21000: '其他',
};

/** Why a part is not checked. */
export const uncheckedReasons = {
  service_down: '检查服务暂时没有应答',
  author_away: '作者较久没有打开小程序，平台未检查',
  file_unreadable: '平台没有取到图片',
};

/** What is doubted, e.g. `时政：某词`. */
export function sayDoubt(labels: number[], words: string[]): string {
  const names = [...new Set(labels.map((label) => doubtNames[label] ?? '其他'))].join('、');
  return words.length === 0 ? names : `${names}：${[...new Set(words)].join('、')}`;
}
