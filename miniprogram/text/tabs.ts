/** The tabs as the rail of a PC names them; app.json has the same for the bar of a phone. */
export const tabText = [
  { url: '/pages/stories/stories', words: '稿件', icon: 'file' },
  { url: '/pages/todo/todo', words: '待办', icon: 'task' },
  { url: '/pages/standing/standing', words: '榜单', icon: 'chart-bar' },
  { url: '/pages/mine/mine', words: '我的', icon: 'user' },
];
