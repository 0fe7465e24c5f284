import { note } from '../../hear';

Page({
  data: { rows: 40, pulls: 0 },
  onLoad(query) {
    note(`life load ${JSON.stringify(query)}`);
  },
  onShow() {
    note('life show');
  },
  onReady() {
    note('life ready');
  },
  onHide() {
    note('life hide');
  },
  onUnload() {
    note('life unload');
  },
  onReachBottom() {
    note('life bottom');
    this.setData({ rows: this.data.rows + 10 });
  },
  onPullDownRefresh() {
    note('life pull');
    this.setData({ pulls: this.data.pulls + 1 });
    wx.stopPullDownRefresh();
  },
  onResize({ size }) {
    note(`life resize ${size.windowWidth}`);
  },
  another() {
    wx.navigateTo({ url: 'life?depth=1', fail: ({ errMsg }) => note(errMsg) });
  },
  missing() {
    wx.navigateTo({ url: '/pages/none/none', fail: ({ errMsg }) => note(errMsg) });
  },
  tabByTo() {
    wx.navigateTo({ url: '/pages/mine/mine', fail: ({ errMsg }) => note(errMsg) });
  },
  replace() {
    wx.redirectTo({ url: '/pages/basic/basic' });
  },
});
