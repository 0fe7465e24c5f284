import { fontScale } from './display';

interface ReadingPage {
  data: object;
  setData(data: object): void;
  read(): Promise<void>;
}

/**
 * Reading again, when the page is pulled down or after a failure: for a page that is not read whenever it
 * comes to the front, or that does more then.
 */
export const readAgain = {
  async onPullDownRefresh(this: ReadingPage) {
    await this.read();
    wx.stopPullDownRefresh();
  },

  onRetryTap(this: ReadingPage) {
    // A page without it shows its skeleton as long as there is nothing else.
    this.setData({ message: '', ...('isLoading' in this.data && { isLoading: true }) });
    void this.read();
  },

  /** The line is back, and what is shown was kept or is missing: see components/line-watch. */
  onConnected(this: ReadingPage) {
    void this.read();
  },
};

/**
 * What every page does that shows something read: reads when it comes to the front, when it is pulled
 * down, and again after a failure. A page spreads it first and brings `read`; its own `onLoad` wins.
 */
export const readPage = {
  ...readAgain,

  onLoad(this: ReadingPage) {
    this.setData({ fontScale: fontScale() });
  },

  onShow(this: ReadingPage) {
    void this.read();
  },
};
