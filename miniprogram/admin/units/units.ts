import { listUnit } from '../../client/directory';
import { fontScale } from '../../platform/display';
import { unitKindText } from '../../text/admin';
import { replyWords } from '../../text/review';
import { treeOf } from '../tree';

interface UnitLine {
  id: string;
  name: string;
  depth: number;
  about: string;
}

Page({
  data: {
    fontScale: 1,
    skeleton: [{ width: '50%' }, { width: '80%' }, { width: '70%' }, { width: '80%' }],
    isLoading: true,
    message: '',
    lines: [] as UnitLine[],
  },

  onLoad() {
    this.setData({ fontScale: fontScale() });
  },

  onShow() {
    void this.read();
  },

  async onPullDownRefresh() {
    await this.read();
    wx.stopPullDownRefresh();
  },

  onRetryTap() {
    this.setData({ message: '', isLoading: true });
    void this.read();
  },

  onUnitTap(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
    wx.navigateTo({ url: `/admin/unit/unit?id=${event.currentTarget.dataset.id}` });
  },

  onAddTap() {
    wx.navigateTo({ url: '/admin/unit/unit' });
  },

  async read() {
    const reply = await listUnit();
    if (!reply.ok) {
      this.setData({ message: replyWords(reply), isLoading: false });
      return;
    }
    const lines = treeOf(reply.value.units).map(({ id, name, depth, kind, quotaClass }) => ({
      ...{ id, name, depth },
      about: [unitKindText[kind], quotaClass].filter(Boolean).join(' · '),
    }));
    this.setData({ lines, isLoading: false, message: '' });
  },
});
