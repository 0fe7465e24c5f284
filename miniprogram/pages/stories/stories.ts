import { keptAnswer, listFirstStories, openKeptSession } from '../../client/kept-answers';
import { listStory } from '../../client/newsroom';
import { createPolling, type Polling } from '../../client/polling';
import { keptUnitNames, readUnitNames } from '../../client/waiting';
import { fontScale } from '../../platform/display';
import { momentWords } from '../../text/day';
import { replyWords } from '../../text/review';
import { storiesText } from '../../text/stories';
import { readerOf, rowsOf, withFirstPage, type Listed, type Reader, type StoryRow } from './view';

/** An act of a reviewer shows in the list within half a minute; each look costs one small call. */
const pollMs = 30_000;

Page({
  data: {
    fontScale: 1,
    skeleton: [{ width: '100%' }, { width: '60%' }],
    reader: 'loading' as Reader | 'loading' | 'failed', // widened: data holds each in turn
    message: '',
    organName: '',
    purpose: '',
    points: storiesText.points,
    rows: null as StoryRow[] | null, // null until the first answer or kept list
    stale: '',
    ending: '',
  },

  listed: { stories: [], after: null } as Listed,
  unitNames: {} as Record<string, string>,
  polling: undefined as Polling | undefined,
  isReadingMore: false,

  onLoad() {
    this.setData({ fontScale: fontScale() });
    this.polling = createPolling(() => this.readFirst(), pollMs);
    this.unitNames = keptUnitNames();
    this.showKept();
    void this.readNames();
  },

  onShow() {
    void this.read();
    this.polling?.start();
  },

  onHide() {
    this.polling?.stop();
  },

  onUnload() {
    this.polling?.stop();
  },

  async onPullDownRefresh() {
    await this.read();
    wx.stopPullDownRefresh();
  },

  onReachBottom() {
    void this.readMore();
  },

  onRetryTap() {
    this.setData({ reader: 'loading' });
    void this.read();
  },

  onTipTap() {
    wx.navigateTo({ url: '/pages/tip/tip' });
  },

  onWriteTap() {
    wx.navigateTo({ url: '/pages/filing/filing' });
  },

  onStoryOpen(event: WechatMiniprogram.CustomEvent<object, object, { id: string }>) {
    wx.navigateTo({ url: `/pages/story/story?storyId=${event.currentTarget.dataset.id}` });
  },

  onJoinTap() {
    wx.navigateTo({ url: '/pages/join/join' });
  },

  onScanTap() {
    wx.navigateTo({ url: '/pages/join/join?scan=1' });
  },

  onFoundTap() {
    wx.navigateTo({ url: '/pages/home/home' });
  },

  /** What was seen last time stands at once; the network may take a while. */
  showKept() {
    const session = keptAnswer('session.open');
    const stories = keptAnswer('story.list');
    if (!session?.value.person || !stories) return;
    this.listed = stories.value;
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
    const { organ } = session.value;
    const reader = readerOf(session.value);
    this.setData({
      reader,
      organName: organ?.name ?? '',
      purpose: organ ? storiesText.purpose(storiesText.kind[organ.kind]) : '',
    });
    if (reader === 'bound' && !wasBound) await this.readFirst();
  },

  async readFirst() {
    const reply = await listFirstStories();
    if (!reply.ok) {
      this.showStale(replyWords(reply));
      return;
    }
    this.listed = withFirstPage(this.listed, reply.value);
    this.setData({ stale: '' });
    this.showRows();
  },

  async readMore() {
    const { after } = this.listed;
    if (after === null || this.isReadingMore) return;
    this.isReadingMore = true;
    this.setData({ ending: storiesText.more });
    const reply = await listStory({ after });
    this.isReadingMore = false;
    if (reply.ok) {
      const stories = [...this.listed.stories, ...reply.value.stories];
      this.listed = { stories, after: reply.value.after };
    }
    this.showRows();
    if (!reply.ok) this.setData({ ending: replyWords(reply) });
  },

  async readNames() {
    this.unitNames = await readUnitNames();
    if (this.data.rows) this.showRows();
  },

  showRows() {
    const rows = rowsOf(this.listed.stories, { unitNames: this.unitNames, now: Date.now() });
    const isEnd = this.listed.after === null && rows.length > 0;
    this.setData({ rows, ending: isEnd ? storiesText.end : '' });
  },

  /** Without an answer the last list stays, and the page says how old it is. */
  showStale(words: string) {
    const kept = keptAnswer('story.list');
    if (!this.data.rows || !kept) {
      this.setData({ reader: 'failed', message: words });
      return;
    }
    this.setData({ stale: storiesText.stale(momentWords(kept.keptAt, Date.now())) });
  },
});
