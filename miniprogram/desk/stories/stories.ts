import type { InputOf } from '../../../cloudfunctions/contract/index';
import { listDeskStory } from '../../client/newsroom';
import { openPage } from '../../pages/open-page';
import { handBeside } from '../../platform/beside';
import { searchedFields, searchedList } from '../../pages/searched-list';
import type { StoryRow } from '../../pages/stories/view';
import { cloudNow } from '../../platform/clock';
import type { StoryState } from '../../text/story';
import { deskStoriesText } from '../wording/stories';
import { deskRowsOf, stateChoices } from './view';

type Change<Detail extends object> = WechatMiniprogram.CustomEvent<Detail>;

/** A pause in typing. */
const pauseMs = 400;

Page({
  ...searchedList(deskStoriesText.allUnits),

  data: {
    ...searchedFields(deskStoriesText.allUnits),
    text: '',
    states: stateChoices,
    state: '' as StoryState | '', // '' is every state
    rows: [] as StoryRow[],
  },

  typing: undefined as ReturnType<typeof setTimeout> | undefined,

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

  onStoryOpen(event: WechatMiniprogram.CustomEvent<object, object, { id: string }>) {
    handBeside(this.data.rows);
    openPage(`/pages/story/story?storyId=${event.currentTarget.dataset.id}`);
  },

  async read() {
    if (await this.readUnits()) await this.readFirst();
  },

  question() {
    const { text, state, unitId } = this.data;
    return { state: state || null, unitId: unitId || null, text: text.trim() || null };
  },

  async ask(input: InputOf<'deskStory.list'>) {
    const reply = await listDeskStory(input);
    if (!reply.ok) return reply;
    const { unitNames } = this;
    const rows = deskRowsOf(reply.value.stories, { unitNames, now: cloudNow() });
    return { ok: true as const, value: { rows, after: reply.value.after } };
  },

  emptyWords() {
    const { text, state, unitId } = this.data;
    const isAll = text.trim() === '' && state === '' && unitId === '';
    return isAll ? deskStoriesText.empty : deskStoriesText.notFound;
  },
});
