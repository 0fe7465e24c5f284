/** A story as printed, its sentences to be tapped for a note; what is noted stands below its paragraph. */
import type { ReviewedStory } from '../review/view';

Component({
  options: { addGlobalClass: true },
  properties: {
    /** A ReviewedStory. */
    story: { type: Object, value: {} },
    /** Paragraph[] of its body. */
    paragraphs: { type: Array, value: [] },
    mayNote: { type: Boolean, value: false },
  },
  methods: {
    onSentenceTap(event: Tap<{ from: number; to: number }>) {
      if (!this.data.mayNote) return;
      const { from, to } = event.currentTarget.dataset;
      this.triggerEvent('note', { from, to });
    },
    onDropTap(event: Tap<{ from: number }>) {
      this.triggerEvent('drop', { from: event.currentTarget.dataset.from });
    },
    onPhotoTap(event: Tap<{ url: string }>) {
      // The page hands in a ReviewedStory; the typings of properties know only `object`.
      const { photos } = this.data.story as ReviewedStory;
      const urls = photos.flatMap(({ url }) => (url ? [url] : []));
      this.triggerEvent('photo', { url: event.currentTarget.dataset.url, urls });
    },
  },
});

type Tap<Dataset extends object> = WechatMiniprogram.TouchEvent<object, object, Dataset>;
