import { fontScale } from './display';

interface ReadingPage {
  setData(data: object): void;
  read(): Promise<void>;
}

/**
 * What every page does that shows something read: reads when it comes to the front, when it is pulled
 * down, and again after a failure. A page spreads it first and brings `read`; its own `onLoad` wins.
 */
export const readPage = {
  onLoad(this: ReadingPage) {
    this.setData({ fontScale: fontScale() });
  },

  onShow(this: ReadingPage) {
    void this.read();
  },

  async onPullDownRefresh(this: ReadingPage) {
    await this.read();
    wx.stopPullDownRefresh();
  },

  onRetryTap(this: ReadingPage) {
    this.setData({ message: '', isLoading: true });
    void this.read();
  },
};
