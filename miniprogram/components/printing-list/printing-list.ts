import type { ShownPrinting } from './printing';

type Tap = WechatMiniprogram.TouchEvent<object, object, { url: string }>;

/** Where a story was printed; a tap copies the link or shows the clipping. */
Component({
  options: { addGlobalClass: true },
  properties: {
    /** ShownPrinting[]. */
    printings: { type: Array, value: [] as ShownPrinting[] },
  },
  data: { isAsked: false },
  observers: {
    printings(printings: ShownPrinting[]) {
      const has = (choice: string) => printings.some((printing) => printing.choice === choice);
      this.setData({ isAsked: has('open') && !has('chosen') });
    },
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
