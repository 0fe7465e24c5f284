import type { ShownPrinting } from './printing';

type Tap = WechatMiniprogram.TouchEvent<object, object, { url: string }>;

/** Where a story was printed; a tap copies the link or shows the clipping. */
Component({
  options: { addGlobalClass: true },
  properties: {
    /** ShownPrinting[]. */
    printings: { type: Array, value: [] as ShownPrinting[] },
  },
  methods: {
    onLinkTap(event: Tap) {
      this.triggerEvent('copy', { url: event.currentTarget.dataset.url });
    },
    onChooseTap(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      this.triggerEvent('choose', { id: event.currentTarget.dataset.id });
    },
    onClippingTap(event: Tap) {
      this.triggerEvent('look', { url: event.currentTarget.dataset.url });
    },
  },
});
