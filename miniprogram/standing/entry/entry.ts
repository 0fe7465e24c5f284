import { appealEntry, showEntry } from '../../client/points';
import { openPage } from '../../pages/open-page';
import { cloudNow } from '../../platform/clock';
import { fontScale } from '../../platform/display';
import { forget, keep, readKept } from '../../platform/storage';
import { replyWords } from '../../text/reply';
import { entryText } from '../../text/standing';
import { viewOfEntry, type EntryView } from './view';

/** The last appeal that was begun, and about which entry. */
const draftKey = 'appeal';
interface Begun {
  entryId: string;
  text: string;
}

Page({
  data: {
    fontScale: 1,
    /** For a hint of two lines. */
    room: { minHeight: '144rpx' },
    message: '',
    view: null as EntryView | null, // null until it is read
    isAppealing: false,
    text: '',
    missing: entryText.missing,
    refused: '',
    isSending: false,
  },

  entryId: '',

  onLoad({ id = '' }: { id?: string }) {
    this.entryId = decodeURIComponent(id);
    this.setData({ fontScale: fontScale() });
    const begun = readKept<Begun>(draftKey);
    if (begun?.entryId === this.entryId) this.write(begun.text);
    void this.read();
  },

  onRetryTap() {
    this.setData({ message: '' });
    void this.read();
  },

  onStoryTap() {
    openPage(`/pages/story/story?storyId=${this.data.view?.storyId ?? ''}`);
  },

  onRelatedTap() {
    const id = encodeURIComponent(this.data.view?.relatedId ?? '');
    openPage(`/standing/entry/entry?id=${id}`);
  },

  onRulebookTap() {
    const version = this.data.view?.ruleVersion ?? 0;
    openPage(`/admin/rulebook-plain/rulebook-plain?version=${version}`);
  },

  onAppealTap() {
    this.setData({ isAppealing: true, refused: '' });
  },

  onAppealClose() {
    this.setData({ isAppealing: false });
  },

  onSheetChange({ detail }: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
    if (!detail.visible) this.onAppealClose();
  },

  onTextChange({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.write(detail.value);
    keep(draftKey, { entryId: this.entryId, text: detail.value } satisfies Begun);
  },

  write(text: string) {
    this.setData({ text, missing: text.trim() === '' ? entryText.missing : '', refused: '' });
  },

  async onSendTap() {
    const { text, missing, isSending } = this.data;
    if (isSending || missing !== '') return;
    this.setData({ isSending: true, refused: '' });
    const reply = await appealEntry({ entryId: this.entryId, text });
    this.setData({ isSending: false });
    if (!reply.ok) {
      this.setData({ refused: replyWords(reply) });
      return;
    }
    forget(draftKey);
    this.setData({ isAppealing: false, text: '', missing: entryText.missing });
    wx.showToast({ title: entryText.sent, icon: 'none' });
    await this.read();
  },

  async read() {
    const reply = await showEntry({ entryId: this.entryId });
    if (reply.ok) this.setData({ message: '', view: viewOfEntry(reply.value, cloudNow()) });
    else this.setData({ message: replyWords(reply) });
  },
});
