/** Chinese that the browser shows in WeChat's place. */
export const WORDS = {
  pageNotFound: '页面不存在',
  backToEntry: '返回首页',
  back: '返回',
  home: '首页',
  confirm: '确定',
  cancel: '取消',
  clear: '清除',
  year: '年',
  month: '月',
  day: '日',
  whole: '全部',
  refreshing: '正在刷新',
} as const;
