/** What the pictures' people tap and write. */
export const wording = {
  write: '写稿件',
  headline: '标题',
  advice: '写作提醒',
  body: '正文',
  administration: '管理',
  moreActs: '更多操作',
  release: '放回待办，让他人处理',
  released: '已放回待办',
  /** With a word that the lexicon knows, so that the picture shows what is said of it. */
  draft: {
    headline: '老街议事室里话养老',
    body: '医药卫生界的委员在老街议事室召开坐谈会，七位委员和二十多位居民围着一张长桌，商量助餐点怎么办、谁来管、钱从哪里出。',
  },
};
