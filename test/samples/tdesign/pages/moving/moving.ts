import { hear, note } from '../../hear';

Page({
  data: {
    tab: 'all',
    menu: '0',
    bar: 'home',
    isDrawerOpen: false,
    drawerRows: [{ title: '菜单一' }, { title: '菜单二' }],
    segments: [
      { label: '稿件', value: 'stories' },
      { label: '任务', value: 'tasks' },
    ],
  },
  hear,
  onTab(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ tab: event.detail.value });
  },
  onBar(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    note(`tab-bar ${event.detail.value}`);
    this.setData({ bar: event.detail.value });
  },
  openDrawer() {
    this.setData({ isDrawerOpen: true });
  },
});
