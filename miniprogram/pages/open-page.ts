import { say } from '../platform/toast';
import { failureText } from '../text/failure';

/** WeChat keeps this many pages one above the other, and refuses the next. */
const pagesMax = 10;
/** A tap counts again after this, should WeChat never tell what became of the one before. */
const patienceMs = 8_000;

let openingSince = 0;

/**
 * Opens a page above the one that is shown, once however often it is tapped: where its subpackage has to be
 * fetched first that takes seconds. In the place of the one that is shown when no more fit; the person hears
 * of it when it could not be fetched.
 */
export function openPage(url: string): void {
  // As long before or after: the clock may have been set meanwhile.
  if (Math.abs(Date.now() - openingSince) < patienceMs) return;
  openingSince = Date.now();
  const isFull = getCurrentPages().length >= pagesMax;
  const opening: Promise<unknown> = isFull ? wx.redirectTo({ url }) : wx.navigateTo({ url });
  void opening.catch(() => say(failureText.not_opened)).finally(() => (openingSince = 0));
}
