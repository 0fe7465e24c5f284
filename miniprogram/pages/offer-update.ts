import { awaitsUndo } from '../client/decisions';
import { outbox } from '../outbox/index';
import { say } from '../platform/toast';
import { isSending } from '../platform/under-way';
import { isUpdateReady, restartUpdated } from '../platform/update';
import { updateText } from '../text/update';

/** Who said later is asked again after half a day; a cold start brings the new version by itself. */
const againMs = 12 * 60 * 60 * 1000;

let askedAt = -Infinity;

/**
 * Offers the new version that is on board. A tab page asks it when it comes to the front: nothing is being
 * written there, drafts and what waits for a line are on the phone. Not while something is on its way or can
 * still be undone; the next tab page asks again.
 */
export async function offerUpdate(): Promise<void> {
  // As long before or after: the clock may have been set meanwhile.
  const isTooSoon = Math.abs(Date.now() - askedAt) < againMs;
  // Another page may have been opened over the tab meanwhile.
  if (!isUpdateReady() || isTooSoon || getCurrentPages().length > 1 || isBusy()) return;
  askedAt = Date.now();
  const { confirm } = await wx.showModal({
    ...{ title: updateText.title, content: updateText.content },
    ...{ confirmText: updateText.confirm, cancelText: updateText.cancel },
  });
  if (!confirm) return;
  if (!isBusy()) {
    restartUpdated();
    return;
  }
  askedAt = -Infinity;
  say(updateText.busy);
}

function isBusy(): boolean {
  const moving = ['queued', 'uploading', 'sending'];
  const isMoving = outbox()
    .lines()
    .some(({ status }) => moving.includes(status));
  return isMoving || isSending() || awaitsUndo();
}
