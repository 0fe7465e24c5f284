import { nameIn } from '../../client/decisions';
import { correctStory, editStory, showStory } from '../../client/newsroom';
import { fontScale } from '../../platform/display';
import { forget, keep, readKept } from '../../platform/storage';
import { replyWords } from '../../text/reply';
import { deskText, doneText } from '../../text/review';
import { contentOf, formOf, missingOf, type EditForm } from './view';
import type { StoryView } from '../review/view';

/** What is typed is kept under one key: nobody edits two stories at once. */
const draftKey = 'review-edit';
interface KeptEdit {
  about: string;
  form: EditForm;
}

Page({
  data: {
    fontScale: 1,
    state: 'loading' as 'loading' | 'failed' | 'open',
    message: '',
    form: { headline: '', body: '', note: '' } as EditForm,
    missing: '',
    isCorrection: false,
    isSending: false,
    refused: '',
    autosize: { minHeight: 200 },
    noteRoom: { minHeight: '144rpx' },
  },

  storyId: '',
  story: undefined as StoryView | undefined,

  onLoad({ storyId = '', action = 'edit' }: { storyId?: string; action?: string }) {
    this.storyId = storyId;
    const isCorrection = action === 'correct';
    if (isCorrection) wx.setNavigationBarTitle({ title: deskText.correctTitle });
    this.setData({ fontScale: fontScale(), isCorrection });
    void this.read();
  },

  onRetryTap() {
    this.setData({ state: 'loading' });
    void this.read();
  },

  async read() {
    const reply = await showStory({ storyId: this.storyId });
    if (!reply.ok) {
      this.setData({ state: 'failed', message: replyWords(reply) });
      return;
    }
    this.story = reply.value.story;
    const kept = readKept<KeptEdit>(draftKey);
    const form = kept?.about === this.about() ? kept.form : formOf(this.story);
    this.setData({ state: 'open', form, missing: missingOf(this.story, form, this.action()) });
  },

  onFieldChange(
    event: WechatMiniprogram.CustomEvent<{ value: string }, object, { field: keyof EditForm }>,
  ) {
    if (!this.story) return;
    const form = { ...this.data.form, [event.currentTarget.dataset.field]: event.detail.value };
    this.setData({ form, missing: missingOf(this.story, form, this.action()) });
    keep(draftKey, { about: this.about(), form } satisfies KeptEdit);
  },

  async onSaveTap() {
    const { form, missing, isSending } = this.data;
    if (!this.story || isSending || missing !== '') return;
    this.setData({ isSending: true, refused: '' });
    const target = { storyId: this.storyId, version: this.story.version };
    const input = { ...target, content: contentOf(this.story, form), note: form.note.trim() };
    const reply = await (this.data.isCorrection ? correctStory(input) : editStory(input));
    this.setData({ isSending: false });
    if (!reply.ok) {
      const holder = 'detail' in reply ? nameIn(reply.detail) : null;
      this.setData({ refused: replyWords(reply, holder) });
      return;
    }
    forget(draftKey);
    wx.showToast({ title: doneText[this.action()], icon: 'success' });
    wx.navigateBack();
  },

  /** An edit belongs to the revision it was begun on. */
  about(): string {
    return `${this.storyId}:${this.story?.revision ?? 0}:${this.action()}`;
  },

  action(): 'edit' | 'correct' {
    return this.data.isCorrection ? 'correct' : 'edit';
  },
});
