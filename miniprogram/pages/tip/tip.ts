import type { Draft } from '../../outbox/index';
import { fontScale } from '../../platform/display';
import { filingText } from '../../text/filing';
import type { Author } from '../filing/author';
import { openDraft, type OpeningQuery } from '../filing/opening';
import { bringPhotos } from '../filing/photo-desk';
import { submitDraft, tell } from '../filing/submit';
import { broughtWords, missingWords, savedWords } from '../filing/view';
import { startWriting, type Writing } from '../filing/writing';

const photosMax = 9;

type FieldEvent = WechatMiniprogram.CustomEvent<
  { value: string },
  object,
  { field: 'headline' | 'body' }
>;

/** 拍线索: camera first, a headline, one sentence. */
Page({
  data: {
    fontScale: 1,
    skeleton: [{ width: '33%', height: '196rpx' }, { width: '100%' }],
    state: 'loading' as 'loading' | 'failed' | 'content', // widened: data holds each in turn
    message: '',
    text: filingText,
    first: null as Draft | null,
    photos: [] as Draft['photos'],
    missing: '',
    saved: '',
    working: '',
    isSending: false,
  },

  query: {} as OpeningQuery,
  author: undefined as Author | undefined,
  writing: undefined as Writing | undefined,

  onLoad(query: OpeningQuery) {
    this.query = query;
    this.setData({ fontScale: fontScale() });
    void this.open();
  },

  onHide() {
    this.writing?.save();
  },

  onUnload() {
    this.writing?.save();
  },

  onRetryTap() {
    this.setData({ state: 'loading' });
    void this.open();
  },

  async open() {
    const opened = await openDraft(this.query, 'tip');
    if ('message' in opened) {
      this.setData({ state: 'failed', message: opened.message });
      return;
    }
    this.author = opened.author;
    this.writing = startWriting(opened.draft, (saved) =>
      this.setData({ saved: savedWords(saved) }),
    );
    this.setData({ state: 'content', first: opened.draft, saved: savedWords('untouched') });
    this.change({});
    // The camera opens by itself: what happened does not wait.
    if (opened.draft.photos.length === 0) await this.bringPhotos(['camera']);
  },

  onPhotoAdd() {
    void this.bringPhotos(['camera', 'album']);
  },

  async bringPhotos(sources: ('camera' | 'album')[]) {
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

  onPhotosChange({ detail }: WechatMiniprogram.CustomEvent<{ photos: Draft['photos'] }>) {
    this.change({ photos: detail.photos });
  },

  onTextChange({ detail, currentTarget }: FieldEvent) {
    this.change({ [currentTarget.dataset.field]: detail.value });
  },

  change(change: Partial<Draft>) {
    const { writing } = this;
    if (!writing) return;
    if (Object.keys(change).length > 0) writing.change(change);
    const draft = writing.draft();
    this.setData({ photos: draft.photos, missing: missingWords(draft) });
  },

  async onSubmitTap() {
    if (!this.writing || this.data.isSending) return;
    this.setData({ isSending: true });
    await submitDraft(this.writing);
    this.setData({ isSending: false });
  },
});
