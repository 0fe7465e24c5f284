/** Words of the tab 我的 and of joining. */
export const mineText = {
  head: (unit: string) => `${unit}（负责人）`,
  peopleOf: (unit: string) => `${unit}人员`,
  unknownUnit: '单位名称未读到',
  duty: (duty: string, units: string) => (units === '' ? duty : `${duty}：${units}`),
  between: '、',
  noDuty: '还没有分配职责，可为所在单位投稿',
  version: (version: string) => version || '开发版',
};

export const joinText = {
  missing: '请输入邀请码',
  noSuchLetter: '邀请码里没有数字 0、1 和字母 I、O，请再核对',
  short: (left: number) => `还差 ${left} 位`,
  notInvite: '这不是乡讯的邀请码，请核对后再扫',
  start: '开始使用',
  back: '看积分',
  poster: '这是积分码。请先输入邀请码加入，加入后就能看积分。',
  joined: (name: string) => `${name}，欢迎加入`,
};
