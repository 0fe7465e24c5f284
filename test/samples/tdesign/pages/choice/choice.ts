import { hear, note } from '../../hear';

const cities = [
  { label: '北京', value: 'bj' },
  { label: '上海', value: 'sh' },
  { label: '广州', value: 'gz' },
];

Page({
  data: {
    open: '',
    cities,
    city: ['sh'],
    day: '2026-11-20',
    calendarDay: new Date(2026, 10, 20).getTime(),
    units: [
      {
        label: '城关镇',
        value: '1',
        children: [
          { label: '东街村', value: '11' },
          { label: '西街村', value: '12' },
        ],
      },
      { label: '河口乡', value: '2', children: [{ label: '河口村', value: '21' }] },
    ],
    treeValue: ['1', '11'],
    steps: [
      { label: '本周', value: 'week' },
      { label: '本月', value: 'month' },
    ],
  },
  hear,
  show(event: WechatMiniprogram.TouchEvent) {
    this.setData({ open: event.currentTarget.dataset.open });
  },
  onPicked(event: WechatMiniprogram.CustomEvent<{ value: unknown }>) {
    const { open } = this.data;
    note(`${open} ${JSON.stringify(event.detail.value)}`);
    this.setData({ open: '' });
  },
  onClose() {
    this.setData({ open: '' });
  },
});
