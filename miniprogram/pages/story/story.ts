import { chooseAdoption } from '../../client/adoption';
import { readStory } from '../../client/kept-answers';
import { beginReading } from '../../client/newest';
import { compareRevision, withdrawStory } from '../../client/newsroom';
import { listStoryEntry } from '../../client/points';
import { createPolling, type Polling } from '../../client/polling';
import { sendReports } from '../../client/reports';
import { keptUnitNames, readUnitNames } from '../../client/waiting';
import { copyText } from '../../platform/clipboard';
import { cloudNow } from '../../platform/clock';
import { fontScale, isWide } from '../../platform/display';
import { openRemoteDocument, showPhotos } from '../../platform/documents';
import { hearKeys } from '../../platform/keyboard';
import { readAgain } from '../../platform/read-page';
import { say } from '../../platform/toast';
import { printingText } from '../../text/adoption';
import { staleWords } from '../../text/failure';
import { replyWords } from '../../text/reply';
import { rowOf, type EntryRow } from '../../text/entry-row';
import type { ShownReport } from '../../text/printing';
import { storyText } from '../../text/story';
import { openPage } from '../open-page';
import { readRowsBeside } from './beside';
import { isMovedOutside, othersWords, type Compared } from './compare';
import { exportDelivery, markDelivery, resendDelivery, type DeliveryTap } from './delivery-acts';
import { askWithdrawal } from './dialogs';
import { openRegistration, openReport, unsentReports, type OfficePage } from './reporting';
import { primaryPages, showStory, type ShownStory, type StoryView } from './view';
import type { StoryRow } from '../stories/view';

/**
 * Someone who watches sees a reviewer's act within a quarter of a minute; a look costs two reads of the
 * database, and only while the page is in front.
 */
const pollMs = 15_000;
/** Links of photos hold for hours; a page left open gets new ones after this. */
const linksMs = 60 * 60 * 1000;

Page({
  ...readAgain,

  data: {
    fontScale: 1,
    message: '',
    story: null as ShownStory | null, // null until the first answer
    stale: '',
    compared: null as Compared | null, // null while no revision is opened
    entries: [] as EntryRow[],
    reports: [] as ShownReport[],
    isSending: false,
    primaryWords: storyText.primary,
    /** The list beside the open one, where the window has room for it. */
    rows: [] as StoryRow[],
    isLone: false,
    openId: '',
  },

  storyId: '',
  current: undefined as StoryView | undefined,
  readAt: 0,
  unitNames: {} as Record<string, string>,
  polling: undefined as Polling | undefined,
  deafen: (() => undefined) as () => void,

  onLoad({ storyId = '' }: { storyId?: string }) {
    this.storyId = storyId;
    this.unitNames = keptUnitNames();
    this.polling = createPolling(() => this.read(), pollMs);
    this.setData({ fontScale: fontScale(), openId: storyId });
    void this.readBeside();
  },

  onShow() {
    this.deafen = hearKeys((key) => this.onKey(key));
    void this.read();
    void this.readEntries();
    this.polling?.start();
  },

  onHide() {
    this.deafen();
    this.polling?.stop();
  },

  onUnload() {
    this.deafen();
    this.polling?.stop();
  },

  onResize({ size }: { size: { windowWidth: number } }) {
    void this.readBeside(size.windowWidth);
  },

  onBesideOpen(event: WechatMiniprogram.CustomEvent<object, object, { id: string }>) {
    this.openOther(event.currentTarget.dataset.id);
  },

  onKey(key: string) {
    const place = this.data.rows.findIndex(({ id }) => id === this.storyId);
    const steps = key === 'ArrowDown' ? 1 : -1;
    if (key === 'Escape') wx.navigateBack();
    else if (key === 'ArrowDown' || key === 'ArrowUp') {
      this.openOther(this.data.rows[place + steps]?.id);
    }
  },

  openOther(storyId: string | undefined) {
    if (!storyId || storyId === this.storyId) return;
    this.storyId = storyId;
    this.current = undefined;
    const nothing = { story: null, compared: null, entries: [], stale: '', message: '' };
    this.setData({ openId: storyId, ...nothing });
    void this.read();
    void this.readEntries();
  },

  async readBeside(widthPx?: number) {
    const rows = isWide(widthPx) ? await readRowsBeside(this.storyId, this.unitNames) : [];
    this.setData({ rows, isLone: rows.length === 0 });
  },

  async onPullDownRefresh() {
    this.readAt = 0;
    await this.read();
    wx.stopPullDownRefresh();
  },

  onPhotoTap(event: WechatMiniprogram.CustomEvent<object, object, { url: string | null }>) {
    const { url } = event.currentTarget.dataset;
    const urls = this.data.story?.photos.flatMap((photo) => photo.url ?? []) ?? [];
    if (url) showPhotos(urls, url);
  },

  async onAttachmentTap(event: WechatMiniprogram.CustomEvent<object, object, { place: number }>) {
    const attachment = this.data.story?.attachments[event.currentTarget.dataset.place];
    if (!attachment?.url) return;
    try {
      await openRemoteDocument(attachment.url, attachment.ext);
    } catch {
      wx.showToast({ title: storyText.notOpened, icon: 'none' });
    }
  },

  async onCompareTap(event: WechatMiniprogram.CustomEvent<object, object, { to: number }>) {
    const { to } = event.currentTarget.dataset;
    if (this.data.compared?.to === to) {
      this.setData({ compared: null });
      return;
    }
    const { storyId } = this;
    const reply = await compareRevision({ storyId, from: to - 1, to });
    if (storyId !== this.storyId) return;
    if (!reply.ok) {
      say(replyWords(reply));
      return;
    }
    const { headline, body, others } = reply.value;
    this.setData({ compared: { to, headline, body, others: othersWords(others) } });
  },

  onPrimaryTap() {
    const primary = this.data.story?.primary;
    if (primary) openPage(`${primaryPages[primary]}=${this.storyId}`);
  },

  onEntryOpen(event: WechatMiniprogram.CustomEvent<object, object, { id: string }>) {
    const id = encodeURIComponent(event.currentTarget.dataset.id);
    openPage(`/standing/entry/entry?id=${id}`);
  },

  /** What it brought the reader; where that cannot be asked, the page stands without. */
  async readEntries() {
    const { storyId } = this;
    const reply = await listStoryEntry([storyId]);
    // On a PC another story may have been opened meanwhile.
    if (!reply.ok || storyId !== this.storyId) return;
    const now = cloudNow();
    this.setData({ entries: reply.value.entries.map((entry) => rowOf(entry, now)) });
  },

  /** A new report, or one that is taken back to be changed. */
  onReportTap({ detail }: WechatMiniprogram.CustomEvent<{ id?: string }>) {
    openReport(this.storyId, { headline: this.data.story?.headline, report: detail.id });
  },

  onRegisterTap({ currentTarget }: WechatMiniprogram.BaseEvent<object, { page: OfficePage }>) {
    openRegistration(currentTarget.dataset.page, this.storyId, this.data.story?.headline ?? '');
  },

  /** They are tried again whenever somebody looks. */
  async showReports() {
    const reports = unsentReports(this.storyId);
    this.setData({ reports });
    if (reports.length === 0) return;
    await sendReports();
    if (unsentReports(this.storyId).length < reports.length) await this.read();
    else this.setData({ reports: unsentReports(this.storyId) });
  },

  onLinkCopy(event: WechatMiniprogram.CustomEvent<{ url: string }>) {
    void copyText(event.detail.url);
  },

  async onPrintingChoose(event: WechatMiniprogram.CustomEvent<{ id: string }>) {
    if (this.data.isSending) return;
    this.setData({ isSending: true });
    const reply = await chooseAdoption({ adoptionId: event.detail.id });
    this.setData({ isSending: false });
    say(reply.ok ? printingText.chosen : replyWords(reply));
    await this.read();
    void this.readEntries();
  },

  onClippingLook(event: WechatMiniprogram.CustomEvent<{ url: string }>) {
    showPhotos([event.detail.url], event.detail.url);
  },

  async onResend(event: DeliveryTap) {
    await this.afterDelivery(await resendDelivery(event));
  },

  async onMarkSent(event: DeliveryTap) {
    await this.afterDelivery(await markDelivery(event));
  },

  async onExport(event: DeliveryTap) {
    await this.afterDelivery(await exportDelivery(event));
  },

  async afterDelivery(words: string | undefined) {
    if (words === undefined) return;
    wx.showToast({ title: words, icon: 'none' });
    await this.read();
  },

  onStoryOpen(event: WechatMiniprogram.CustomEvent<object, object, { id: string }>) {
    openPage(`/pages/story/story?storyId=${event.currentTarget.dataset.id}`);
  },

  async onWithdrawTap() {
    if (!(await askWithdrawal()) || !this.current || this.data.isSending) return;
    this.setData({ isSending: true });
    const { version } = this.current;
    const reply = await withdrawStory({ storyId: this.storyId, version, note: '' });
    this.setData({ isSending: false });
    if (reply.ok) this.show(reply.value.story);
    say(reply.ok ? storyText.withdrawn : replyWords(reply));
    // Somebody else was quicker: the page shows what they did.
    if (!reply.ok) await this.read();
  },

  async read() {
    const { storyId } = this;
    void this.showReports();
    const isNewest = beginReading(this, 'story');
    const reply = await readStory(storyId);
    // Another one was opened meanwhile, or a later look at this one was quicker.
    if (!isNewest()) return;
    if (!reply.ok) {
      this.showTrouble(replyWords(reply), 'refusal' in reply);
      return;
    }
    this.setData({ stale: '', message: '' });
    const { story } = reply.value;
    const isNew = this.current?.version !== story.version || isMovedOutside(this.current, story);
    // The same text with fresh links would only make the photos load again.
    if (isNew || Math.abs(cloudNow() - this.readAt) > linksMs) this.show(story);
    if (this.unitNames[story.unitId] === undefined) await this.readNames();
  },

  async readNames() {
    this.unitNames = await readUnitNames();
    if (this.current) this.show(this.current);
  },

  show(story: StoryView) {
    const now = cloudNow();
    this.current = story;
    this.readAt = now;
    this.setData({ story: showStory(story, { unitNames: this.unitNames, now }) });
  },

  /** A refusal takes the page away; without a network it stays, and says how old it is. */
  showTrouble(words: string, isRefused: boolean) {
    if (!this.data.story || isRefused) {
      this.setData({ message: words, story: null });
      return;
    }
    this.setData({ stale: staleWords(this.readAt, cloudNow()) });
  },
});
