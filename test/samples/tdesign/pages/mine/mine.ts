import { note } from '../../hear';

Page({
  data: { shown: 0 },
  onShow() {
    this.setData({ shown: this.data.shown + 1 });
  },
  onTabItemTap(tab) {
    note(`mine tab ${tab.index} ${tab.text}`);
  },
});
