/**
 * A form that offers today stays open past midnight, or comes to the front on another day. The day it offers
 * moves on then; one that the person chose stays. What would be sent with another day than the person has
 * seen waits for a second look.
 */
import { cloudNow } from '../platform/clock';
import { dayMoved, dayOn } from '../text/day';

interface DatedPage {
  data: { today: string };
  setData(data: object): void;
  /** A day that the person chose stays. */
  isDayChosen?: boolean;
  /** Puts the new day into the form; would it be sent? A page that offers none has none. */
  offerDay?(today: string): boolean;
  followDay(): string;
}

/** A page spreads it, sets `today` when it is opened, and asks `followDay` before it sends. */
export const datedPage = {
  onShow(this: DatedPage) {
    this.followDay();
  },

  /** What to tell the person when the day in the form has just become another; else ''. */
  followDay(this: DatedPage): string {
    const today = dayOn(cloudNow());
    if (today === this.data.today) return '';
    this.setData({ today });
    if (this.isDayChosen) return '';
    return this.offerDay?.(today) ? dayMoved(today, cloudNow()) : '';
  },
};
