import { registerAdoption } from '../../client/adoption';
import { uploadClipping } from '../../client/clipping';
import { listPerson, listUnit } from '../../client/directory';
import { beginReading } from '../../client/newest';
import { showStory } from '../../client/newsroom';
import { readOutlets } from '../../client/outlet-choices';
import type { OutletChoice } from '../../components/outlet-picker/view';
import { treeOf, type TreeLine } from '../../components/unit-picker/tree';
import { datedPage } from '../../pages/dated-page';
import { cloudNow } from '../../platform/clock';
import { fontScale } from '../../platform/display';
import { formFields, formPage } from '../../platform/form-page';
import { newId } from '../../platform/ids';
import { choicesOf, deskAdoptionText, outletWords, reportText } from '../../text/adoption';
import { dayOn } from '../../text/day';
import { filingText } from '../../text/filing';
import { replyWords, type Unmet } from '../../text/reply';
import { kindText } from '../../text/story';
import { evidenceFields, evidencePage } from '../evidence';
import { emptyForm, type PrintingForm } from '../printing-form';
import {
  creditsOf,
  emptyWork,
  missingOf,
  registrationOf,
  type Credit,
  type WorkForm,
} from './view';

type Text = WechatMiniprogram.CustomEvent<
  { value: string },
  object,
  { field: 'title' | 'url' | 'note' }
>;
type Chosen = WechatMiniprogram.CustomEvent<{ id: string; name: string }>;

/** 登记采用: what was printed without having been filed here, or one of our stories. */
Page({
  ...formPage,
  ...datedPage,
  ...evidencePage,

  data: {
    ...formFields,
    ...evidenceFields,
    today: '',
    work: emptyWork,
    form: emptyForm,
    /** The byline of a story of ours, before anything is changed in it. */
    filed: [] as Credit[],
    bylines: [] as { name: string; part: string }[],
    suggestions: [] as { id: string; name: string }[],
    kinds: choicesOf(kindText).filter(({ value }) => value !== 'tip'),
    units: [] as TreeLine[],
    outlets: [] as OutletChoice[],
    picking: '' as 'unit' | 'outlet' | '', // '' while no sheet is open
    isAsked: false,
    apartText: deskAdoptionText.apart,
  },

  /** Kept for every try: a lost answer must not make a second work. */
  workId: '',
  isDayChosen: false,

  onLoad({ storyId = '', headline = '' }: { storyId?: string; headline?: string }) {
    this.setData({ fontScale: fontScale(), today: dayOn(cloudNow()) });
    if (storyId) {
      wx.setNavigationBarTitle({ title: deskAdoptionText.registerStory });
      this.fillWork({ storyId, title: decodeURIComponent(headline) });
    }
    void this.read();
  },

  onTextChange({ detail, currentTarget }: Text) {
    this.fillWork({ [currentTarget.dataset.field]: detail.value });
  },

  onKindChange(event: WechatMiniprogram.CustomEvent<{ chosen: WorkForm['kind'][] }>) {
    this.fillWork({ kind: event.detail.chosen[0] ?? 'news' });
  },

  onUnitTap() {
    this.setData({ picking: 'unit' });
  },

  onOutletTap() {
    this.setData({ picking: 'outlet' });
  },

  onPickerClose() {
    this.setData({ picking: '' });
  },

  onUnitChoose(event: WechatMiniprogram.CustomEvent<{ ids: string[] }>) {
    const [unitId = ''] = event.detail.ids;
    const unitName = this.data.units.find(({ id }) => id === unitId)?.name ?? '';
    this.setData({ picking: '' });
    this.fillWork({ unitId, unitName });
  },

  onOutletChoose(event: Chosen) {
    this.setData({ picking: '' });
    this.fill({ outletId: event.detail.id, outletName: event.detail.name });
  },

  onFormChange(event: WechatMiniprogram.CustomEvent<{ change: Partial<PrintingForm> }>) {
    this.isDayChosen ||= 'printedOn' in event.detail.change;
    this.fill(event.detail.change);
  },

  async onNameSearch(event: WechatMiniprogram.CustomEvent<{ name: string }>) {
    const { name } = event.detail;
    const isNewest = beginReading(this, 'names');
    const reply = name ? await listPerson({ unitId: null, name, after: null }) : undefined;
    if (isNewest()) this.setData({ suggestions: reply?.ok ? reply.value.people : [] });
  },

  onCreditAdd({ detail }: WechatMiniprogram.CustomEvent<Omit<Credit, 'isJournalist'>>) {
    this.setData({ suggestions: [] });
    this.fillWork({ credits: [...this.data.work.credits, { isJournalist: false, ...detail }] });
  },

  onCreditRemove({ detail }: WechatMiniprogram.CustomEvent<{ index: number }>) {
    const { credits } = this.data.work;
    this.fillWork({ credits: credits.filter((_, index) => index !== detail.index) });
  },

  async onSaveTap() {
    const act = async () => this.followDay() || this.register(null);
    await this.send(act, deskAdoptionText.registered);
  },

  onApartClose() {
    this.setData({ isAsked: false });
  },

  async onApartConfirm(event: WechatMiniprogram.CustomEvent<{ note: string }>) {
    const act = async () => this.followDay() || this.register(event.detail.note);
    await this.send(act, deskAdoptionText.registered);
  },

  offerDay(printedOn: string): boolean {
    this.fill({ printedOn });
    return true;
  },

  async register(apart: string | null): Promise<string> {
    const { work, form, clipping } = this.data;
    const named = await uploadClipping(clipping);
    if (named === undefined) return reportText.notUploaded;
    this.workId ||= await newId();
    const typed = { workId: this.workId, work, form, apart };
    const reply = await registerAdoption(registrationOf(typed, named));
    if (reply.ok) return '';
    const isKnown = 'refusal' in reply && reply.refusal === 'printing_known';
    if (isKnown) this.setData({ isAsked: true });
    return replyWords(reply);
  },

  async read() {
    const { storyId } = this.data.work;
    const [units, outlets, story] = await Promise.all([
      listUnit(),
      readOutlets(),
      storyId ? showStory({ storyId }) : undefined,
    ]);
    if (!units.ok) return this.fail(units);
    if (story && !story.ok) return this.fail(story);
    const filed = story ? creditsOf(story.value.story.content.bylines) : [];
    const choices = outlets.map((outlet) => ({ ...outlet, about: outletWords(outlet) }));
    const tree = treeOf(units.value.units);
    this.setData({ isLoading: false, message: '', filed, units: tree, outlets: choices });
    this.fill({ printedOn: this.data.today, credits: filed });
  },

  fail(reply: Unmet) {
    this.setData({ message: replyWords(reply), isLoading: false });
  },

  fillWork(change: Partial<WorkForm>) {
    const work = { ...this.data.work, ...change };
    const bylines = work.credits.map(({ name, part, isJournalist }) => ({
      ...{ name, part: filingText.bylinePart(filingText.parts[part], isJournalist) },
    }));
    this.setData({ work, bylines, missing: missingOf(work, this.data.form), refused: '' });
  },

  fill(change: Partial<PrintingForm>) {
    const form = { ...this.data.form, ...change };
    this.setData({ form, missing: missingOf(this.data.work, form), refused: '' });
  },
});
