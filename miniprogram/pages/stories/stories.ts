import { keptAnswer, openKeptSession } from '../../client/kept-answers';
import { earnedBy, outKey } from '../../client/earned';
import { publishedStory } from '../../client/newsroom';
import { createPolling, type Polling } from '../../client/polling';
import { countWaiting, keptUnitNames } from '../../client/waiting';
import { dropCopy, listLostDrafts, outbox } from '../../outbox/index';
import type { DraftCopy, OutboxLine } from '../../outbox/index';
import { cloudNow } from '../../platform/clock';
import { fontScale } from '../../platform/display';
import { fitTabBar, showTodoCount } from '../../platform/tab-badge';
import { staleWords } from '../../text/failure';
import { replyWords } from '../../text/reply';
import { storiesText } from '../../text/stories';
import { offerUpdate } from '../offer-update';
import { openPage } from '../open-page';
import { tabPage } from '../tab-page';
import { createUnitNames } from './names';
import { createStoryList, type ListReply } from './story-list';
import { copyRowsOf, draftRowsOf, endingOf, filedCount, formOf, publishedOf } from './view';
import { overtaken, readerOf, rowsOf } from './view';
import type { DraftRow, Reader, StoryRow } from './view';

/** An act of a reviewer shows in the list within half a minute; each look costs one small call. */
const pollMs = 30_000;

type StoryTap = WechatMiniprogram.CustomEvent<{ storyId: string }>;
type RowTap = WechatMiniprogram.CustomEvent<object, object, { id: string; url: string }>;

Page({
  ...tabPage,

  data: {
    fontScale: 1,
    waiting: '',
    reader: 'loading' as Reader | 'loading' | 'failed', // widened: data holds each in turn
    message: '',
    organName: '',
    purpose: '',
    points: storiesText.points,
    /** What a visitor sees of the county's work. */
    published: [] as { headline: string; grey: string }[],
    rows: null as StoryRow[] | null, // null until the first answer or kept list
    drafts: [] as DraftRow[],
    lines: [] as OutboxLine[],
    stale: '',
    listless: '',
    ending: '',
  },

  list: createStoryList(),
  /** Drafts that only the cloud has; asked for once a start. */
  copies: undefined as DraftCopy[] | undefined,
  personId: '',
  names: createUnitNames({}, () => undefined),
  earned: {} as Record<string, number>,
  polling: undefined as Polling | undefined,
  unsubscribe: undefined as (() => void) | undefined,

  onLoad() {
    this.setData({ fontScale: fontScale() });
    this.list = createStoryList();
    this.polling = createPolling(() => this.look(), pollMs);
    this.names = createUnitNames(keptUnitNames(), () => this.showRows());
    this.showKept();
  },

  onShow() {
    this.setData({ waiting: fitTabBar() });
    this.unsubscribe = outbox().subscribe(() => this.showOutbox());
    this.showOutbox();
    void this.read();
    this.polling?.start();
    void offerUpdate();
  },

  onHide() {
    this.leave();
  },

  onUnload() {
    this.leave();
  },

  leave() {
    this.polling?.stop();
    this.unsubscribe?.();
  },

  async onReachBottom() {
    const asked = this.list.readMore();
    if (!asked) return;
    this.setData({ ending: storiesText.more });
    const reply = await asked;
    this.showRows();
    if (!reply.ok) this.setData({ ending: replyWords(reply) });
  },

  onRetryTap() {
    this.setData({ reader: 'loading' });
    void this.read();
  },

  onListRetryTap() {
    this.setData({ listless: '' });
    void this.readFirst();
  },

  onPageTap({ currentTarget }: RowTap) {
    openPage(currentTarget.dataset.url);
  },

  onStoryOpen({ currentTarget }: RowTap) {
    openPage(`/pages/story/story?storyId=${currentTarget.dataset.id}`);
  },

  async onDraftRemove({ currentTarget }: RowTap) {
    const { id } = currentTarget.dataset;
    const { confirm } = await wx.showModal(storiesText.removal);
    if (!confirm) return;
    if (outbox().draft(id)) await outbox().remove(id);
    else await this.dropCopy(id);
  },

  async dropCopy(draftId: string) {
    if (!(await dropCopy(draftId))) {
      wx.showToast({ title: storiesText.notDropped, icon: 'none' });
      return;
    }
    this.copies = this.copies?.filter((copy) => copy.draftId !== draftId);
    this.showOutbox();
  },

  onSendAgain({ detail }: StoryTap) {
    outbox().retry(detail.storyId);
  },

  onMobileAllowed({ detail }: StoryTap) {
    outbox().allowMobile(detail.storyId);
  },

  /** The receipt stays: without a line the story may not open yet. */
  onFiledOpen({ detail }: StoryTap) {
    openPage(`/pages/story/story?storyId=${detail.storyId}`);
  },

  onReceiptRead({ detail }: StoryTap) {
    void outbox().remove(detail.storyId);
  },

  onFilingChange({ detail }: StoryTap) {
    const { refusal } = this.data.lines.find(({ storyId }) => storyId === detail.storyId) ?? {};
    const draft = outbox().takeBack(detail.storyId) && outbox().draft(detail.storyId);
    if (draft) openPage(`${formOf(draft)}&refusal=${refusal ?? ''}`);
  },

  /** What was seen last time stands at once; the network may take a while. */
  showKept() {
    const { person } = keptAnswer('session.open')?.value ?? {};
    if (!person) return;
    this.personId = person.id;
    this.list.recall();
    this.setData({ reader: 'bound' });
    this.showRows();
  },

  async read() {
    const wasBound = this.data.reader === 'bound';
    // Someone known is asked for both at once; a new phone learns first who holds it.
    const [session] = await Promise.all([openKeptSession(), wasBound ? this.readFirst() : null]);
    if (!session.ok) {
      if (!wasBound) this.setData({ reader: 'failed', message: replyWords(session) });
      return;
    }
    const { organ, person } = session.value;
    const isOther = this.personId !== (person?.id ?? '');
    if (isOther) this.startOver(person?.id ?? '');
    const reader = readerOf(session.value);
    const purpose = organ ? storiesText.purpose(storiesText.kind[organ.kind]) : '';
    this.setData({ reader, purpose, organName: organ?.name ?? '' });
    if (reader === 'visitor') await this.readPublished();
    if (reader !== 'bound') return;
    if (!wasBound || isOther) await this.readFirst(this.names.begin());
    const asked = [this.readNames(), this.readEarned(), this.readCopies(), this.readWaiting()];
    await Promise.all(asked);
  },

  /** What waits shows on its tab before that is come to. */
  async readWaiting() {
    const waiting = await countWaiting(this.list.listed()?.stories ?? []);
    if (waiting) this.setData({ waiting: showTodoCount(waiting) });
  },

  async readCopies() {
    if (this.copies) return;
    this.copies = await listLostDrafts();
    this.showOutbox();
  },

  /** Without an answer there is just none of it. */
  async readPublished() {
    const reply = await publishedStory();
    if (reply.ok) this.setData({ published: publishedOf(reply.value.stories, cloudNow()) });
  },

  /** Another person holds the phone now: nothing of the one before stays on the page. */
  startOver(personId: string) {
    this.personId = personId;
    this.list = createStoryList();
    this.earned = {};
    this.copies = undefined;
    this.setData({ rows: null, stale: '', listless: '' });
  },

  readNames() {
    return this.names.complete(this.list.listed()?.stories ?? []);
  },

  /** Points come after a printing: read when the list is come to, and when a look finds a story on its way out. */
  async readEarned() {
    this.earned = { ...this.earned, ...(await earnedBy(this.list.listed()?.stories ?? [])) };
    this.showRows();
  },

  async look() {
    if (this.data.reader !== 'bound') return;
    const before = this.outKey();
    await this.readFirst();
    if (this.outKey() !== before) await this.readEarned();
  },

  outKey() {
    return outKey(this.list.listed()?.stories ?? []);
  },

  async readFirst(mayShow?: Promise<void>) {
    const reply = await this.list.readFirst();
    await mayShow;
    if (!reply.ok) {
      this.showStale(reply);
      return;
    }
    this.setData({ stale: '', listless: '' });
    this.showRows();
    const { stories } = this.list.listed() ?? { stories: [] };
    for (const id of overtaken(this.data.lines, stories)) void outbox().remove(id);
  },

  showRows() {
    const listed = this.list.listed();
    if (!listed) return;
    const rows = rowsOf(listed.stories, {
      ...{ unitNames: this.names.known(), earned: this.earned, now: cloudNow() },
    });
    this.setData({ rows, ending: endingOf(listed) });
  },

  showOutbox() {
    const lines = outbox().lines();
    const hasArrived = filedCount(lines) > filedCount(this.data.lines);
    const kept = outbox().drafts();
    const here = [...kept, ...lines].map(({ storyId }) => storyId);
    const now = cloudNow();
    const copies = copyRowsOf(this.copies ?? [], here, now);
    this.setData({ lines, drafts: [...draftRowsOf(kept, now), ...copies] });
    // What has just arrived stands in the list below without waiting for the next look.
    if (hasArrived && this.data.reader === 'bound') void this.readArrived();
  },

  /** Whole lines, and what no longer waits: a returned story was perhaps filed again. */
  async readArrived() {
    await this.readFirst();
    await Promise.all([this.readNames(), this.readWaiting()]);
  },

  /** Without an answer the last list stays, and the page says how old it is. */
  showStale(reply: Exclude<ListReply, { ok: true }>) {
    const kept = keptAnswer('story.list');
    if (!this.data.rows || !kept) {
      // Writing, drafts and the outbox need no answer: only the list says that it has none.
      this.setData({ listless: replyWords(reply) });
      return;
    }
    this.setData({ stale: staleWords(kept.keptAt, cloudNow()) });
  },
});
