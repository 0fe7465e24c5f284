import type { Reply } from '../../client/call';
import { listPerson, listUnit } from '../../client/directory';
import { administers, knownSession } from '../../client/kept-answers';
import { fontScale } from '../../platform/display';
import { readPage } from '../../platform/read-page';
import { personText } from '../wording/admin';
import { replyWords } from '../../text/review';
import { namesOf, treeOf } from '../../components/unit-picker/tree';
import { lineOf } from './view';

type Change<Detail extends object> = WechatMiniprogram.CustomEvent<Detail>;

Page({
  ...readPage,

  data: {
    fontScale: 1,
    skeleton: [{ width: '30%' }, { width: '70%' }, { width: '30%' }, { width: '70%' }],
    isLoading: true,
    message: '',
    empty: '',
    name: '',
    unitId: '',
    unitName: personText.allUnits,
    lines: [] as ReturnType<typeof lineOf>[],
    after: null as string | null, // null at the end of the list
    choices: [] as { id: string; name: string; depth: number }[],
    isPicking: false,
    mayAdd: false,
  },

  unitNames: {} as Record<string, string>,
  /** Counts questions: an answer that is overtaken by a newer one is not shown. */
  asked: 0,
  isReadingMore: false,

  onLoad({ unitId = '' }: { unitId?: string }) {
    this.setData({ fontScale: fontScale(), unitId });
  },

  onReachBottom() {
    void this.readMore();
  },

  onNameChange(event: Change<{ value: string }>) {
    this.setData({ name: event.detail.value });
    void this.readFirst();
  },

  onNameClear() {
    this.setData({ name: '' });
    void this.readFirst();
  },

  onFilterTap() {
    this.setData({ isPicking: true });
  },

  onPickerClose() {
    this.setData({ isPicking: false });
  },

  onUnitChoose(event: Change<{ ids: string[] }>) {
    const [unitId = ''] = event.detail.ids;
    this.setData({ unitId, isPicking: false, isLoading: true });
    this.nameUnit();
    void this.readFirst();
  },

  onPersonTap(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
    wx.navigateTo({ url: `/admin/person/person?id=${event.currentTarget.dataset.id}` });
  },

  onAddTap() {
    wx.navigateTo({ url: `/admin/person-form/person-form?unitId=${this.data.unitId}` });
  },

  async read() {
    const [units, session] = await Promise.all([listUnit(), knownSession()]);
    if (!units.ok) {
      this.fail(replyWords(units));
      return;
    }
    this.unitNames = namesOf(units.value.units);
    const all = { id: '', name: personText.allUnits, depth: 0 };
    this.setData({ mayAdd: administers(session), choices: [all, ...treeOf(units.value.units)] });
    this.nameUnit();
    await this.readFirst();
  },

  async readFirst() {
    const mine = (this.asked += 1);
    const reply = await this.ask(null);
    if (mine !== this.asked) return;
    if (!reply.ok) {
      this.fail(replyWords(reply));
      return;
    }
    const { people, after } = reply.value;
    const lines = people.map((person) => lineOf(person, this.unitNames));
    const empty = this.data.name === '' ? personText.empty : personText.notFound;
    this.setData({ lines, after, empty, isLoading: false, message: '' });
  },

  async readMore() {
    const { after, lines } = this.data;
    if (after === null || this.isReadingMore) return;
    this.isReadingMore = true;
    const mine = this.asked;
    const reply = await this.ask(after);
    this.isReadingMore = false;
    if (mine !== this.asked || !reply.ok) return;
    const more = reply.value.people.map((person) => lineOf(person, this.unitNames));
    this.setData({ lines: [...lines, ...more], after: reply.value.after });
  },

  ask(after: string | null): Promise<Reply<'person.list'>> {
    const { name, unitId } = this.data;
    return listPerson({ unitId: unitId || null, name: name.trim() || null, after });
  },

  nameUnit() {
    this.setData({ unitName: this.unitNames[this.data.unitId] ?? personText.allUnits });
  },

  fail(message: string) {
    this.setData({ message, isLoading: false });
  },
});
