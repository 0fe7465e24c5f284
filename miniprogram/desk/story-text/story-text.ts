/**
 * A story as printed, its sentences to be tapped for a note; what is noted stands below its paragraph.
 * The notes belong to the page, which keeps them.
 */
import { passageReasons, sheetText } from '../../text/review';
import {
  paragraphsOf,
  withNote,
  withoutNote,
  type Paragraph,
  type PassageNote,
} from '../review/passages';
import type { ReviewedStory } from '../review/view';

const noPassage = { isOpen: false, from: 0, to: 0, quote: '', note: '' };

Component({
  options: { addGlobalClass: true },
  properties: {
    /** A ReviewedStory. */
    story: { type: Object, value: {} },
    /** PassageNote[]. */
    passages: { type: Array, value: [] },
    mayNote: { type: Boolean, value: false },
    isWide: { type: Boolean, value: false },
  },
  data: {
    paragraphs: [] as Paragraph[],
    passage: noPassage,
    sheet: { ...sheetText.passage, reasons: passageReasons },
  },
  observers: {
    'story, passages'(story: ReviewedStory | null, passages: PassageNote[]) {
      this.setData({ paragraphs: paragraphsOf(story?.body ?? '', passages) });
    },
  },
  methods: {
    onSentenceTap(event: Tap<{ from: number; to: number }>) {
      if (!this.data.mayNote) return;
      const { from, to } = event.currentTarget.dataset;
      const note = this.notes().find((one) => one.from < to && one.to > from)?.note ?? '';
      const quote = this.shown().body.slice(from, to).trim();
      this.setData({ passage: { isOpen: true, from, to, quote, note } });
    },

    onNoteConfirm(event: WechatMiniprogram.CustomEvent<{ note: string }>) {
      const { from, to } = this.data.passage;
      const noted = { body: this.shown().body, from, to, note: event.detail.note };
      this.triggerEvent('notes', { passages: withNote(this.notes(), noted) });
      this.closeSheets();
    },

    onDropTap(event: Tap<{ from: number }>) {
      const passages = withoutNote(this.notes(), event.currentTarget.dataset.from);
      this.triggerEvent('notes', { passages });
    },

    onPhotoTap(event: Tap<{ url: string }>) {
      const urls = this.shown().photos.flatMap(({ url }) => (url ? [url] : []));
      this.triggerEvent('photo', { url: event.currentTarget.dataset.url, urls });
    },

    isOpen(): boolean {
      return this.data.passage.isOpen;
    },

    /** Closes the sheet; true when it was open. */
    closeSheets(): boolean {
      const wasOpen = this.isOpen();
      this.setData({ 'passage.isOpen': false });
      return wasOpen;
    },

    /** A key while the sheet is open. */
    onKey(key: string) {
      this.selectComponent('#note')?.onKey(key);
    },

    // The page hands in these two; the typings of properties know only `object` and arrays.
    shown(): ReviewedStory {
      return this.data.story as ReviewedStory;
    },

    notes(): PassageNote[] {
      return this.data.passages as PassageNote[];
    },
  },
});

type Tap<Dataset extends object> = WechatMiniprogram.TouchEvent<object, object, Dataset>;
