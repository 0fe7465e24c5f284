import { fontScale } from '../../platform/display';
import { rulebookText, type PeriodRule } from '../../text/rulebook';
import { changeDraft, readDraft } from '../rulebook/kept';
import { appendAt, removeAt, writeAt } from '../rulebook/paths';
import { amountOf } from '../rulebook/words';
import { classesOf, formOf, periodChoices, plainEffects, type Effect } from './view';

type Typed = WechatMiniprogram.CustomEvent<
  { value: string },
  object,
  { path: string; scale: number; empty: boolean }
>;
type Chosen = WechatMiniprogram.CustomEvent<{ chosen: string[] }, object, { path: string }>;

Page({
  data: {
    fontScale: 1,
    ...periodChoices,
    message: '',
    form: undefined as ReturnType<typeof formOf> | undefined,
  },

  place: 0,
  rule: undefined as PeriodRule | undefined,

  onLoad({ place = '0' }: { place?: string }) {
    this.place = Number(place);
    this.setData({ fontScale: fontScale() });
    const rule = readDraft()?.rulebook.periodRules[this.place];
    if (rule) this.fill(rule);
    else this.setData({ message: rulebookText.noRule });
  },

  onTextChange(event: Typed) {
    this.write('name', event.detail.value);
  },

  onClassesChange(event: Typed) {
    this.write('unitClasses', classesOf(event.detail.value));
  },

  onNumberChange(event: Typed) {
    const { path, scale, empty } = event.currentTarget.dataset;
    const number = amountOf(event.detail.value, scale);
    if (number === undefined || (number === null && !empty)) return;
    this.write(path, number);
  },

  onChoiceChange(event: Chosen) {
    this.write(event.currentTarget.dataset.path, event.detail.chosen[0]);
  },

  onEffectChange(event: Chosen) {
    const kind = event.detail.chosen[0] as Effect['kind']; // the chips' own values
    this.write('effect', plainEffects[kind]);
  },

  onPlaceAddTap() {
    if (!this.rule) return;
    this.replace(appendAt(this.rule, 'effect.places', { to: 20, amount: 1000 }));
  },

  async onRemoveRuleTap() {
    const { title, confirm, cancel } = rulebookText.remove;
    const asked = { title, content: '', confirmText: confirm, cancelText: cancel };
    if (!(await wx.showModal(asked)).confirm) return;
    changeDraft((rulebook) => removeAt(rulebook, `periodRules.${this.place}`));
    await wx.navigateBack();
  },

  onDoneTap() {
    void wx.navigateBack();
  },

  write(path: string, value: unknown) {
    if (this.rule) this.replace(writeAt(this.rule, path, value));
  },

  replace(rule: PeriodRule) {
    changeDraft((rulebook) => writeAt(rulebook, `periodRules.${this.place}`, rule));
    this.fill(rule);
  },

  fill(rule: PeriodRule) {
    this.rule = rule;
    this.setData({ form: formOf(rule) });
  },
});
