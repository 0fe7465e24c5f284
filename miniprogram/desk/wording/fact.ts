/** What the pages of registered facts say beyond `text/adoption`, which the main package carries. */

/** Marks that the presets' rules ask for; an office's own table may ask for others. */
export const factMarkText: Record<string, string> = {
  adopted: '被采纳',
  signed: '获批示',
  contributor: '参与人',
  monthly: '月奖',
  weekly: '周奖',
  daily_first: '日一等奖',
  daily_second: '日二等奖',
};

export const workWording = {
  title: '稿件或外稿',
  hint: '按标题或题签查找',
  nothing: '近两年没有这样的稿件或外稿',
  outside: '外稿',
};

export const factWording = {
  markInvalid: '标记只用文字和数字，不用空格和标点',
  marked: (mark: string) => `标记：${factMarkText[mark] ?? mark}`,
  aboutWork: (title: string | null) => (title === null ? '关于一件作品' : `关于《${title}》`),
};
