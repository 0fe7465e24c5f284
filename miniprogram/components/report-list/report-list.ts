import type { ShownReport } from '../../text/printing';

/** Reports of a printing that are on the phone still; a tap takes one back to its page. */
Component({
  options: { addGlobalClass: true },
  properties: {
    /** ShownReport[]. */
    reports: { type: Array, value: [] as ShownReport[] },
  },
  methods: {
    onChangeTap(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      this.triggerEvent('change', { id: event.currentTarget.dataset.id });
    },
  },
});
