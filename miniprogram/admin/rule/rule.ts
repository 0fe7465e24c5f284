import { fontScale } from '../../platform/display';
import { rulebookText, type Rule } from '../wording/rulebook';
import { changeDraft, readDraft } from '../rulebook/kept';
import { appendAt, raiseAt, readAt, removeAt, writeAt } from '../rulebook/paths';
import { amountOf } from '../rulebook/words';
import { narrow, noWhen, plainBases, plainChanges, plainShare, raise, widen } from './plain';
import { formOf, shareKinds, type Base } from './view';

type At = { path: string };
type Typed = WechatMiniprogram.CustomEvent<{ value: string }, object, At>;
type Changed = WechatMiniprogram.CustomEvent<{ path: string; value: unknown }>;
type Chosen = WechatMiniprogram.CustomEvent<{ chosen: string[] }>;
type Tap = WechatMiniprogram.TouchEvent<object, object, At & { side: 'rows' | 'columns' }>;

/** What the sheet tells: a heading's label, a campaign's days, and conditions. */
interface SheetChange {
  label: string;
  from: string;
  to: string;
  conditions: object[];
}

const closedSheet = {
  ...{ path: '', label: '', from: '', to: '', conditions: [] as object[] },
  ...{ hasLabel: false, hasDays: false, mayRaise: false, mayRemove: false },
};

Page({
  data: {
    fontScale: 1,
    shareKinds,
    message: '',
    form: undefined as ReturnType<typeof formOf> | undefined,
    /** What the sheet edits: a heading with its label, or conditions alone. */
    sheet: closedSheet,
    isSheetOpen: false,
  },

  place: 0,
  rule: undefined as Rule | undefined,

  onLoad({ place = '0' }: { place?: string }) {
    this.place = Number(place);
    this.setData({ fontScale: fontScale() });
    const rule = readDraft()?.rulebook.rules[this.place];
    if (rule) this.fill(rule);
    else this.setData({ message: rulebookText.noRule });
  },

  onRulebooksTap() {
    void wx.redirectTo({ url: '/admin/rulebooks/rulebooks' });
  },

  onTextChange(event: Typed) {
    this.write(event.currentTarget.dataset.path, event.detail.value);
  },

  /** A cell of a table; an empty one leaves it to the next line. */
  onCellChange(event: Typed) {
    const amount = amountOf(event.detail.value);
    // What is no number yet, such as a lone minus, is left until it is one.
    if (amount !== undefined) this.write(event.currentTarget.dataset.path, amount);
  },

  onFieldWrite({ detail: { path, value } }: Changed) {
    this.write(path, value);
  },

  onFieldAppend({ detail: { path, value } }: Changed) {
    this.change((rule) => appendAt(rule, path, value));
  },

  onFieldRemove({ detail: { path } }: Changed) {
    this.change((rule) => removeAt(rule, path));
  },

  onShareAdd(event: Chosen) {
    const [words = ''] = event.detail.chosen;
    this.change((rule) => appendAt(rule, 'shares', plainShare(words)));
  },

  onLineAddTap() {
    const line = { label: '', when: noWhen, base: plainBases.fixed };
    this.change((rule) => appendAt(rule, 'lines', line));
  },

  onModifierAddTap() {
    const modifier = { label: '', when: noWhen, change: plainChanges.times };
    this.change((rule) => appendAt(rule, 'modifiers', modifier));
  },

  onRemoveTap(event: Tap) {
    this.change((rule) => removeAt(rule, event.currentTarget.dataset.path));
  },

  onRaiseTap(event: Tap) {
    this.change((rule) => raiseAt(rule, event.currentTarget.dataset.path));
  },

  onWidenTap(event: Tap) {
    const { path, side } = event.currentTarget.dataset;
    this.change((rule) => writeAt(rule, path, widen(readAt(rule, path) as Base, side)));
  },

  onHeadingTap(event: Tap) {
    const { path } = event.currentTarget.dataset;
    const heading = readAt(this.rule, path) as { label: string; conditions: object[] };
    const mayRaise = !path.endsWith('.0');
    this.openSheet({ ...closedSheet, path, ...heading, hasLabel: true, mayRaise, mayRemove: true });
  },

  onConditionsTap(event: Tap) {
    const { path } = event.currentTarget.dataset;
    const { conditions, from, to } = readAt(this.rule, path) as Rule['when'];
    const days = { from: from ?? '', to: to ?? '', hasDays: true };
    this.openSheet({ ...closedSheet, path, conditions, ...days });
  },

  onSheetChange({ detail }: WechatMiniprogram.CustomEvent<SheetChange>) {
    const { label, conditions, from, to } = detail;
    const { path, hasLabel } = this.data.sheet;
    const days = { from: from || null, to: to || null };
    this.write(path, hasLabel ? { label, conditions } : { ...days, conditions });
    this.setData({ sheet: { ...this.data.sheet, ...detail } });
  },

  onSheetRemove() {
    this.changeTable(narrow);
  },

  onSheetRaise() {
    this.changeTable(raise);
  },

  /** The heading's path ends in `.base.rows.2` or `.base.columns.0`. */
  changeTable(change: typeof narrow) {
    const keys = this.data.sheet.path.split('.');
    const [side, place] = keys.slice(-2);
    const path = keys.slice(0, -2).join('.');
    this.change((rule) => {
      const base = readAt(rule, path) as Base;
      return writeAt(rule, path, change(base, side as 'rows' | 'columns', Number(place)));
    });
    this.onSheetClose();
  },

  onSheetClose() {
    this.setData({ isSheetOpen: false });
  },

  async onRemoveRuleTap() {
    const { title, confirm, cancel } = rulebookText.remove;
    const asked = { title, content: '', confirmText: confirm, cancelText: cancel };
    if (!(await wx.showModal(asked)).confirm) return;
    changeDraft((rulebook) => removeAt(rulebook, `rules.${this.place}`));
    await wx.navigateBack();
  },

  onDoneTap() {
    void wx.navigateBack();
  },

  openSheet(sheet: typeof closedSheet) {
    this.setData({ sheet, isSheetOpen: true });
  },

  write(path: string, value: unknown) {
    this.change((rule) => writeAt(rule, path, value));
  },

  change(change: (rule: Rule) => Rule) {
    if (!this.rule) return;
    const rule = change(this.rule);
    changeDraft((rulebook) => writeAt(rulebook, `rules.${this.place}`, rule));
    this.fill(rule);
  },

  fill(rule: Rule) {
    this.rule = rule;
    this.setData({ form: formOf(rule) });
  },
});
