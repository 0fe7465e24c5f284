import { hear, note } from '../../hear';

const cities = [
  ['林城', '河州'],
  ['东街', '西街'],
];

Page({
  data: {
    cities,
    picked: '',
    isPulling: false,
    columns: { years: ['2024', '2025', '2026'], months: ['01', '02', '03'] },
    wheel: [1, 0],
    rows: Array.from({ length: 30 }, (_, row) => `行${row}`),
    nodes: [{ name: 'b', children: [{ type: 'text', text: '粗体节点' }] }],
    html: '<p onclick="x()">段落<script>alert(1)</script></p><a href="javascript:1">链接</a>',
    into: '',
    turn: {},
  },
  hear,
  hearMark(event: WechatMiniprogram.TouchEvent) {
    hear(event as never);
    note(`mark ${JSON.stringify(event.mark)}`);
  },
  onColumn(event: WechatMiniprogram.CustomEvent<{ column: number; value: number }>) {
    note(`column ${event.detail.column} ${event.detail.value}`);
    if (event.detail.column === 0 && event.detail.value === 1) {
      this.setData({ cities: [cities[0], ['南岸', '北岸']] });
    }
  },
  onRefresh() {
    note('scroll-view refresh');
    this.setData({ isPulling: true });
    setTimeout(() => this.setData({ isPulling: false }), 50);
  },
  toRow() {
    this.setData({ into: 'row-20' });
  },
  measure() {
    wx.createSelectorQuery()
      .select('#measured')
      .fields({ id: true, dataset: true, rect: true, size: true, computedStyle: ['color'] })
      .select('#drawn')
      .fields({ node: true, size: true })
      .selectViewport()
      .scrollOffset()
      .exec((found) => {
        const [box, canvas, page] = found;
        note(`measured ${box.id} ${box.dataset.kind} ${box.width} ${box.color}`);
        note(`canvas ${typeof canvas.node.getContext} page ${page.scrollTop}`);
      });
  },
  animateBox() {
    this.animate('#measured', [{ opacity: 1 }, { opacity: 0.5, translateX: 20 }], 30, () =>
      note('animated'),
    );
  },
  turnBox() {
    const animation = wx.createAnimation({ duration: 20 });
    this.setData({ turn: animation.rotate(45).step().export() });
  },
  watchRow() {
    this.createIntersectionObserver()
      .relativeTo('#rows')
      .observe('#row-20', ({ intersectionRatio }) => note(`row in view ${intersectionRatio > 0}`));
  },
});
