/**
 * What the two forms of a correspondent do alike: 写稿件 and 拍线索 open a draft, keep it when the person
 * leaves, bring photos into it, and hand it in once.
 */
import type { Draft } from '../../outbox/index';
import { fontScale } from '../../platform/display';
import type { Source } from '../../platform/photos';
import { filingText } from '../../text/filing';
import { outboxText } from '../../text/outbox';
import type { Author } from './author';
import { openDraft, type OpeningQuery } from './opening';
import { bringPhotos } from './photo-desk';
import { submitDraft, tell } from './submit';
import { broughtWords, savedWords } from './view';
import { startWriting, type Saved, type Writing } from './writing';

interface WritingPage {
  data: { isSending: boolean };
  query: OpeningQuery;
  author: Author | undefined;
  writing: Writing | undefined;
  setData(data: object): void;
  open(): Promise<void>;
  /** The draft is in hand, and about to be shown. */
  onOpened(opened: { author: Author; draft: Draft }): void;
  onSaved(saved: Saved): void;
  /** Changes the draft and draws it. */
  change(change: Partial<Draft>): void;
}

/** The page's data besides what it draws of the draft. */
export const writingFields = {
  fontScale: 1,
  state: 'loading' as 'loading' | 'failed' | 'content', // widened: data holds each in turn
  message: '',
  text: filingText,
  /** Texts as the form opened with them; what is typed later is not drawn again. */
  first: null as Draft | null,
  saved: '',
  /** Why it came back, until it is changed. */
  refused: '',
  working: '',
  isSending: false,
};

/** A page spreads it first and brings `onOpened` and `change`. */
export const writingPage = ({ kind, photosMax }: { kind: Draft['kind']; photosMax: number }) => ({
  query: {} as OpeningQuery,
  author: undefined as Author | undefined,
  writing: undefined as Writing | undefined,

  onLoad(this: WritingPage, query: OpeningQuery) {
    this.query = query;
    this.setData({ fontScale: fontScale() });
    void this.open();
  },

  onHide: saveNow,
  onUnload: saveNow,

  onRetryTap(this: WritingPage) {
    this.setData({ state: 'loading' });
    void this.open();
  },

  async open(this: WritingPage) {
    const opened = await openDraft(this.query, kind);
    if ('message' in opened) {
      this.setData({ state: 'failed', message: opened.message });
      return;
    }
    const { author, draft } = opened;
    this.author = author;
    this.writing = startWriting(draft, (saved) => this.onSaved(saved));
    const saved = savedWords(draft.savedAt > 0 ? { at: draft.savedAt } : 'untouched');
    this.onOpened(opened);
    const { refusal } = this.query;
    const refused = refusal ? outboxText.refused(refusal) : '';
    this.setData({ state: 'content', first: draft, saved, refused });
  },

  onSaved(this: WritingPage, saved: Saved) {
    this.setData({ saved: savedWords(saved), refused: '' });
  },

  async bringPhotos(this: WritingPage, sources: Source[]) {
    const { writing } = this;
    if (!writing) return;
    const brought = await bringPhotos({
      count: photosMax - writing.draft().photos.length,
      credit: this.author?.name ?? '',
      sources,
      onPhoto: (photo) => this.change({ photos: [...writing.draft().photos, photo] }),
      onProgress: (done, total) =>
        this.setData({ working: done < total ? filingText.working(done + 1, total) : '' }),
    });
    writing.save();
    tell(broughtWords(brought));
  },

  onPhotosChange(
    this: WritingPage,
    { detail }: WechatMiniprogram.CustomEvent<{ photos: Draft['photos'] }>,
  ) {
    this.change({ photos: detail.photos });
  },

  async onSubmitTap(this: WritingPage) {
    if (!this.writing || this.data.isSending) return;
    this.setData({ isSending: true });
    await submitDraft(this.writing);
    this.setData({ isSending: false });
  },
});

function saveNow(this: WritingPage) {
  this.writing?.save();
}
