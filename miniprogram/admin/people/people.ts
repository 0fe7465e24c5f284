import type { InputOf } from '../../../cloudfunctions/contract/index';
import { listPerson } from '../../client/directory';
import { administers, knownSession } from '../../client/kept-answers';
import { openPage } from '../../pages/open-page';
import { searchedFields, searchedList } from '../../pages/searched-list';
import { fontScale } from '../../platform/display';
import { personText } from '../wording/admin';
import { lineOf } from './view';

type Change<Detail extends object> = WechatMiniprogram.CustomEvent<Detail>;

Page({
  ...searchedList(personText.allUnits),

  data: {
    ...searchedFields(personText.allUnits),
    name: '',
    rows: [] as ReturnType<typeof lineOf>[],
    mayAdd: false,
  },

  onLoad({ unitId = '' }: { unitId?: string }) {
    this.setData({ fontScale: fontScale(), unitId });
  },

  onNameChange(event: Change<{ value: string }>) {
    this.setData({ name: event.detail.value });
    void this.readFirst();
  },

  onNameClear() {
    this.setData({ name: '' });
    void this.readFirst();
  },

  onPersonTap(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
    openPage(`/admin/person/person?id=${event.currentTarget.dataset.id}`);
  },

  onAddTap() {
    openPage(`/admin/person-form/person-form?unitId=${this.data.unitId}`);
  },

  async read() {
    const [isThere, session] = await Promise.all([this.readUnits(), knownSession()]);
    if (!isThere) return;
    this.setData({ mayAdd: administers(session) });
    await this.readFirst();
  },

  question() {
    const { name, unitId } = this.data;
    return { unitId: unitId || null, name: name.trim() || null };
  },

  async ask(input: InputOf<'person.list'>) {
    const reply = await listPerson(input);
    if (!reply.ok) return reply;
    const rows = reply.value.people.map((person) => lineOf(person, this.unitNames));
    return { ok: true as const, value: { rows, after: reply.value.after } };
  },

  emptyWords() {
    return this.data.name === '' ? personText.empty : personText.notFound;
  },
});
