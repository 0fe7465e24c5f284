import {
  correctAdoption,
  rejectAdoption,
  showAdoption as readAdoption,
  takeMetric,
  verifyAdoption,
  withdrawAdoption,
} from '../../client/adoption';
import { uploadClipping } from '../../client/clipping';
import { readOutlets } from '../../client/outlet-choices';
import { keptUnitNames } from '../../client/waiting';
import type { OutletChoice } from '../../components/outlet-picker/view';
import { openPage } from '../../pages/open-page';
import { datedPage } from '../../pages/dated-page';
import { besideOf, handBeside } from '../../platform/beside';
import { copyText } from '../../platform/clipboard';
import { cloudNow } from '../../platform/clock';
import { fontScale, isWide } from '../../platform/display';
import { showPhotos } from '../../platform/documents';
import { deskAdoptionText, outletWords, reportText } from '../../text/adoption';
import { dayOn } from '../../text/day';
import { replyWords } from '../../text/reply';
import type { AdoptionRow } from '../adoptions/view';
import { evidenceFields, evidencePage } from '../evidence';
import { emptyForm, factsOf, formOf, isMoved, missingIn, numberOf } from '../printing-form';
import type { PrintingForm } from '../printing-form';
import { showAdoption, type AdoptionView, type ShownAdoption } from './view';

type Sheet = 'reject' | 'withdraw' | 'reason';
type Tap<Fields extends object> = WechatMiniprogram.TouchEvent<object, object, Fields>;
type Answered =
  | Awaited<ReturnType<typeof verifyAdoption | typeof correctAdoption | typeof takeMetric>>
  | Awaited<ReturnType<typeof rejectAdoption | typeof withdrawAdoption>>;

const sheetReasons = {
  reject: deskAdoptionText.rejectReasons,
  withdraw: deskAdoptionText.withdrawReasons,
  reason: deskAdoptionText.correctReasons,
};

/** 核定采用: what was reported, what shows it, and the facts that count. */
Page({
  ...datedPage,
  ...evidencePage,

  data: {
    fontScale: 1,
    isLoading: true,
    message: '',
    today: '',
    adoption: null as ShownAdoption | null, // null until the first answer
    form: emptyForm,
    outlets: [] as OutletChoice[],
    isPicking: false,
    missing: '',
    refused: '',
    action: '',
    sheet: '' as Sheet | '', // '' while none is open
    sheetText: deskAdoptionText.reject,
    sheetReasons: [] as string[],
    reads: '',
    forwards: '',
    ...evidenceFields,
    isSending: false,
    /** The list beside the open one, where the window has room for it. */
    rows: [] as AdoptionRow[],
    openId: '',
  },

  id: '',
  current: undefined as AdoptionView | undefined,

  onLoad({ id = '' }: { id?: string }) {
    this.id = id;
    const rows = isWide() ? besideOf<AdoptionRow>(id) : [];
    this.setData({ fontScale: fontScale(), today: dayOn(cloudNow()), rows, openId: id });
    void this.read();
  },

  onResize({ size }: { size: { windowWidth: number } }) {
    this.setData({ rows: isWide(size.windowWidth) ? besideOf<AdoptionRow>(this.data.openId) : [] });
  },

  onBesideTap(event: Tap<{ id: string }>) {
    const { id } = event.currentTarget.dataset;
    if (id === this.data.openId || this.data.isSending) return;
    this.id = id;
    const nothing = { message: '', reads: '', forwards: '', clipping: null };
    this.setData({ openId: id, isLoading: true, ...nothing });
    wx.pageScrollTo({ scrollTop: 0, duration: 0 });
    void this.read();
  },

  onRetryTap() {
    this.setData({ message: '', isLoading: true });
    void this.read();
  },

  onLinkTap(event: Tap<{ url: string }>) {
    void copyText(event.currentTarget.dataset.url);
  },

  onClippingTap(event: Tap<{ url: string }>) {
    const { url } = event.currentTarget.dataset;
    showPhotos([url], url);
  },

  onOtherTap(event: Tap<{ id: string }>) {
    openPage(`/desk/adoption/adoption?id=${event.currentTarget.dataset.id}`);
  },

  onStoryTap() {
    const storyId = this.data.adoption?.storyId;
    if (storyId) openPage(`/pages/story/story?storyId=${storyId}`);
  },

  /** A jury's points, or what else counts without a printing, about this work. */
  onFactTap({ currentTarget }: Tap<{ kind: string }>) {
    if (!this.current) return;
    const { workId, unitId, headline } = this.current;
    const query = `workId=${workId}&unitId=${unitId}&title=${encodeURIComponent(headline)}`;
    openPage(`/desk/fact/fact?${query}&kind=${currentTarget.dataset.kind}`);
  },

  onPick() {
    this.setData({ isPicking: true });
  },

  onPickerClose() {
    this.setData({ isPicking: false });
  },

  onOutletChoose(event: WechatMiniprogram.CustomEvent<{ id: string; name: string }>) {
    this.setData({ isPicking: false });
    this.fill({ outletId: event.detail.id, outletName: event.detail.name });
  },

  onFormChange(event: WechatMiniprogram.CustomEvent<{ change: Partial<PrintingForm> }>) {
    this.fill(event.detail.change);
  },

  onReadsChange(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ reads: event.detail.value });
  },

  onForwardsChange(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ forwards: event.detail.value });
  },

  async onMetricTap() {
    const [reads, forwards] = [numberOf(this.data.reads), numberOf(this.data.forwards)];
    const typed = [reads, forwards].filter((count) => count !== null);
    if (typed.length === 0 || !typed.every((count) => Number.isInteger(count))) {
      wx.showToast({ title: deskAdoptionText.metricInvalid, icon: 'none' });
      return;
    }
    const clipping = await uploadClipping(this.data.clipping);
    if (clipping === undefined) {
      wx.showToast({ title: reportText.notUploaded, icon: 'none' });
      return;
    }
    const metric = { adoptionId: this.id, reads, forwards, clipping };
    const reply = await this.send(() => takeMetric(metric), deskAdoptionText.metricTaken);
    if (reply) this.setData({ reads: '', forwards: '', clipping: null });
  },

  onRejectTap() {
    this.openSheet('reject');
  },

  onWithdrawTap() {
    this.openSheet('withdraw');
  },

  async onSettleTap() {
    if (!this.current) return;
    const isReasonNeeded =
      this.current.state === 'verified' || isMoved(this.data.form, this.current);
    if (isReasonNeeded) this.openSheet('reason');
    else await this.settle('');
  },

  onSheetClose() {
    this.setData({ sheet: '' });
  },

  async onSheetConfirm(event: WechatMiniprogram.CustomEvent<{ note: string }>) {
    const { note } = event.detail;
    const { sheet } = this.data;
    const isDone =
      sheet === 'reason'
        ? await this.settle(note)
        : await this.stop(sheet === 'reject' ? 'reject' : 'withdraw', note);
    // What was refused stays, with why and with what was written.
    if (isDone) this.setData({ sheet: '' });
  },

  openSheet(sheet: Sheet) {
    const reasons = [...sheetReasons[sheet]];
    const sheetText = deskAdoptionText[sheet];
    this.setData({ sheet, sheetText, sheetReasons: reasons, refused: '' });
  },

  async settle(note: string): Promise<boolean> {
    const { current } = this;
    if (!current) return false;
    const isCorrection = current.state === 'verified';
    const input = {
      adoptionId: this.id,
      version: current.version,
      note,
      ...factsOf(this.data.form),
    };
    return this.send(
      async () => (isCorrection ? await correctAdoption(input) : await verifyAdoption(input)),
      isCorrection ? deskAdoptionText.corrected : deskAdoptionText.verified,
    );
  },

  async stop(how: 'reject' | 'withdraw', note: string): Promise<boolean> {
    if (!this.current) return false;
    const input = { adoptionId: this.id, version: this.current.version, note };
    const isReject = how === 'reject';
    return this.send(
      async () => (isReject ? await rejectAdoption(input) : await withdrawAdoption(input)),
      isReject ? deskAdoptionText.rejected : deskAdoptionText.withdrawn,
    );
  },

  /** True when it is done; the page then shows what became of it. */
  async send(act: () => Promise<Answered>, done: string): Promise<boolean> {
    if (this.data.isSending) return false;
    this.setData({ isSending: true, refused: '' });
    const reply = await act();
    this.setData({ isSending: false });
    if (!reply.ok) {
      this.setData({ refused: replyWords(reply) });
      return false;
    }
    this.show(reply.value.adoption);
    this.markRow();
    wx.showToast({ title: done, icon: 'success' });
    return true;
  },

  async read() {
    const { id } = this;
    const [reply, outlets] = await Promise.all([readAdoption({ adoptionId: id }), readOutlets()]);
    // Another one was opened meanwhile.
    if (id !== this.id) return;
    if (!reply.ok) {
      this.setData({ message: replyWords(reply), isLoading: false });
      return;
    }
    const choices = outlets.map((outlet) => ({ ...outlet, about: outletWords(outlet) }));
    this.setData({ isLoading: false, message: '', outlets: choices });
    this.show(reply.value.adoption);
  },

  /** The list says what became of the open one. */
  markRow() {
    const { openId, adoption } = this.data;
    const known = { id: this.id, state: adoption?.state ?? '' };
    const rows = this.data.rows.map((row) => (row.id === openId ? { ...row, ...known } : row));
    this.setData({ rows, openId: this.id });
    if (rows.length > 0) handBeside(rows);
  },

  show(adoption: AdoptionView) {
    // A correction may have moved it to the id of its facts.
    this.id = adoption.id;
    this.current = adoption;
    const looking = { unitNames: keptUnitNames(), now: cloudNow() };
    const isVerified = adoption.state === 'verified';
    this.setData({
      adoption: showAdoption(adoption, looking),
      action: isVerified ? deskAdoptionText.correct : deskAdoptionText.verify,
    });
    this.fill(formOf(adoption));
  },

  fill(change: Partial<PrintingForm>) {
    const form = { ...this.data.form, ...change };
    this.setData({ form, missing: missingIn(form), refused: '' });
  },
});
