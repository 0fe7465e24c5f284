import { draftRulebook, enactRulebook, showRulebook } from '../../client/rulebook';
import { openPage } from '../../pages/open-page';
import { cloudNow } from '../../platform/clock';
import { fontScale } from '../../platform/display';
import { newId } from '../../platform/ids';
import { plainDayWords } from '../../text/day';
import { replyWords, whyNot } from '../../text/reply';
import { rulebookText, type Rulebook } from '../wording/rulebook';
import { changeDraft, forgetDraft, keepDraft, readDraft, type KeptDraft } from './kept';
import { writeAt } from './paths';
import {
  blankFrom,
  foundWords,
  missingOf,
  newPeriodRule,
  newRule,
  periodLines,
  ruleCards,
  termFields,
} from './view';

type Typed = WechatMiniprogram.CustomEvent<{ value: string }>;
type Changed = WechatMiniprogram.CustomEvent<{ path: string; value: unknown }>;
type Tap<Dataset extends object> = WechatMiniprogram.TouchEvent<object, object, Dataset>;

Page({
  data: {
    fontScale: 1,
    isLoading: true,
    message: '',
    /** A version in force can only be looked at, and copied. */
    isDraft: true,
    name: '',
    effectiveFrom: '',
    effective: '',
    rules: [] as ReturnType<typeof ruleCards>,
    terms: [] as ReturnType<typeof termFields>,
    periodRules: [] as ReturnType<typeof periodLines>,
    isChanged: false,
    missing: '',
    said: '',
    refused: '',
    isSending: false,
  },

  wanted: { version: 0, preset: '', isBlank: false },
  shown: undefined as Rulebook | undefined,
  draftVersion: 0,

  onLoad({ version = '', preset = '', blank = '' }: Record<string, string | undefined>) {
    this.wanted = { version: Number(version), preset, isBlank: blank !== '' };
    this.setData({ fontScale: fontScale(), isDraft: version === '' });
    void this.read();
  },

  onShow() {
    const kept = readDraft();
    if (kept && this.data.isDraft && !this.data.isLoading) this.fill(kept);
  },

  onRetryTap() {
    this.setData({ message: '', isLoading: true });
    void this.read();
  },

  onNameChange(event: Typed) {
    this.change((rulebook) => ({ ...rulebook, name: event.detail.value }));
  },

  onDayChange(event: Typed) {
    this.change((rulebook) => ({ ...rulebook, effectiveFrom: event.detail.value }));
  },

  onTermWrite({ detail: { path, value } }: Changed) {
    this.change((rulebook) => writeAt(rulebook, path, value));
  },

  onRuleTap(event: Tap<{ place: number }>) {
    if (!this.data.isDraft) return;
    openPage(`/admin/rule/rule?place=${event.currentTarget.dataset.place}`);
  },

  onPeriodRuleTap(event: Tap<{ place: number }>) {
    if (!this.data.isDraft) return;
    const { place } = event.currentTarget.dataset;
    openPage(`/admin/period-rule/period-rule?place=${place}`);
  },

  async onAddRuleTap(event: Tap<{ cause: 'printing' | 'fact' }>) {
    const rule = newRule(event.currentTarget.dataset.cause, await newId());
    this.change((rulebook) => ({ ...rulebook, rules: [...rulebook.rules, rule] }));
    openPage(`/admin/rule/rule?place=${this.data.rules.length - 1}`);
  },

  async onAddPeriodRuleTap() {
    const rule = newPeriodRule(await newId());
    this.change((rulebook) => ({ ...rulebook, periodRules: [...rulebook.periodRules, rule] }));
    const place = this.data.periodRules.length - 1;
    openPage(`/admin/period-rule/period-rule?place=${place}`);
  },

  /** A copy of what is in force is the beginning of the next version. */
  onCopyTap() {
    const { shown, draftVersion } = this;
    if (!shown) return;
    const kept = { rulebook: shown, draftVersion, isChanged: true };
    keepDraft(kept);
    this.setData({ isDraft: true });
    this.fill(kept);
  },

  async onSaveTap() {
    if (this.data.isSending || !(await this.save())) return;
    wx.showToast({ title: rulebookText.saved, icon: 'success' });
  },

  async onTryTap() {
    if (this.data.isSending || !(await this.save())) return;
    openPage('/admin/rulebook-trial/rulebook-trial');
  },

  async onEnactTap() {
    const { title, words, confirm, cancel } = rulebookText.enact;
    const { confirm: isSure } = await wx.showModal({
      ...{ title, content: words(this.data.effective) },
      ...{ confirmText: confirm, cancelText: cancel },
    });
    if (!isSure || !(await this.save())) return;
    this.setData({ isSending: true, refused: '' });
    const reply = await enactRulebook({ draftVersion: this.draftVersion });
    this.setData({ isSending: false });
    if (!reply.ok) {
      this.setData({ refused: foundWords(reply) ?? replyWords(reply) });
      return;
    }
    forgetDraft();
    await wx.navigateBack();
    wx.showToast({ title: rulebookText.enactedNow, icon: 'success' });
  },

  /** True when the cloud holds what is shown. */
  async save(): Promise<boolean> {
    const kept = readDraft();
    if (!kept) return false;
    if (!kept.isChanged) return true;
    this.setData({ isSending: true, refused: '' });
    const reply = await draftRulebook({
      ...{ draftVersion: kept.draftVersion, rulebook: kept.rulebook },
    });
    this.setData({ isSending: false });
    if (reply.ok) {
      const saved = { ...kept, draftVersion: reply.value.draftVersion, isChanged: false };
      keepDraft(saved);
      this.fill(saved);
      return true;
    }
    this.setData({ refused: foundWords(reply) ?? replyWords(reply) });
    return false;
  },

  async read() {
    const { version, preset, isBlank } = this.wanted;
    const kept = readDraft();
    // What was being edited goes on, unless another beginning is asked for.
    if (kept?.isChanged && version === 0 && preset === '' && !isBlank) {
      this.fill(kept);
      return;
    }
    const reply = await showRulebook(
      preset
        ? { which: 'preset', key: preset }
        : version > 0
          ? { which: 'version', version }
          : { which: 'draft' },
    );
    const beginning = isBlank ? blankFrom(reply) : reply.ok ? reply.value : undefined;
    if (!beginning) {
      this.setData({ message: whyNot(reply), isLoading: false });
      return;
    }
    const read = { ...beginning, isChanged: preset !== '' || isBlank };
    if (version === 0) keepDraft(read);
    this.fill(read);
  },

  change(change: (rulebook: Rulebook) => Rulebook) {
    const kept = changeDraft(change);
    if (kept) this.fill(kept);
  },

  fill({ rulebook, draftVersion, isChanged }: KeptDraft) {
    this.shown = rulebook;
    this.draftVersion = draftVersion;
    this.setData({
      ...{ isLoading: false, message: '', name: rulebook.name, isChanged },
      ...{ effectiveFrom: rulebook.effectiveFrom, rules: ruleCards(rulebook) },
      effective: plainDayWords(rulebook.effectiveFrom, cloudNow()),
      periodRules: periodLines(rulebook),
      terms: termFields(rulebook),
      missing: missingOf(rulebook),
      said: isChanged ? rulebookText.dirty : rulebookText.clean,
      refused: '',
    });
  },
});
