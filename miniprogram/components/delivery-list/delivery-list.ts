import { deliveryText } from '../../text/delivery';

type Tap = WechatMiniprogram.CustomEvent<object, object, { id: string; version: number }>;
type LinkTap = WechatMiniprogram.TouchEvent<object, object, { url: string }>;

/** What went to which channel, what became of it, and what the office may do about it. */
Component({
  options: { addGlobalClass: true },
  properties: {
    /** ShownDelivery[]. */
    deliveries: { type: Array, value: [] },
  },
  data: { text: deliveryText },
  methods: {
    onResendTap(event: Tap) {
      this.triggerEvent('resend', event.currentTarget.dataset);
    },
    onMarkTap(event: Tap) {
      this.triggerEvent('mark', event.currentTarget.dataset);
    },
    onExportTap(event: Tap) {
      this.triggerEvent('export', event.currentTarget.dataset);
    },
    onLinkTap(event: LinkTap) {
      this.triggerEvent('copy', { url: event.currentTarget.dataset.url });
    },
  },
});
