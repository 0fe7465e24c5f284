import { hear } from '../../hear';

Page({
  data: { letters: ['A', 'B', 'C'], scrollTop: 0 },
  hear,
  onPageScroll({ scrollTop }) {
    this.setData({ scrollTop });
  },
});
