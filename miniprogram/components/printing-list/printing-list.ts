/** Where a story was printed; a tap copies the link or shows the clipping. */
export interface ShownPrinting {
  id: string;
  outlet: string;
  /** Level, day, position; as one grey line. */
  about: string;
  /** As it was printed, where that is another headline than the story's. */
  headline: string;
  state: 'reported' | 'verified' | 'rejected' | 'withdrawn';
  stateWords: string;
  why: string;
  metrics: string;
  isAfterKill: boolean;
  url: string;
  clippingUrl: string;
}

type Tap = WechatMiniprogram.TouchEvent<object, object, { url: string }>;

Component({
  options: { addGlobalClass: true },
  properties: {
    /** ShownPrinting[]. */
    printings: { type: Array, value: [] },
  },
  methods: {
    onLinkTap(event: Tap) {
      this.triggerEvent('copy', { url: event.currentTarget.dataset.url });
    },
    onClippingTap(event: Tap) {
      this.triggerEvent('look', { url: event.currentTarget.dataset.url });
    },
  },
});
