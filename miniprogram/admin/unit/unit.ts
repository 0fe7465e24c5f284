import { addUnit, changeUnit, closeUnit, listUnit } from '../../client/directory';
import { openPage } from '../../pages/open-page';
import { fontScale } from '../../platform/display';
import { formFields, formPage } from '../../platform/form-page';
import { newId } from '../../platform/ids';
import { adminText, unitKindText, unitText, type UnitKind } from '../wording/admin';
import { replyWords, whyNot } from '../../text/reply';
import { treeOf, type TreeLine, type UnitView } from '../../components/unit-picker/tree';

type Change<Detail extends object> = WechatMiniprogram.CustomEvent<Detail>;

const kinds = Object.entries(unitKindText)
  .filter(([value]) => value !== 'county')
  .map(([value, words]) => ({ value, words }));

Page({
  ...formPage,

  data: {
    ...formFields,
    /** '' while a unit is added. */
    unitId: '',
    isRoot: false,
    name: '',
    kind: '' as UnitKind | '', // '' until one is chosen
    quotaClass: '',
    parentId: '' as string | null, // null only for the root
    parentName: '',
    kinds,
    parents: [] as TreeLine[],
    isPicking: false,
  },

  newUnitId: '',

  onLoad({ id = '' }: { id?: string }) {
    this.setData({ fontScale: fontScale(), unitId: id });
    wx.setNavigationBarTitle({ title: id === '' ? unitText.add : unitText.change });
    void this.read();
  },

  onNameChange(event: Change<{ value: string }>) {
    this.fill({ name: event.detail.value });
  },

  onClassChange(event: Change<{ value: string }>) {
    this.fill({ quotaClass: event.detail.value });
  },

  onKindChange(event: Change<{ chosen: UnitKind[] }>) {
    this.fill({ kind: event.detail.chosen[0] ?? '' });
  },

  onParentTap() {
    this.setData({ isPicking: true });
  },

  onPickerClose() {
    this.setData({ isPicking: false });
  },

  onParentChoose(event: Change<{ ids: string[] }>) {
    const [parentId = ''] = event.detail.ids;
    const parentName = this.data.parents.find(({ id }) => id === parentId)?.name ?? '';
    this.setData({ isPicking: false, parentName });
    this.fill({ parentId });
  },

  onPeopleTap() {
    openPage(`/admin/people/people?unitId=${this.data.unitId}`);
  },

  async onSaveTap() {
    const { unitId, kind } = this.data;
    if (kind === '') return;
    await this.send(() => this.save(kind), unitId === '' ? adminText.added : adminText.saved);
  },

  async save(kind: UnitKind): Promise<string> {
    const { unitId, name, quotaClass, parentId } = this.data;
    // Kept for the next tap: a lost answer must not make a second unit.
    this.newUnitId ||= await newId();
    const fields = { name, kind, quotaClass: quotaClass.trim() || null, parentId };
    const reply =
      unitId === ''
        ? await addUnit({ unitId: this.newUnitId, ...fields })
        : await changeUnit({ unitId, ...fields });
    return whyNot(reply);
  },

  async onCloseTap() {
    const { unitId, name } = this.data;
    const { title, words, confirm } = adminText.close;
    const { confirm: isSure } = await wx.showModal({
      ...{ title, content: words(name), confirmText: confirm, cancelText: adminText.cancel },
    });
    if (!isSure) return;
    const reply = await closeUnit({ unitId });
    if (!reply.ok) this.setData({ refused: replyWords(reply) });
    else await this.leave(adminText.closed);
  },

  async read() {
    const reply = await listUnit();
    if (!reply.ok) {
      this.setData({ message: replyWords(reply), isLoading: false });
      return;
    }
    const tree = treeOf(reply.value.units);
    const unit = tree.find(({ id }) => id === this.data.unitId);
    this.setData({
      isLoading: false,
      message: '',
      parents: tree.filter(({ id }) => id !== unit?.id),
    });
    this.show(unit, tree);
  },

  show(unit: UnitView | undefined, tree: TreeLine[]) {
    const parentId = unit ? unit.parentId : (tree[0]?.id ?? null);
    this.setData({
      isRoot: unit?.kind === 'county',
      parentName: tree.find(({ id }) => id === parentId)?.name ?? '',
    });
    this.fill({
      ...{ name: unit?.name ?? '', kind: unit?.kind ?? '' },
      ...{ quotaClass: unit?.quotaClass ?? '', parentId },
    });
  },

  fill(change: Partial<Pick<typeof this.data, 'name' | 'kind' | 'quotaClass' | 'parentId'>>) {
    const { name, kind } = { ...this.data, ...change };
    const missing =
      name.trim() === '' ? unitText.nameMissing : kind === '' ? unitText.kindMissing : '';
    this.setData({ ...change, missing, refused: '' });
  },
});
