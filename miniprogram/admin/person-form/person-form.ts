import { addPerson, changePerson, listUnit, showPerson } from '../../client/directory';
import { keptAnswer } from '../../client/kept-answers';
import { fontScale } from '../../platform/display';
import { formFields, formPage } from '../../platform/form-page';
import { newId } from '../../platform/ids';
import { adminText, personText } from '../wording/admin';
import { standingText } from '../../text/people';
import { replyWords, whyNot } from '../../text/reply';
import { treeOf, type TreeLine } from '../../components/unit-picker/tree';

type Change<Detail extends object> = WechatMiniprogram.CustomEvent<Detail>;
type Standing = 'member' | 'staff';

Page({
  ...formPage,

  data: {
    ...formFields,
    /** '' while a person is added. */
    personId: '',
    name: '',
    standing: 'staff' as Standing,
    phone: '',
    unitId: '',
    unitName: '',
    isHead: false,
    standings: [] as { value: Standing; words: string }[],
    units: [] as TreeLine[],
    isPicking: false,
  },

  newPersonId: '',

  onLoad({ id = '', unitId = '' }: { id?: string; unitId?: string }) {
    const words = standingText[keptAnswer('session.open')?.value.organ?.kind ?? 'cppcc'];
    const standings = (['member', 'staff'] as const).map((value) => ({
      value,
      words: words[value],
    }));
    this.setData({ fontScale: fontScale(), personId: id, unitId, standings });
    wx.setNavigationBarTitle({ title: id === '' ? personText.add : personText.change });
    void this.read();
  },

  onNameChange(event: Change<{ value: string }>) {
    this.fill({ name: event.detail.value });
  },

  onPhoneChange(event: Change<{ value: string }>) {
    this.fill({ phone: event.detail.value });
  },

  onStandingChange(event: Change<{ chosen: Standing[] }>) {
    this.fill({ standing: event.detail.chosen[0] ?? 'staff' });
  },

  onHeadChange(event: Change<{ value: boolean }>) {
    this.fill({ isHead: event.detail.value });
  },

  onUnitTap() {
    this.setData({ isPicking: true });
  },

  onPickerClose() {
    this.setData({ isPicking: false });
  },

  onUnitChoose(event: Change<{ ids: string[] }>) {
    this.setData({ isPicking: false });
    this.fill({ unitId: event.detail.ids[0] ?? '' });
  },

  async onSaveTap() {
    const isNew = this.data.personId === '';
    await this.send(() => this.save(), isNew ? adminText.added : adminText.saved);
  },

  async save(): Promise<string> {
    const { personId, name, standing, phone, unitId, isHead } = this.data;
    // Kept for the next tap: a lost answer must not make a second person.
    this.newPersonId ||= await newId();
    const fields = { name, standing, phone: phone.trim() || null };
    const reply =
      personId === ''
        ? await addPerson({ personId: this.newPersonId, ...fields, unitId, isHead })
        : await changePerson({ personId, ...fields });
    return whyNot(reply);
  },

  /** A new person comes next with duties and a code, so their page opens. */
  async leave(title: string) {
    if (this.data.personId !== '') return formPage.leave(title);
    await wx.redirectTo({ url: `/admin/person/person?id=${this.newPersonId}` });
    wx.showToast({ title, icon: 'success' });
  },

  async read() {
    const { personId } = this.data;
    const [units, shown] = await Promise.all([
      listUnit(),
      personId === '' ? undefined : showPerson({ personId }),
    ]);
    const failed = [units, shown].find((reply) => reply && !reply.ok);
    if (failed && !failed.ok) this.setData({ message: replyWords(failed), isLoading: false });
    if (!units.ok || (shown && !shown.ok)) return;
    this.setData({ units: treeOf(units.value.units), isLoading: false, message: '' });
    const person = shown?.value.person;
    this.fill(
      person ? { name: person.name, standing: person.standing, phone: person.phone ?? '' } : {},
    );
  },

  fill(
    change: Partial<Pick<typeof this.data, 'name' | 'standing' | 'phone' | 'unitId' | 'isHead'>>,
  ) {
    const { personId, name, unitId, units } = { ...this.data, ...change };
    const isUnitMissing = personId === '' && unitId === '';
    const missing =
      name.trim() === '' ? personText.nameMissing : isUnitMissing ? personText.unitMissing : '';
    const unitName = units.find(({ id }) => id === unitId)?.name ?? '';
    this.setData({ ...change, missing, unitName, refused: '' });
  },
});
