import { fontScale } from '../../platform/display';
import { rulebookText, type PeriodRule } from '../wording/rulebook';
import { changeDraft, readDraft } from '../rulebook/kept';
import { appendAt, raiseAt, removeAt, writeAt } from '../rulebook/paths';
import { formOf } from './view';

type Typed = WechatMiniprogram.CustomEvent<{ value: string }>;
type Changed = WechatMiniprogram.CustomEvent<{ path: string; value: unknown }>;

Page({
  data: {
    fontScale: 1,
    message: '',
    form: undefined as ReturnType<typeof formOf> | undefined,
    mayRaise: false,
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

  onRulebooksTap() {
    void wx.redirectTo({ url: '/admin/rulebooks/rulebooks' });
  },

  onTextChange(event: Typed) {
    this.onFieldWrite({ detail: { path: 'name', value: event.detail.value } });
  },

  onFieldWrite({ detail: { path, value } }: Pick<Changed, 'detail'>) {
    if (this.rule) this.replace(writeAt(this.rule, path, value));
  },

  onFieldAppend({ detail: { path, value } }: Changed) {
    if (this.rule) this.replace(appendAt(this.rule, path, value));
  },

  onFieldRemove({ detail: { path } }: Changed) {
    if (this.rule) this.replace(removeAt(this.rule, path));
  },

  /** Later rules see what the former ones brought, so their order matters. */
  onRaiseTap() {
    changeDraft((rulebook) => raiseAt(rulebook, `periodRules.${this.place}`));
    this.place -= 1;
    this.setData({ mayRaise: this.place > 0 });
    wx.showToast({ title: rulebookText.raised, icon: 'success' });
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

  replace(rule: PeriodRule) {
    changeDraft((rulebook) => writeAt(rulebook, `periodRules.${this.place}`, rule));
    this.fill(rule);
  },

  fill(rule: PeriodRule) {
    this.rule = rule;
    const rules = readDraft()?.rulebook.rules ?? [];
    this.setData({ form: formOf(rule, { rules }), mayRaise: this.place > 0 });
  },
});
