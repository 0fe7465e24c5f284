Page({
  onShow() {
    const bar = this.getTabBar();
    bar?.setData({ selected: 'one' });
  },
});
