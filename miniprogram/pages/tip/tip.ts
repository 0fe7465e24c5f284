import type { Draft } from '../../outbox/index';
import { missingWords } from '../filing/view';
import { writingFields, writingPage } from '../filing/writing-page';

type FieldEvent = WechatMiniprogram.CustomEvent<
  { value: string },
  object,
  { field: 'headline' | 'body' }
>;

/** 拍线索: camera first, a headline, one sentence. */
Page({
  ...writingPage({ kind: 'tip', photosMax: 9 }),

  data: {
    ...writingFields,
    skeleton: [{ width: '33%', height: '196rpx' }, { width: '100%' }],
    photos: [] as Draft['photos'],
    missing: '',
  },

  onOpened({ draft }: { draft: Draft }) {
    this.show(draft);
    // For a new one the camera opens by itself: what happened does not wait.
    if (draft.savedAt === 0) void this.bringPhotos(['camera']);
  },

  onPhotoAdd() {
    void this.bringPhotos(['camera', 'album']);
  },

  onTextChange({ detail, currentTarget }: FieldEvent) {
    this.change({ [currentTarget.dataset.field]: detail.value });
  },

  change(change: Partial<Draft>) {
    const { writing } = this;
    if (!writing) return;
    writing.change(change);
    this.show(writing.draft());
  },

  show(draft: Draft) {
    this.setData({ photos: draft.photos, missing: missingWords(draft) });
  },
});
