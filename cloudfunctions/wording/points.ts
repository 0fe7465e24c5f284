/** How points are put in words: amounts, fractions, and the steps of a derivation. */

const fractions: Record<number, string> = { 2: '½', 3: '⅓', 4: '¼', 5: '⅕', 6: '⅙', 8: '⅛' };

/** Hundredths as people write them: 4000 is `40`, -250 is `−2.5`. */
export function sayAmount(hundredths: number): string {
  const text = String(Math.abs(hundredths) / 100);
  return hundredths < 0 ? `−${text}` : text;
}

/** A percentage as a factor: 200 is `2`, 50 is `½`. */
export function sayFactor(percent: number): string {
  return percent === 50 ? '½' : String(percent / 100);
}

/** One of `count` equal parts. */
export function sayPart(count: number): string {
  return fractions[count] ?? `1/${count}`;
}

export const pointsWords = {
  yuan: '元',
  equals: ' = ',
  joint: '联合署名',
  firstAuthor: '第一作者',
  otherAuthors: '其他作者',
  place: (place: number) => `第${place}作者`,
  part: { text: '文字', photo: '摄影', video: '摄像', edit: '编辑' },
  counted: '计入',
  fee: '媒体稿酬',
  capped: (amount: string) => `（封顶 ${amount}）`,
  raised: (amount: string) => `（保底 ${amount}）`,
  chosen: {
    highest: (count: number) => `（同稿 ${count} 次采用取最高）`,
    first: (count: number) => `（同稿 ${count} 次采用取最先）`,
    author: (count: number) => `（同稿 ${count} 次采用由作者选定）`,
    unchosen: (count: number) => `（同稿 ${count} 次采用待作者选定，暂取最高）`,
    highest_per: (count: number) => `（同类 ${count} 次采用取最高）`,
  },
  workCap: (amount: string) => `（同稿合计封顶 ${amount}）`,
  personCap: (amount: string) => `（每人每稿封顶 ${amount}）`,
};

/** `label amount`, or the amount alone where there is no label. */
export function sayTerm(label: string, amount: string): string {
  return label === '' ? amount : `${label} ${amount}`;
}

/** A sum in brackets before it is multiplied. */
export function bracketed(expression: string): string {
  return expression.includes(' + ') || expression.includes(' − ')
    ? `（${expression}）`
    : expression;
}

/** Words for what a period's rules do. */
export const periodWords = {
  named: (name: string, words: string) => `${name}：${words}`,
  limit: (amount: string) => `（至多 ${amount}）`,
  short: (need: string, have: string, rate: string) => `定额 ${need}，完成 ${have}，差 ${rate}`,
  over: (need: string, have: string, rate: string) => `定额 ${need}，完成 ${have}，超 ${rate}`,
  cap: (total: string, most: string) => `合计 ${total}，封顶 ${most}`,
  void: (total: string) => `合计 ${total} 作废`,
  keep: (highest: number, lost: string) => `只计最高 ${highest} 项，其余 ${lost} 不计`,
  jury: (points: string, factor: string) => `评委分 ${points} × ${factor}`,
  lapse: (months: number, least: string, lapsed: string) =>
    `${months} 个月内未满 ${least}，${lapsed} 失效`,
  prize: (rank: number, amount: string) => `第 ${rank} 名 ${amount}`,
};
