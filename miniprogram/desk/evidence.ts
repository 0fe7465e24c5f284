/** A picture as evidence on the desk's forms: one is taken and shown, and may be taken off again before it is sent. */
import { takeClipping } from '../pages/report/take-clipping';
import type { KeptClipping } from '../platform/clippings';

interface EvidencePage {
  setData(data: object): void;
}

/** The page's data for it. */
export const evidenceFields = {
  clipping: null as KeptClipping | null, // null until one is taken
};

/** A page spreads it, and shows a `clipping-field`. */
export const evidencePage = {
  async onClippingAdd(this: EvidencePage) {
    const clipping = await takeClipping();
    if (clipping) this.setData({ clipping });
  },

  onClippingRemove(this: EvidencePage) {
    this.setData({ clipping: null });
  },
};
