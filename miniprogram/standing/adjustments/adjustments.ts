import type { ValueOf } from '../../../cloudfunctions/contract/index';
import { createPaging } from '../../client/paging';
import { approveAdjustment, listAdjustment, refuseAdjustment } from '../../client/points';
import { openPage } from '../../pages/open-page';
import { cloudNow } from '../../platform/clock';
import { fontScale } from '../../platform/display';
import { momentWords, plainDayWords } from '../../text/day';
import { replyWords } from '../../text/reply';
import { adjustmentStateText, adjustmentText, amountWords } from '../../text/standing';
import { caseFields, caseList } from '../long-list';

type Adjustment = ValueOf<'adjustment.list'>['adjustments'][number];
interface Word {
  adjustmentId: string;
  act: 'approve' | 'refuse';
  note: string;
}
type RowTap = WechatMiniprogram.CustomEvent<object, object, { id: string }>;

const adjustmentList = () => createPaging(listAdjustment, ({ adjustments }) => adjustments);

Page({
  ...caseList,

  data: {
    ...caseFields,
    choices: adjustmentText.choices,
    rows: null as ReturnType<typeof rowOf>[] | null, // null while they are read
    refused: '',
    refusedId: '',
    sendingId: '',
    /** The one that is being refused; its sheet asks why. */
    refusing: '',
    note: '',
    missing: adjustmentText.reasonMissing,
  },

  list: adjustmentList(),

  onLoad() {
    this.list = adjustmentList();
    this.setData({ fontScale: fontScale() });
  },

  onShow() {
    void this.read();
  },

  onProposeTap() {
    openPage('/standing/adjustment/adjustment');
  },

  async onApproveTap({ currentTarget }: RowTap) {
    const { confirm } = await wx.showModal(adjustmentText.approve);
    const adjustmentId = currentTarget.dataset.id;
    if (confirm) await this.decide({ adjustmentId, act: 'approve', note: '' });
  },

  onRefuseTap({ currentTarget }: RowTap) {
    const missing = adjustmentText.reasonMissing;
    this.setData({ refusing: currentTarget.dataset.id, note: '', missing });
  },

  onNoteChange({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    const missing = detail.value.trim() === '' ? adjustmentText.reasonMissing : '';
    this.setData({ note: detail.value, missing });
  },

  onSheetChange({ detail }: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
    if (!detail.visible) this.onSheetClose();
  },

  onSheetClose() {
    this.setData({ refusing: '' });
  },

  onRefuseSend() {
    const { refusing, note, missing } = this.data;
    if (missing !== '') return;
    this.onSheetClose();
    void this.decide({ adjustmentId: refusing, act: 'refuse', note });
  },

  async decide({ adjustmentId, act, note }: Word) {
    const adjustment = this.list.items().find(({ id }) => id === adjustmentId);
    if (!adjustment || this.data.sendingId !== '') return;
    this.setData({ sendingId: adjustmentId, refused: '', refusedId: '' });
    const send = act === 'approve' ? approveAdjustment : refuseAdjustment;
    const reply = await send({ adjustmentId, version: adjustment.version, note });
    this.setData({ sendingId: '' });
    if (!reply.ok) {
      this.setData({ refused: replyWords(reply), refusedId: adjustmentId });
      return;
    }
    const title = act === 'approve' ? adjustmentText.approved : adjustmentText.refused;
    wx.showToast({ title, icon: 'success' });
    await this.read();
  },

  show() {
    const now = cloudNow();
    const rows = this.list.items().map((one) => rowOf(one, now));
    this.setData({ message: '', rows, none: adjustmentText.none[this.data.which], ending: '' });
  },
});

function rowOf(one: Adjustment, now: number) {
  const { decidedAt, decidedByName } = one;
  const decided = decidedAt === null ? '' : ` · ${decidedByName} ${momentWords(decidedAt, now)}`;
  return {
    id: one.id,
    owner: one.owner.name,
    amount: amountWords(one.book, one.amount),
    reason: one.reason,
    day: plainDayWords(one.occurredOn, now),
    said: `${one.byName} · ${momentWords(one.at, now)}`,
    state: `${adjustmentStateText[one.state]}${decided}`,
    note: one.note === '' ? '' : adjustmentText.reason(one.note),
    mayDecide: one.mayDecide,
  };
}
