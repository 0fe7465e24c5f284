/** What the list of all stories says. */
export const deskStoriesText = {
  allStates: '全部状态',
  allUnits: '全部单位',
  empty: '还没有稿件。投给您所管单位的稿件都会列在这里。',
  notFound: '没有找到这样的稿件。换个状态、单位或题目里的几个字试试。',
};
