import { listPerson, listUnit } from '../../client/directory';
import { proposeAdjustment } from '../../client/points';
import { datedPage } from '../../pages/dated-page';
import { cloudNow } from '../../platform/clock';
import { fontScale } from '../../platform/display';
import { newId } from '../../platform/ids';
import { plainDayWords, dayOn } from '../../text/day';
import { replyWords } from '../../text/reply';
import { adjustmentText, bookUnits, standingText, type OwnerKind } from '../../text/standing';
import { hundredthsOf, missingOf, type Form } from './view';

type Typed = WechatMiniprogram.CustomEvent<{ value: string }>;
type Choice<Value> = WechatMiniprogram.CustomEvent<{ chosen: Value[] }>;
type FoundTap = WechatMiniprogram.CustomEvent<object, object, { id: string; name: string }>;

/** Names that fit what is typed; more would have to be scrolled through. */
const foundMax = 8;

const emptyForm: Form = {
  ...{ ownerId: '', ownerName: '', sign: 'more', book: 'points', amount: '' },
  ...{ occurredOn: '', reason: '' },
};

Page({
  ...datedPage,

  data: {
    fontScale: 1,
    /** For a hint of two lines. */
    room: { minHeight: '144rpx' },
    kinds: standingText.kinds,
    signs: adjustmentText.signs,
    books: adjustmentText.books,
    bookUnits,
    kind: 'person' as OwnerKind, // widened: data holds each in turn
    typed: '',
    found: [] as { id: string; name: string }[],
    form: emptyForm,
    today: '',
    day: '',
    missing: adjustmentText.missing.owner,
    refused: '',
    isSending: false,
  },

  adjustmentId: '',
  isDayChosen: false,
  units: [] as { id: string; name: string }[],

  onLoad() {
    const today = dayOn(cloudNow());
    const day = plainDayWords(today, cloudNow());
    this.setData({ fontScale: fontScale(), today, day });
    this.setData({ form: { ...emptyForm, occurredOn: today } });
  },

  onKindChange({ detail }: Choice<OwnerKind>) {
    this.setData({ kind: detail.chosen[0] ?? 'person', typed: '', found: [] });
    this.fill({ ownerId: '', ownerName: '' });
  },

  onNameChange({ detail }: Typed) {
    this.setData({ typed: detail.value });
    void this.find(detail.value.trim());
  },

  onFoundTap({ currentTarget }: FoundTap) {
    const { id, name } = currentTarget.dataset;
    this.setData({ found: [], typed: '' });
    this.fill({ ownerId: id, ownerName: name });
  },

  onOwnerClear() {
    this.fill({ ownerId: '', ownerName: '' });
  },

  onSignChange({ detail }: Choice<Form['sign']>) {
    this.fill({ sign: detail.chosen[0] ?? 'more' });
  },

  onBookChange({ detail }: Choice<Form['book']>) {
    this.fill({ book: detail.chosen[0] ?? 'points' });
  },

  onAmountChange({ detail }: Typed) {
    this.fill({ amount: detail.value });
  },

  onDayChange({ detail }: Typed) {
    this.isDayChosen = true;
    this.fillDay(detail.value);
  },

  offerDay(today: string): boolean {
    this.fillDay(today);
    return true;
  },

  fillDay(occurredOn: string) {
    this.setData({ day: plainDayWords(occurredOn, cloudNow()) });
    this.fill({ occurredOn });
  },

  onReasonChange({ detail }: Typed) {
    this.fill({ reason: detail.value });
  },

  async onProposeTap() {
    const { form, kind, isSending } = this.data;
    const amount = hundredthsOf(form);
    if (isSending || amount === undefined) return;
    const moved = this.followDay();
    if (moved) return this.setData({ refused: moved });
    this.setData({ isSending: true, refused: '' });
    // Kept for the next tap: a lost answer must not make a second one.
    this.adjustmentId ||= await newId();
    const { ownerId: id, book, occurredOn, reason } = form;
    const { adjustmentId } = this;
    const owner = { kind, id };
    const reply = await proposeAdjustment({
      adjustmentId,
      owner,
      book,
      amount,
      occurredOn,
      reason,
    });
    this.setData({ isSending: false });
    if (!reply.ok) {
      this.setData({ refused: replyWords(reply) });
      return;
    }
    await wx.navigateBack();
    wx.showToast({ title: adjustmentText.proposed, icon: 'none' });
  },

  async find(name: string) {
    const found = name === '' ? [] : await this.ownersNamed(name);
    // What was typed meanwhile has asked for itself.
    if (this.data.typed.trim() === name) this.setData({ found: found.slice(0, foundMax) });
  },

  async ownersNamed(name: string): Promise<{ id: string; name: string }[]> {
    if (this.data.kind === 'person') {
      const reply = await listPerson({ unitId: null, name, after: null });
      if (!reply.ok) this.setData({ refused: replyWords(reply) });
      return reply.ok ? reply.value.people.map((one) => ({ id: one.id, name: one.name })) : [];
    }
    if (this.units.length === 0) {
      const reply = await listUnit();
      if (!reply.ok) this.setData({ refused: replyWords(reply) });
      else this.units = reply.value.units.map((one) => ({ id: one.id, name: one.name }));
    }
    return this.units.filter((unit) => unit.name.includes(name));
  },

  fill(change: Partial<Form>) {
    const form = { ...this.data.form, ...change };
    this.setData({ form, missing: missingOf(form, this.data.today), refused: '' });
  },
});
