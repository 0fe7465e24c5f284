import type { OutletChoice } from '../../components/outlet-picker/view';
import { showStory } from '../../client/newsroom';
import { readOutlets } from '../../client/outlet-choices';
import {
  keepTyped,
  keptReports,
  queueReport,
  sendReports,
  takeBack,
  takenAs,
  typedReport,
  type ReportForm,
} from '../../client/reports';
import type { KeptClipping } from '../../platform/clippings';
import { cloudNow } from '../../platform/clock';
import { fontScale } from '../../platform/display';
import { choicesOf, outletWords, positionText, reportText } from '../../text/adoption';
import { plainDayWords, dayOn } from '../../text/day';
import { refusalWords } from '../../text/refusal';
import { replyWords } from '../../text/reply';
import { datedPage } from '../dated-page';
import { takeClipping } from './take-clipping';
import { missingOf } from './view';

type Field = 'headline' | 'url' | 'note';
type FieldEvent = WechatMiniprogram.CustomEvent<{ value: string }, object, { field: Field }>;
type Chosen = WechatMiniprogram.CustomEvent<{ id: string; name: string }>;

const takenText = { reported: reportText.done, joined: reportText.joined };

/**
 * 报告刊发: which outlet, which day, where on the page, and a link or a picture to show it. What is typed
 * is kept at each change, and what is sent without a network goes out when it is back.
 */
Page({
  ...datedPage,

  data: {
    fontScale: 1,
    isLoading: true,
    message: '',
    headline: '',
    today: '',
    day: '',
    outlets: [] as OutletChoice[],
    positions: choicesOf(positionText),
    form: {} as ReportForm,
    clipping: null as KeptClipping | null, // null until one is taken
    isPicking: false,
    missing: '',
    saved: '',
    refused: '',
    isSending: false,
  },

  storyId: '',
  headline: '',

  /** The headline is the story's, for when it cannot be read; the report is one that came back. */
  onLoad({ storyId = '', headline = '', report = '' }: Record<string, string>) {
    this.storyId = storyId;
    this.headline = decodeURIComponent(headline);
    if (report) takeBack(storyId, report);
    this.setData({ fontScale: fontScale(), today: dayOn(cloudNow()) });
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
    this.change({ printedOn: event.detail.value, isDayOffered: false });
  },

  onPositionChange(event: WechatMiniprogram.CustomEvent<{ chosen: ReportForm['position'][] }>) {
    this.change({ position: event.detail.chosen[0] ?? 'other' });
  },

  onTextChange({ detail, currentTarget }: FieldEvent) {
    this.change({ [currentTarget.dataset.field]: detail.value });
  },

  async onClippingAdd() {
    const clipping = await takeClipping();
    if (clipping) this.setData({ clipping });
    this.change({});
  },

  onClippingRemove() {
    this.setData({ clipping: null });
    this.change({});
  },

  async onSendTap() {
    if (this.data.isSending) return;
    this.setData({ isSending: true, refused: '' });
    const refused = this.followDay() || (await this.send());
    this.setData({ isSending: false, refused });
  },

  /** Answers why it was not taken; what was typed stays for the next try. */
  async send(): Promise<string> {
    const { form, clipping } = this.data;
    const { storyId } = this;
    let commandId: string;
    try {
      commandId = await queueReport(storyId, { form, clipping });
    } catch {
      return reportText.full;
    }
    await sendReports();
    const refusal = keptReports(storyId).find((one) => one.commandId === commandId)?.refusal;
    if (refusal) {
      takeBack(storyId, commandId);
      return refusalWords(refusal);
    }
    await wx.navigateBack();
    const taken = takenAs(commandId);
    wx.showToast({ title: taken ? takenText[taken] : reportText.later, icon: 'none' });
    return '';
  },

  async read() {
    const [reply, outlets] = await Promise.all([
      showStory({ storyId: this.storyId }),
      readOutlets(),
    ]);
    if (!reply.ok && ('refusal' in reply || this.headline === '')) {
      this.setData({ message: replyWords(reply), isLoading: false });
      return;
    }
    const headline = reply.ok ? reply.value.story.headline : this.headline;
    const choices = outlets.map((outlet) => ({ ...outlet, about: outletWords(outlet) }));
    const typed = typedReport(this.storyId);
    const named = { outletId: '', outletName: '', printedOn: this.data.today, isDayOffered: true };
    const empty: ReportForm = { ...named, position: 'other', headline, url: '', note: '' };
    const { form: kept, clipping } = typed ?? { form: empty, clipping: null };
    // Typed on another day perhaps.
    const form = kept.isDayOffered ? { ...kept, printedOn: this.data.today } : kept;
    const missing = missingOf(form, clipping !== null);
    const saved = typed ? reportText.kept : '';
    const day = plainDayWords(form.printedOn, cloudNow());
    this.setData({ isLoading: false, message: '', headline, outlets: choices });
    this.setData({ form, day, clipping, missing, saved });
  },

  offerDay(today: string): boolean {
    const { form } = this.data;
    if (!form.isDayOffered) return false;
    const day = plainDayWords(today, cloudNow());
    this.setData({ form: { ...form, printedOn: today }, day });
    return true;
  },

  change(change: Partial<ReportForm>) {
    const { clipping } = this.data;
    const form = { ...this.data.form, ...change };
    let saved = reportText.kept;
    try {
      keepTyped(this.storyId, { form, clipping });
    } catch {
      saved = reportText.full;
    }
    const day = plainDayWords(form.printedOn, cloudNow());
    this.setData({ form, day, missing: missingOf(form, clipping !== null), saved, refused: '' });
  },
});
