import { findWork, registerFact } from '../../client/adoption';
import { listPeriod } from '../../client/bulletin';
import { uploadClipping } from '../../client/clipping';
import { listPerson, listUnit } from '../../client/directory';
import { beginReading } from '../../client/newest';
import { treeOf, type TreeLine } from '../../components/unit-picker/tree';
import { datedPage } from '../../pages/dated-page';
import { cloudNow } from '../../platform/clock';
import { fontScale } from '../../platform/display';
import { formFields, formPage } from '../../platform/form-page';
import { newId } from '../../platform/ids';
import { choicesOf, factKindText, factText, levelText, reportText } from '../../text/adoption';
import { plainDayWords, dayOn } from '../../text/day';
import { replyWords, whyNot } from '../../text/reply';
import { evidenceFields, evidencePage } from '../evidence';
import { factMarkText, workWording } from '../wording/fact';
import { emptyFact, factOf, judgedPeriods, missingOf, type FactForm } from './view';
import { ofWork, workChoices } from './works';

type FieldEvent = WechatMiniprogram.CustomEvent<
  { value?: string; chosen?: string[] },
  object,
  { field: keyof FactForm }
>;

/** 登记一项: an instruction, a meeting, a false report: what counts without a printing. */
Page({
  ...formPage,
  ...datedPage,
  ...evidencePage,

  data: {
    ...formFields,
    ...evidenceFields,
    today: '',
    day: '',
    form: emptyFact,
    kinds: choicesOf(factKindText),
    levels: choicesOf(levelText),
    marks: choicesOf(factMarkText),
    units: [] as TreeLine[],
    periods: [] as { value: string; words: string }[], // those a jury may still judge
    people: [] as { id: string; title: string; about: string }[],
    peopleEmpty: '',
    works: [] as ReturnType<typeof workChoices>,
    worksEmpty: '',
    workText: workWording,
    isFinding: false,
    picking: '' as 'unit' | 'person' | 'work' | '', // '' while no sheet is open
    text: factText,
  },

  /** Kept for every try: a lost answer must not make a second fact. */
  factId: '',
  isDayChosen: false,

  /** With a work it is about that; a jury's points count for it. */
  onLoad({ workId = '', unitId = '', title = '', kind }: Record<string, string | undefined>) {
    this.setData({ fontScale: fontScale(), today: dayOn(cloudNow()) });
    const workTitle = decodeURIComponent(title);
    if (workId) this.fill({ workId, unitId, workTitle });
    if (kind === 'jury') this.fill({ kind, title: workTitle });
    void this.read();
  },

  onFieldChange({ detail, currentTarget }: FieldEvent) {
    const value = detail.chosen ? detail.chosen[0] : detail.value;
    this.isDayChosen ||= currentTarget.dataset.field === 'occurredOn';
    this.fill({ [currentTarget.dataset.field]: value });
  },

  /** Tapped again, it is none; what was typed gives way to it. */
  onMarkChange({ detail }: WechatMiniprogram.CustomEvent<{ chosen: string[] }>) {
    const [mark = ''] = detail.chosen;
    this.fill({ mark: mark === this.data.form.mark ? '' : mark, ownMark: '' });
  },

  onUnitTap() {
    this.setData({ picking: 'unit' });
  },

  onPersonTap() {
    this.setData({ picking: 'person' });
    void this.findPeople('');
  },

  onPersonClear() {
    this.fill({ personId: '', personName: '' });
  },

  onWorkTap() {
    this.setData({ picking: 'work' });
    void this.findWorks('');
  },

  onWorkSearch(event: WechatMiniprogram.CustomEvent<{ name: string }>) {
    void this.findWorks(event.detail.name);
  },

  onWorkChoose(event: WechatMiniprogram.CustomEvent<{ id: string }>) {
    const work = this.data.works.find(({ id }) => id === event.detail.id);
    this.setData({ picking: '' });
    if (work) this.fill(ofWork(this.data.form, work, this.data.units));
  },

  onWorkClear() {
    this.fill({ workId: '', workTitle: '' });
  },

  onPickerClose() {
    this.setData({ picking: '' });
  },

  onUnitChoose(event: WechatMiniprogram.CustomEvent<{ ids: string[] }>) {
    const [unitId = ''] = event.detail.ids;
    const unitName = this.data.units.find(({ id }) => id === unitId)?.name ?? '';
    this.setData({ picking: '' });
    this.fill({ unitId, unitName, personId: '', personName: '' });
  },

  onPersonSearch(event: WechatMiniprogram.CustomEvent<{ name: string }>) {
    void this.findPeople(event.detail.name);
  },

  onPersonChoose(event: WechatMiniprogram.CustomEvent<{ id: string }>) {
    const person = this.data.people.find(({ id }) => id === event.detail.id);
    this.setData({ picking: '' });
    this.fill({ personId: person?.id ?? '', personName: person?.title ?? '' });
  },

  async onSaveTap() {
    await this.send(async () => this.followDay() || this.register(), factText.registered);
  },

  offerDay(occurredOn: string): boolean {
    this.fill({ occurredOn });
    return true;
  },

  async register(): Promise<string> {
    const { form, clipping } = this.data;
    const named = await uploadClipping(clipping);
    if (named === undefined) return reportText.notUploaded;
    this.factId ||= await newId();
    const fact = factOf(this.factId, form, named);
    if (!fact) return factText.kindMissing;
    const reply = await registerFact(fact);
    return whyNot(reply);
  },

  async findPeople(name: string) {
    const isNewest = beginReading(this, 'found');
    this.setData({ isFinding: true });
    const unitId = this.data.form.unitId || null;
    const reply = await listPerson({ unitId, name: name.trim() || null, after: null });
    if (!isNewest()) return;
    const people = reply.ok ? reply.value.people : [];
    this.setData({
      ...{ isFinding: false, peopleEmpty: reply.ok ? factText.nobody : replyWords(reply) },
      people: people.map(({ id, name: title }) => ({ id, title, about: '' })),
    });
  },

  async findWorks(name: string) {
    const isNewest = beginReading(this, 'found');
    this.setData({ isFinding: true });
    const reply = await findWork({ words: name.trim() || null });
    if (!isNewest()) return;
    this.setData({
      ...{ isFinding: false, worksEmpty: reply.ok ? workWording.nothing : replyWords(reply) },
      works: reply.ok ? workChoices(reply.value.works, this.data.units, cloudNow()) : [],
    });
  },

  async read() {
    const [reply, periods] = await Promise.all([listUnit(), listPeriod()]);
    if (!reply.ok) {
      this.setData({ message: replyWords(reply), isLoading: false });
      return;
    }
    this.setData({
      ...{ isLoading: false, message: '', units: treeOf(reply.value.units) },
      periods: periods.ok ? judgedPeriods(periods.value.periods) : [],
    });
    const { form } = this.data;
    const unitName = reply.value.units.find(({ id }) => id === form.unitId)?.name ?? '';
    this.fill({ occurredOn: this.data.today, unitName });
  },

  fill(change: Partial<FactForm>) {
    const form = { ...this.data.form, ...change };
    const day = form.occurredOn && plainDayWords(form.occurredOn, cloudNow());
    this.setData({ form, day, missing: missingOf(form), refused: '' });
  },
});
