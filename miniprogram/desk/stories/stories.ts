import type { Reply } from '../../client/call';
import { listUnit } from '../../client/directory';
import { listDeskStory } from '../../client/newsroom';
import { namesOf, treeOf } from '../../components/unit-picker/tree';
import { fontScale } from '../../platform/display';
import { readPage } from '../../platform/read-page';
import type { StoryRow } from '../../pages/stories/view';
import { replyWords } from '../../text/review';
import type { StoryState } from '../../text/story';
import { deskStoriesText } from '../wording/stories';
import { deskRowsOf, stateChoices } from './view';

type Change<Detail extends object> = WechatMiniprogram.CustomEvent<Detail>;

/** A pause in typing. */
const pauseMs = 400;

Page({
  ...readPage,

  data: {
    fontScale: 1,
    skeleton: [{ width: '90%' }, { width: '60%' }, { width: '90%' }, { width: '60%' }],
    isLoading: true,
    message: '',
    empty: '',
    text: '',
    states: stateChoices,
    state: '' as StoryState | '', // '' is every state
    unitId: '',
    unitName: deskStoriesText.allUnits,
    rows: [] as StoryRow[],
    after: null as string | null, // null at the end of the list
    choices: [] as { id: string; name: string; depth: number }[],
    isPicking: false,
  },

  unitNames: {} as Record<string, string>,
  /** Counts questions: an answer that is overtaken by a newer one is not shown. */
  asked: 0,
  isReadingMore: false,
  typing: undefined as ReturnType<typeof setTimeout> | undefined,

  onLoad() {
    this.setData({ fontScale: fontScale() });
  },

  onReachBottom() {
    void this.readMore();
  },

  onTextChange(event: Change<{ value: string }>) {
    this.setData({ text: event.detail.value });
    if (this.typing !== undefined) clearTimeout(this.typing);
    this.typing = setTimeout(() => void this.readFirst(), pauseMs);
  },

  onTextClear() {
    this.setData({ text: '' });
    void this.readFirst();
  },

  onStateTap(event: WechatMiniprogram.TouchEvent<object, object, { state: StoryState | '' }>) {
    this.setData({ state: event.currentTarget.dataset.state, isLoading: true });
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

  onStoryOpen(event: WechatMiniprogram.CustomEvent<object, object, { id: string }>) {
    wx.navigateTo({ url: `/pages/story/story?storyId=${event.currentTarget.dataset.id}` });
  },

  async read() {
    const units = await listUnit();
    if (!units.ok) {
      this.fail(replyWords(units));
      return;
    }
    this.unitNames = namesOf(units.value.units);
    const all = { id: '', name: deskStoriesText.allUnits, depth: 0 };
    this.setData({ choices: [all, ...treeOf(units.value.units)] });
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
    const { text, state, unitId } = this.data;
    const isAll = text.trim() === '' && state === '' && unitId === '';
    const empty = isAll ? deskStoriesText.empty : deskStoriesText.notFound;
    const { stories, after } = reply.value;
    this.setData({ rows: this.rowsOf(stories), after, empty, isLoading: false, message: '' });
  },

  async readMore() {
    const { after, rows } = this.data;
    if (after === null || this.isReadingMore) return;
    this.isReadingMore = true;
    const mine = this.asked;
    const reply = await this.ask(after);
    this.isReadingMore = false;
    if (mine !== this.asked || !reply.ok) return;
    this.setData({
      rows: [...rows, ...this.rowsOf(reply.value.stories)],
      after: reply.value.after,
    });
  },

  ask(after: string | null): Promise<Reply<'deskStory.list'>> {
    const { text, state, unitId } = this.data;
    return listDeskStory({
      ...{ state: state || null, unitId: unitId || null, text: text.trim() || null, after },
    });
  },

  rowsOf(stories: Parameters<typeof deskRowsOf>[0]): StoryRow[] {
    return deskRowsOf(stories, { unitNames: this.unitNames, now: Date.now() });
  },

  nameUnit() {
    this.setData({ unitName: this.unitNames[this.data.unitId] ?? deskStoriesText.allUnits });
  },

  fail(message: string) {
    this.setData({ message, isLoading: false });
  },
});
