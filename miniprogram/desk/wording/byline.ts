/** What the office reads beside the byline of a printing. */
export const bylineWording = {
  add: '添加署名',
  journalist: '记者',
  first: '第一作者',
  known: '通讯录里的人',
  outsider: '不在通讯录',
  unpaid: '媒体记者，不分积分',
  filed: (names: string) => `投稿时署名：${names}`,
};
