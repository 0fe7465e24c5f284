/**
 * The sticky bar of the review page and the sheets it opens. Approvals and returns that can be undone
 * are told to the page (`decide`); everything else is done here and told when it is done (`done`).
 */
import { nameIn, type Decided } from '../../client/decisions';
import { say } from '../../platform/toast';
import { replyWords } from '../../text/reply';
import { deskText, doneWords } from '../../text/review';
import { actNow, type ActNow, type Given } from '../review/acts';
import { reviewersFor, storiesFor, writersFor, type Choice, type Choices } from '../review/choices';
import type { PassageNote } from '../review/passages';
import { barOf, isSigning, type Bar, type StoryAction, type StoryView } from '../review/view';
import { isChoosing, isNoted, noteSheetFor, type ChoosingAction } from './sheets';

const noBar: Bar = { main: null, beside: [], more: [] };
const noChoices = {
  isOpen: false,
  isLoading: false,
  title: '',
  empty: '',
  hint: '',
  choices: [] as Choice[],
};

Component({
  options: { addGlobalClass: true },
  properties: {
    /** A StoryView; null while none is open. */
    story: { type: Object, value: null },
    /** PassageNote[] that go with a return. */
    passages: { type: Array, value: [] },
    isWide: { type: Boolean, value: false },
  },
  data: {
    bar: noBar,
    sheet: { ...noteSheetFor('return', 0), isOpen: false },
    choosing: noChoices,
    choosingAction: 'pass' as ChoosingAction, // widened: the sheet serves all three
    /** What is looked for; an answer to what was typed before is not shown. */
    searched: '',
    isSending: false,
    /** Why the open sheet's act was not taken: a toast would be gone, and lies over the sheet's title. */
    refused: '',
    /** A dialog of WeChat's own is open, which hears no keys of ours. */
    isAsking: false,
  },
  observers: {
    story(story: StoryView | null) {
      const { isOpen, action } = this.data.sheet;
      // Somebody else was first: what the sheet asks for cannot be done any more.
      const isVain = isOpen && !story?.allowed.includes(action);
      this.setData({ bar: story ? barOf(story) : noBar, ...(isVain && { 'sheet.isOpen': false }) });
      if (isVain && this.data.refused !== '') say(this.data.refused);
    },
  },
  methods: {
    onActionTap(event: WechatMiniprogram.TouchEvent<object, object, { action: StoryAction }>) {
      void this.act(event.currentTarget.dataset.action);
    },

    async onMoreTap() {
      const { more } = this.data.bar;
      const { tapIndex } = await wx
        .showActionSheet({ itemList: more.map(({ label }) => label) })
        .catch(() => ({ tapIndex: -1 }));
      const chosen = more[tapIndex];
      if (chosen) await this.act(chosen.action);
    },

    /** What a button or a key asks for, if the story allows it now. */
    async act(action: StoryAction) {
      const story = this.story();
      const { isSending, isAsking } = this.data;
      if (!story?.allowed.includes(action) || isSending || isAsking) return;
      if (action === 'edit' || action === 'correct') this.triggerEvent('edit', { action });
      else if (action === 'approve') await this.approve(story);
      else if (isNoted(action)) {
        this.setData({ sheet: noteSheetFor(action, this.data.passages.length), refused: '' });
      } else if (isChoosing(action)) await this.openChoices(action, '');
      else if (action === 'release' || action === 'resume') await this.send(action, { note: '' });
    },

    async approve(story: StoryView) {
      const input = { storyId: story.id, version: story.version, note: '', isCleared: false };
      const { signOff, notesUnsent } = deskText;
      const notesCount = this.data.passages.length;
      if (notesCount > 0 && !(await this.isSure(notesUnsent, notesUnsent.words(notesCount))))
        return;
      if (!isSigning(story)) this.decide({ call: 'story.approve', input });
      else if (await this.isSure(signOff, signOff.words(story.headline))) {
        await this.send('approve', { note: '' });
      }
    },

    async isSure({ title, confirm }: { title: string; confirm: string }, content: string) {
      this.setData({ isAsking: true });
      const buttons = { confirmText: confirm, cancelText: deskText.cancel };
      const answer = await wx.showModal({ title, content, ...buttons });
      this.setData({ isAsking: false });
      return answer.confirm;
    },

    async onNoteConfirm(event: WechatMiniprogram.CustomEvent<Given>) {
      const story = this.story();
      const { action } = this.data.sheet;
      const { note, until } = event.detail;
      if (!story || this.data.isSending) return;
      if (action === 'return') {
        this.closeSheets();
        // The page hands in PassageNote[]; the typings of properties know only an array.
        const passages = this.data.passages as PassageNote[];
        const target = { storyId: story.id, version: story.version };
        this.decide({ call: 'story.return', input: { ...target, note, passages } });
      } else if (await this.send(action, { note, until })) this.closeSheets();
    },

    async openChoices(action: ChoosingAction, name: string) {
      const story = this.story();
      if (!story) return;
      const { title, empty, hint } = deskText.choosing[action];
      const opened = { isOpen: true, isLoading: true, title, empty, hint, choices: [] };
      this.setData({ choosingAction: action, choosing: opened, searched: name });
      const { choices, failed } = await this.readChoices(action, story, name);
      if (!this.data.choosing.isOpen || this.data.searched !== name) return;
      this.setData({ choosing: { ...opened, isLoading: false, choices, empty: failed || empty } });
    },

    async readChoices(action: ChoosingAction, story: StoryView, name: string): Promise<Choices> {
      if (action === 'pass') return reviewersFor(story, name);
      if (action === 'assign') return writersFor(story, name);
      return storiesFor(story, name);
    },

    onSearch(event: WechatMiniprogram.CustomEvent<{ name: string }>) {
      void this.openChoices(this.data.choosingAction, event.detail.name);
    },

    onChoose(event: WechatMiniprogram.CustomEvent<{ id: string }>) {
      const action = this.data.choosingAction;
      this.closeSheets();
      void this.send(action, { note: '', chosenId: event.detail.id });
    },

    /** Answers whether it was done; if not, what was written stays to be sent again. */
    async send(action: ActNow, given: Given): Promise<boolean> {
      const story = this.story();
      if (!story) return false;
      this.setData({ isSending: true, refused: '' });
      const reply = await actNow(action, { storyId: story.id, version: story.version }, given);
      this.setData({ isSending: false });
      if (reply.ok) {
        say(doneWords(action, story.headline));
        this.triggerEvent('done', { action, story: reply.value.story });
        return true;
      }
      const holder = 'detail' in reply ? nameIn(reply.detail) : null;
      const refused = replyWords(reply, holder);
      if (this.data.sheet.isOpen) this.setData({ refused });
      else say(refused);
      if ('refusal' in reply) this.triggerEvent('refused');
      return false;
    },

    decide(decided: Decided) {
      this.triggerEvent('decide', { decided });
    },

    isOpen(): boolean {
      return this.data.sheet.isOpen || this.data.choosing.isOpen;
    },

    isAsked(): boolean {
      return this.data.isAsking;
    },

    /** A key while a sheet is open: its number puts a reason in, Enter sends. */
    onKey(key: string) {
      this.selectComponent('#note')?.onKey(key);
    },

    /** Closes what is open; true when something was. */
    closeSheets(): boolean {
      const wasOpen = this.isOpen();
      this.setData({ 'sheet.isOpen': false, 'choosing.isOpen': false });
      return wasOpen;
    },

    story(): StoryView | null {
      return this.data.story as StoryView | null; // what the page hands in
    },
  },
});
