Page({
  data: { title: '属性标题', isHeld: false },
  rename() {
    this.setData({ title: '改过的标题' });
  },
  hold() {
    this.setData({ isHeld: true });
  },
});
