import type { OutletChoice } from '../../components/outlet-picker/view';
import { reportAdoption } from '../../client/adoption';
import { uploadClipping } from '../../client/clipping';
import { showStory } from '../../client/newsroom';
import { readOutlets } from '../../client/outlet-choices';
import { chooseClipping, type KeptClipping } from '../../platform/clippings';
import { fontScale } from '../../platform/display';
import { choicesOf, outletWords, positionText, reportText } from '../../text/adoption';
import { todayOn } from '../../text/day';
import { replyWords } from '../../text/review';
import { missingOf, reportOf, type ReportForm } from './view';

type Field = 'headline' | 'url' | 'note';
type FieldEvent = WechatMiniprogram.CustomEvent<{ value: string }, object, { field: Field }>;
type Chosen = WechatMiniprogram.CustomEvent<{ id: string; name: string }>;

/** 报告见报: which outlet, which day, where on the page, and a link or a picture to show it. */
Page({
  data: {
    fontScale: 1,
    skeleton: [{ width: '60%' }, { width: '100%' }, { width: '80%' }],
    isLoading: true,
    message: '',
    headline: '',
    today: '',
    outlets: [] as OutletChoice[],
    positions: choicesOf(positionText),
    form: {} as ReportForm,
    clipping: null as KeptClipping | null, // null until one is taken
    isPicking: false,
    missing: '',
    refused: '',
    isSending: false,
  },

  storyId: '',

  onLoad({ storyId = '' }: { storyId?: string }) {
    this.storyId = storyId;
    this.setData({ fontScale: fontScale(), today: todayOn(Date.now()) });
    void this.read();
  },

  onRetryTap() {
    this.setData({ message: '', isLoading: true });
    void this.read();
  },

  onOutletTap() {
    this.setData({ isPicking: true });
  },

  onPickerClose() {
    this.setData({ isPicking: false });
  },

  onOutletChoose(event: Chosen) {
    this.setData({ isPicking: false });
    this.change({ outletId: event.detail.id, outletName: event.detail.name });
  },

  onDayChange(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.change({ printedOn: event.detail.value });
  },

  onPositionChange(event: WechatMiniprogram.CustomEvent<{ chosen: ReportForm['position'][] }>) {
    this.change({ position: event.detail.chosen[0] ?? 'other' });
  },

  onTextChange({ detail, currentTarget }: FieldEvent) {
    this.change({ [currentTarget.dataset.field]: detail.value });
  },

  async onClippingAdd() {
    try {
      const clipping = await chooseClipping();
      if (clipping) this.setData({ clipping });
    } catch {
      wx.showToast({ title: reportText.notTaken, icon: 'none' });
    }
    this.change({});
  },

  onClippingRemove() {
    this.setData({ clipping: null });
    this.change({});
  },

  async onSendTap() {
    if (this.data.isSending) return;
    this.setData({ isSending: true, refused: '' });
    const words = await this.send();
    this.setData({ isSending: false, refused: words });
  },

  /** Answers why it was not sent; what was typed stays for the next try. */
  async send(): Promise<string> {
    const { form, clipping } = this.data;
    const named = clipping && {
      ...{ sha256: clipping.sha256, bytes: clipping.bytes, ext: clipping.ext },
    };
    if (clipping && named && !(await uploadClipping(named, clipping.path))) {
      return reportText.notUploaded;
    }
    const reply = await reportAdoption(reportOf(this.storyId, form, named));
    if (!reply.ok) return replyWords(reply);
    await wx.navigateBack();
    const isNew = reply.value.state === 'reported';
    wx.showToast({ title: isNew ? reportText.done : reportText.joined, icon: 'none' });
    return '';
  },

  async read() {
    const [reply, outlets] = await Promise.all([
      showStory({ storyId: this.storyId }),
      readOutlets(),
    ]);
    if (!reply.ok) {
      this.setData({ message: replyWords(reply), isLoading: false });
      return;
    }
    const { headline } = reply.value.story;
    const choices = outlets.map((outlet) => ({ ...outlet, about: outletWords(outlet) }));
    this.setData({ isLoading: false, message: '', headline, outlets: choices });
    const named = { outletId: '', outletName: '', printedOn: this.data.today };
    this.change({ ...named, position: 'other', headline, url: '', note: '' });
  },

  change(change: Partial<ReportForm>) {
    const form = { ...this.data.form, ...change };
    this.setData({ form, missing: missingOf(form, this.data.clipping !== null), refused: '' });
  },
});
