/** Each button calls one API that a browser only allows from a tap; the answer is shown as JSON. */
type Call = () => Promise<unknown>;

const calls: Record<string, Call> = {
  chooseMedia: () => wx.chooseMedia({ count: 2, mediaType: ['image'] }),
  chooseSmall: () => wx.chooseMedia({ count: 1, mediaType: ['image'], sizeType: ['compressed'] }),
  chooseMessageFile: () => wx.chooseMessageFile({ count: 3, type: 'all' }),
  scanCode: () => wx.scanCode({}),
};

Page({
  data: { answer: '', calls: Object.keys(calls), picture: '' },
  async onCallTap(event: WechatMiniprogram.TouchEvent) {
    const { name } = event.currentTarget.dataset as { name: string };
    this.setData({ answer: '' });
    const answer = await calls[name]?.().catch((failure: unknown) => failure);
    this.setData({ answer: JSON.stringify(answer) });
  },
  onDetail(event: WechatMiniprogram.CustomEvent) {
    this.setData({ answer: JSON.stringify(event.detail) });
  },
  onPictureLoad() {
    this.setData({ answer: 'picture shown' });
  },
  onPictureError() {
    this.setData({ answer: 'picture missing' });
  },
  onShareAppMessage() {
    return { title: 'shared', path: '/pages/second/second?id=7' };
  },
  onPullDownRefresh() {
    this.setData({ answer: 'pulled' });
    wx.stopPullDownRefresh();
  },
});
