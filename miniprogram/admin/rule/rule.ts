import { fontScale } from '../../platform/display';
import { rulebookText, type Rule } from '../../text/rulebook';
import { changeDraft, readDraft } from '../rulebook/kept';
import { appendAt, readAt, removeAt, writeAt } from '../rulebook/paths';
import { amountOf } from '../rulebook/words';
import { narrow, noWhen, plainBases, plainChanges, plainShare, plainSplits, widen } from './plain';
import { formOf, ruleChoices, type Base } from './view';

type At = { path: string };
type Typed = WechatMiniprogram.CustomEvent<
  { value: string },
  object,
  At & { scale: number; empty: boolean }
>;
type Chosen = WechatMiniprogram.CustomEvent<{ chosen: string[] }, object, At>;
type Tap = WechatMiniprogram.TouchEvent<object, object, At & { side: 'rows' | 'columns' }>;

Page({
  data: {
    fontScale: 1,
    ...ruleChoices,
    message: '',
    form: undefined as ReturnType<typeof formOf> | undefined,
    /** What the sheet edits: a heading with its label, or conditions alone. */
    sheet: { path: '', label: '', hasLabel: false, mayRemove: false, conditions: [] as object[] },
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

  onTextChange(event: Typed) {
    this.write(event.currentTarget.dataset.path, event.detail.value);
  },

  onNumberChange(event: Typed) {
    const { path, scale, empty } = event.currentTarget.dataset;
    const number = amountOf(event.detail.value, scale);
    // What is no number yet, such as a lone minus, is left until it is one.
    if (number === undefined || (number === null && !empty)) return;
    this.write(path, number);
  },

  onDayChange(event: Typed) {
    this.write(event.currentTarget.dataset.path, event.detail.value);
  },

  onDaysTap() {
    this.change((rule) => writeAt(writeAt(rule, 'when.from', null), 'when.to', null));
  },

  onBaseChange(event: Chosen) {
    const kind = event.detail.chosen[0] as Base['kind']; // the chips' own values
    this.write(event.currentTarget.dataset.path, plainBases[kind]);
  },

  onChangeChange(event: Chosen) {
    const kind = event.detail.chosen[0] as keyof typeof plainChanges; // the chips' own values
    this.write(event.currentTarget.dataset.path, plainChanges[kind]);
  },

  onChoiceChange(event: Chosen) {
    this.write('choice', { kind: event.detail.chosen[0] });
  },

  onSplitChange(event: Chosen) {
    const kind = event.detail.chosen[0] as keyof typeof plainSplits; // the chips' own values
    this.write(event.currentTarget.dataset.path, plainSplits[kind]);
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

  onStepAddTap(event: Tap) {
    const { path } = event.currentTarget.dataset;
    this.change((rule) => appendAt(rule, `${path}.base.steps`, { from: 0, amount: 0 }));
  },

  onRemoveTap(event: Tap) {
    this.change((rule) => removeAt(rule, event.currentTarget.dataset.path));
  },

  onWidenTap(event: Tap) {
    const { path, side } = event.currentTarget.dataset;
    this.change((rule) => writeAt(rule, path, widen(readAt(rule, path) as Base, side)));
  },

  onHeadingTap(event: Tap) {
    const { path } = event.currentTarget.dataset;
    const heading = readAt(this.rule, path) as { label: string; conditions: object[] };
    this.openSheet({ path, ...heading, hasLabel: true, mayRemove: true });
  },

  onConditionsTap(event: Tap) {
    const { path } = event.currentTarget.dataset;
    const { conditions } = readAt(this.rule, path) as Rule['when'];
    this.openSheet({ path, label: '', conditions, hasLabel: false, mayRemove: false });
  },

  onSheetChange(event: WechatMiniprogram.CustomEvent<{ label: string; conditions: object[] }>) {
    const { label, conditions } = event.detail;
    const { path, hasLabel } = this.data.sheet;
    this.change((rule) => {
      const changed = writeAt(rule, `${path}.conditions`, conditions);
      return hasLabel ? writeAt(changed, `${path}.label`, label) : changed;
    });
    this.setData({ sheet: { ...this.data.sheet, label, conditions } });
  },

  /** The heading's path ends in `.base.rows.2` or `.base.columns.0`. */
  onSheetRemove() {
    const keys = this.data.sheet.path.split('.');
    const [side, place] = keys.slice(-2);
    const path = keys.slice(0, -2).join('.');
    this.change((rule) =>
      writeAt(
        rule,
        path,
        narrow(readAt(rule, path) as Base, side as 'rows' | 'columns', Number(place)),
      ),
    );
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

  openSheet(sheet: {
    path: string;
    label: string;
    hasLabel: boolean;
    mayRemove: boolean;
    conditions: object[];
  }) {
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
