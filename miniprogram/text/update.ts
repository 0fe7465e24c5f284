/** What is asked when a new version is on board; WeChat shows four characters on a button. */
export const updateText = {
  title: '有新版本',
  content: '现在重新打开，几秒就好。草稿和待发的稿件都在手机里，不会丢。',
  confirm: '马上更新',
  cancel: '以后再说',
  busy: '还有内容在发送，发完再更新',
};
