import { note } from '../../hear';

Page({
  data: {
    parts: [
      { name: 'basic', title: '基础' },
      { name: 'display', title: '展示' },
      { name: 'entry', title: '输入' },
      { name: 'choice', title: '选择' },
      { name: 'moving', title: '导航' },
      { name: 'feedback', title: '反馈' },
      { name: 'chat', title: '对话' },
      { name: 'form', title: '表单' },
      { name: 'tags', title: '内置标签' },
      { name: 'life', title: '生命周期' },
      { name: 'meta', title: '页面设置' },
    ],
  },
  onLoad() {
    note('index load');
  },
  onShow() {
    note('index show');
  },
  onReady() {
    note('index ready');
  },
  onHide() {
    note('index hide');
  },
  onTabItemTap(tab) {
    note(`index tab ${tab.text}`);
  },
  onShareAppMessage() {
    return { title: '组件样本', path: '/pages/index/index' };
  },
  open(event: WechatMiniprogram.TouchEvent) {
    const { name } = event.currentTarget.dataset;
    wx.navigateTo({
      url: `/pages/${name}/${name}?from=${encodeURIComponent('目录')}`,
      events: { said: (word: string) => note(`index said ${word}`) },
      success: ({ eventChannel }) => eventChannel.emit('opened', name),
    });
  },
});
