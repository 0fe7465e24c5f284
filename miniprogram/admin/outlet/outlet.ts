import { addOutlet, changeOutlet, showOutlet } from '../../client/outlet';
import { listChannel } from '../../client/syndication';
import { datedPage } from '../../pages/dated-page';
import { cloudNow } from '../../platform/clock';
import { fontScale } from '../../platform/display';
import { formFields, formPage } from '../../platform/form-page';
import { newId } from '../../platform/ids';
import { choicesOf, levelText, outletClassText, outletText } from '../../text/adoption';
import { dayOn, plainDayWords } from '../../text/day';
import { replyWords, whyNot } from '../../text/reply';
import { changedTerm, channelChoices, formOf, missingOf, namesOf, termLines, termOf } from './view';
import type { OutletForm, OutletView } from './view';

type FieldEvent = WechatMiniprogram.CustomEvent<
  { value?: string; chosen?: string[] },
  object,
  { field: keyof OutletForm }
>;

/** One outlet: names, level and class from a day on, channels whose answers count by themselves. */
Page({
  ...formPage,
  ...datedPage,

  data: {
    ...formFields,
    /** '' while one is added. */
    outletId: '',
    today: '',
    form: {} as OutletForm,
    levels: choicesOf(levelText),
    classes: choicesOf(outletClassText),
    channels: [] as { value: string; words: string }[],
    channelsUnread: '', // why the channels could not be read; '' when they were
    terms: [] as string[],
    isTermNew: false,
    sinceWords: '',
  },

  outlet: undefined as OutletView | undefined,
  newOutletId: '',
  isDayChosen: false,

  onLoad({ id = '' }: { id?: string }) {
    this.setData({ fontScale: fontScale(), outletId: id, today: dayOn(cloudNow()) });
    wx.setNavigationBarTitle({ title: id === '' ? outletText.add : outletText.change });
    void this.read();
  },

  onFieldChange({ detail, currentTarget }: FieldEvent) {
    const value = detail.chosen ? detail.chosen[0] : detail.value;
    this.isDayChosen ||= currentTarget.dataset.field === 'since';
    this.fill({ [currentTarget.dataset.field]: value });
  },

  onChannelsChange(event: WechatMiniprogram.CustomEvent<{ chosen: string[] }>) {
    this.fill({ channelIds: event.detail.chosen });
  },

  onChannelsRetryTap() {
    void this.readChannels();
  },

  onClosedChange(event: WechatMiniprogram.CustomEvent<{ value: boolean }>) {
    this.fill({ isClosed: event.detail.value });
  },

  async onSaveTap() {
    const { outlet } = this;
    if (outlet) {
      await this.send(async () => this.followDay() || this.change(outlet), outletText.saved);
      return;
    }
    await this.send(async () => this.followDay() || this.add(), outletText.added);
  },

  /** Where no level changes, no day is sent. */
  offerDay(since: string): boolean {
    this.fill({ since });
    return this.data.isTermNew;
  },

  async change(outlet: OutletView): Promise<string> {
    const { form } = this.data;
    const { id: outletId, version } = outlet;
    const kept = { outletId, version, isClosed: form.isClosed };
    const term = changedTerm(form, outlet);
    const reply = await changeOutlet({ ...kept, ...namesOf(form), term });
    return whyNot(reply);
  },

  async add(): Promise<string> {
    const term = termOf(this.data.form);
    if (!term) return missingOf(this.data.form);
    // Kept for the next tap: a lost answer must not make a second outlet.
    this.newOutletId ||= await newId();
    const names = namesOf(this.data.form);
    const reply = await addOutlet({ outletId: this.newOutletId, ...names, ...term });
    return whyNot(reply);
  },

  async read() {
    const { outletId, today } = this.data;
    if (outletId !== '') {
      const reply = await showOutlet({ outletId });
      if (!reply.ok) {
        this.setData({ message: replyWords(reply), isLoading: false });
        return;
      }
      this.outlet = reply.value.outlet;
    }
    await this.readChannels();
    this.setData({ isLoading: false, message: '', terms: termLines(this.outlet) });
    this.fill(formOf(this.outlet, today));
  },

  /** Those that are bound stay bound, whether they could be read or not. */
  async readChannels() {
    const found = await listChannel();
    const bound = this.outlet?.channelIds ?? [];
    this.setData({
      channels: channelChoices(found.ok ? found.value.channels : [], bound),
      channelsUnread: whyNot(found),
    });
  },

  fill(change: Partial<OutletForm>) {
    const form = { ...this.data.form, ...change };
    const isTermNew = this.outlet ? changedTerm(form, this.outlet) !== null : true;
    const sinceWords = form.since ? plainDayWords(form.since, cloudNow()) : '';
    this.setData({ form, isTermNew, sinceWords, missing: missingOf(form), refused: '' });
  },
});
