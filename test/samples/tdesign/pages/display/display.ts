import { hear, note } from '../../hear';

Page({
  data: {
    isViewing: false,
    pictures: ['/assets/a.png', '/assets/b.png'],
    panels: [] as number[],
    columns: [
      { colKey: 'name', title: '姓名' },
      { colKey: 'points', title: '积分' },
    ],
    rows: [
      { id: '1', name: '林', points: 12 },
      { id: '2', name: '周', points: 9 },
    ],
    actions: [{ text: '删除', className: 'remove' }],
    watermark: { text: '乡讯' },
  },
  hear,
  onView() {
    this.setData({ isViewing: true });
  },
  onViewerClose() {
    note('viewer close');
    this.setData({ isViewing: false });
  },
  onPanels(event: WechatMiniprogram.CustomEvent<{ value: number[] }>) {
    note(`collapse ${JSON.stringify(event.detail.value)}`);
    this.setData({ panels: event.detail.value });
  },
});
