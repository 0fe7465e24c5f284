import { hear, note } from '../../hear';

Page({
  data: { name: '', lines: '', files: [] as { url: string }[], word: '', color: '#b5262b' },
  hear,
  onName(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ name: event.detail.value });
  },
  onLines(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ lines: event.detail.value });
  },
  onFiles(event: WechatMiniprogram.CustomEvent<{ files: { url: string }[] }>) {
    note(`upload success ${event.detail.files.length}`);
    this.setData({ files: event.detail.files });
  },
  onFileRemove(event: WechatMiniprogram.CustomEvent<{ index: number }>) {
    note(`upload remove ${event.detail.index}`);
    this.setData({ files: this.data.files.filter((_, index) => index !== event.detail.index) });
  },
});
