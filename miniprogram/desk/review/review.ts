import {
  keepDecision,
  keptDecisions,
  sendDecisions,
  undoDecision,
  undoMs,
  type Decided,
} from '../../client/decisions';
import { showStory } from '../../client/newsroom';
import { keptUnitNames, readUnitNames } from '../../client/waiting';
import { viewQueueLine, type QueueLine } from '../../components/queue-line/line';
import { openPage } from '../../pages/open-page';
import { cloudNow } from '../../platform/clock';
import { fontScale, isWide } from '../../platform/display';
import { showPhotos } from '../../platform/documents';
import { hearKeys } from '../../platform/keyboard';
import { say } from '../../platform/toast';
import { replyWords } from '../../text/reply';
import { deskText } from '../../text/review';
import { isLeaving, type ActNow } from './acts';
import { keyAct, showKeys, type Sheeted } from './keys';
import { isReadAsItIs, openLease, type Lease } from './lease';
import { keepNotes, readNotes } from './notes';
import type { PassageNote } from './passages';
import { compareNewest, noComparison } from './comparison';
import { saySent } from '../../pages/todo/say-sent';
import { filterOf } from '../../pages/todo/view';
import { openQueue } from './queue';
import { strokeSteps, type Point } from './stroke';
import { isOthers, viewStory, type ReviewedStory, type StoryAction, type StoryView } from './view';

/** What the list hands on: the story, and what it filters by. */
interface OpeningQuery {
  storyId?: string;
  filter?: string;
  unitId?: string;
}

const noUndo = { commandId: '', words: '' };

Page({
  data: {
    fontScale: 1,
    state: 'loading' as 'loading' | 'failed' | 'open' | 'empty',
    message: '',
    isWide: false,
    storyId: '',
    place: '',
    lines: [] as QueueLine[],
    /** Element of the list that is to be seen. */
    inView: '',
    story: null as StoryView | null, // null until the first answer
    shown: null as ReviewedStory | null,
    passages: [] as PassageNote[],
    mayNote: false,
    undo: noUndo,
    compared: noComparison,
  },

  unitNames: {} as Record<string, string>,
  list: openQueue({ kind: null }),
  lease: undefined as Lease | undefined,
  deafen: (() => undefined) as () => void,
  touchedAt: undefined as Point | undefined,
  isReadingKeys: false,

  onLoad({ storyId = '', filter = '', unitId = '' }: OpeningQuery) {
    this.list = openQueue(filterOf(filter, unitId));
    this.unitNames = keptUnitNames();
    this.lease = openLease((story) => this.replaceStory(story));
    this.setData({ fontScale: fontScale(), isWide: isWide(), storyId });
    void this.readAround();
  },

  onShow() {
    this.deafen = hearKeys((key) => this.onKey(key));
    if (this.data.storyId !== '') void this.open(this.data.storyId);
  },

  onHide() {
    this.deafen();
    void this.lease?.settle();
    void sendDecisions('all').then(saySent);
  },

  onUnload() {
    this.deafen();
    this.lease?.leave();
    void sendDecisions('all').then(saySent);
  },

  onResize({ size }: { size: { windowWidth: number } }) {
    this.setData({ isWide: isWide(size.windowWidth) });
  },

  async onPullDownRefresh() {
    await Promise.all([this.open(this.data.storyId), this.readAround()]);
    wx.stopPullDownRefresh();
  },

  onRetryTap() {
    if (this.data.state === 'empty') wx.navigateBack();
    else void this.open(this.data.storyId);
  },

  /** Opens a story and claims it; of one that cannot be claimed, shows what may be read. */
  async open(storyId: string) {
    const isOther = this.data.story?.id !== storyId;
    this.setData({ storyId, ...(isOther && { state: 'loading', story: null }) });
    this.showQueue();
    const known = this.list.stories().find(({ id }) => id === storyId);
    const claimed = isReadAsItIs(known) ? undefined : await this.lease?.take(storyId);
    const isAnswered = claimed?.ok || (claimed && 'failure' in claimed);
    const reply = claimed && isAnswered ? claimed : await showStory({ storyId });
    // Another one was opened meanwhile.
    if (this.data.storyId !== storyId) return;
    if (reply.ok) {
      this.showStory(reply.value.story);
      if (isOther && !this.data.isWide) wx.pageScrollTo({ scrollTop: 0, duration: 0 });
    } else if (isOther) this.setData({ state: 'failed', message: replyWords(reply) });
    else say(replyWords(reply));
  },

  async readAround() {
    const [unitNames] = await Promise.all([readUnitNames(), this.list.read(this.data.storyId)]);
    this.unitNames = unitNames;
    this.showQueue();
    this.scrollList();
    if (this.data.story) this.showStory(this.data.story);
  },

  showStory(story: StoryView) {
    const passages = readNotes(story.id, story.revision);
    const shown = viewStory(story, { now: cloudNow(), unitNames: this.unitNames });
    const mayNote = story.allowed.includes('return');
    const isSameText = this.data.story?.revision === story.revision;
    const compared = isSameText ? this.data.compared : noComparison;
    this.setData({ state: 'open', story, shown, passages, mayNote, compared });
  },

  /** A prolonged claim, another version of the same text; or what became of a story that another has. */
  replaceStory(story: StoryView) {
    const before = this.data.story;
    if (story.id !== this.data.storyId) return;
    if (story.claim?.isMine && !isOthers(before)) this.setData({ story });
    else if (!isOthers(story)) void Promise.all([this.open(story.id), this.readAround()]);
    else if (before?.version !== story.version) this.showStory(story);
  },

  showQueue() {
    const queue = this.list.stories();
    const looking = { now: cloudNow(), unitNames: this.unitNames };
    const lines = this.data.isWide ? queue.map((story) => viewQueueLine(story, looking)) : [];
    this.setData({ lines, place: this.list.placeOf(this.data.storyId) });
  },

  onLineChoose(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
    this.go(event.currentTarget.dataset.id);
  },

  /** Leaves the open story to the others and opens another one. */
  go(storyId: string | undefined) {
    if (!storyId || storyId === this.data.storyId) return;
    this.lease?.leave();
    void this.open(storyId);
  },

  step(steps: 1 | -1) {
    this.go(this.list.beside(this.data.storyId, steps)?.id);
    this.scrollList();
  },

  /** Brings the open story into the list's window, with the one before it above. */
  scrollList() {
    const { lines, storyId } = this.data;
    const before = lines[lines.findIndex(({ id }) => id === storyId) - 1];
    this.setData({ inView: `line-${before?.id ?? storyId}` });
  },

  async onListEnd() {
    await this.list.readOn();
    this.showQueue();
  },

  /** The open story waits for me no more: the next one opens. */
  leaveBehind(storyId: string) {
    const next = this.list.without(storyId);
    if (next) void this.open(next.id);
    else this.setData({ state: 'empty', story: null, storyId: '', place: '', lines: [] });
  },

  async onDecide(event: WechatMiniprogram.CustomEvent<{ decided: Decided }>) {
    const { decided } = event.detail;
    const { story } = this.data;
    if (!story) return;
    await this.lease?.settle();
    this.lease?.forget();
    const version = this.data.story?.version ?? story.version;
    // A renewal under way when the button was tapped has made another version of the same text.
    const input = { ...decided.input, version };
    const kept = await keepDecision({ ...decided, input } as Decided, story.headline);
    const words = deskText.decided[decided.call](story.headline);
    this.setData({ undo: { commandId: kept.commandId, words } });
    setTimeout(() => void this.sendDue(kept.commandId), undoMs);
    this.leaveBehind(story.id);
  },

  async sendDue(commandId: string) {
    if (this.data.undo.commandId === commandId) this.setData({ undo: noUndo });
    saySent(await sendDecisions('due'));
    const kept = keptDecisions().find((decision) => decision.commandId === commandId);
    if (!kept) return;
    const { refusal, holderName } = kept;
    say(refusal === null ? deskText.keptUnsent : replyWords({ refusal }, holderName));
  },

  async onUndoTap() {
    const { commandId } = this.data.undo;
    const kept = keptDecisions().find((decision) => decision.commandId === commandId);
    this.setData({ undo: noUndo });
    if (!kept || !undoDecision(commandId)) {
      wx.showToast({ title: deskText.tooLate, icon: 'none' });
      return;
    }
    await this.list.read(kept.decided.input.storyId);
    this.go(kept.decided.input.storyId);
  },

  onDone(event: WechatMiniprogram.CustomEvent<{ action: ActNow; story: StoryView }>) {
    const { action, story } = event.detail;
    if (!isLeaving(action)) {
      this.showStory(story);
      return;
    }
    this.lease?.forget();
    this.leaveBehind(story.id);
  },

  onRefused() {
    void this.open(this.data.storyId);
  },

  onEdit(event: WechatMiniprogram.CustomEvent<{ action: StoryAction }>) {
    const { storyId } = this.data;
    openPage(`/desk/edit/edit?storyId=${storyId}&action=${event.detail.action}`);
  },

  async onCompareTap() {
    const { story, compared } = this.data;
    const isOpen = compared.words !== '';
    if (story) this.setData({ compared: isOpen ? noComparison : await compareNewest(story) });
  },

  onPhoto(event: WechatMiniprogram.CustomEvent<{ url: string; urls: string[] }>) {
    showPhotos(event.detail.urls, event.detail.url);
  },

  onNotes(event: WechatMiniprogram.CustomEvent<{ passages: PassageNote[] }>) {
    const { story } = this.data;
    if (!story) return;
    keepNotes(story.id, story.revision, event.detail.passages);
    this.setData({ passages: event.detail.passages });
  },

  onTouchStart({ touches }: WechatMiniprogram.TouchEvent) {
    this.touchedAt = touches.length === 1 ? touches[0] : undefined;
  },

  onTouchEnd({ changedTouches }: WechatMiniprogram.TouchEvent) {
    const steps = strokeSteps(this.touchedAt, changedTouches[0]);
    if (steps !== 0 && !this.sheeted('#text')?.isOpen()) this.step(steps);
  },

  onKey(key: string) {
    const act = keyAct(key);
    const [bar, text] = [this.sheeted('#acts'), this.sheeted('#text')];
    // A dialog of WeChat's own lies over the page.
    if (this.isReadingKeys || bar?.isAsked?.()) return;
    if (act === 'close') {
      if (!bar?.closeSheets() && !text?.closeSheets()) wx.navigateBack();
    } else if (bar?.isOpen()) bar.onKey?.(key);
    else if (text?.isOpen()) text.onKey?.(key);
    else if (act === 'next') this.step(1);
    else if (act === 'previous') this.step(-1);
    else if (act === 'keys') void this.onKeysTap();
    else if (act === 'undo') void (this.data.undo.words && this.onUndoTap());
    else if (act) void bar?.act?.(act);
  },

  sheeted(selector: string): Sheeted | null {
    // The components of these ids have these methods.
    return this.selectComponent(selector) as unknown as Sheeted | null;
  },

  async onKeysTap() {
    this.isReadingKeys = true;
    await showKeys();
    this.isReadingKeys = false;
  },
});
