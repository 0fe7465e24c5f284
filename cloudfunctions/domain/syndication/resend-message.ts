/** What a person does about a message: sends it again, or says that it was sent by hand. */
import { accept, refuse, type Decision } from '../../kernel/decision';
import { isOutdated, isStuck, waitsForHand } from './delivery-actions';
import type { Message } from './message';

/** Once more from the first attempt on; what may have arrived is asked about before it is sent. */
export function resendMessage(
  message: Message,
  others: Message[],
  at: number,
): Decision<{ message: Message }, 'message_not_stuck' | 'message_outdated'> {
  if (!isStuck(message)) return refuse('message_not_stuck');
  // The channel holds a later version, or will: an earlier one must not come after it.
  if (isOutdated(message, others)) return refuse('message_outdated');
  const last = message.attempts.at(-1);
  const attempts = last?.outcome === 'unknown' ? [last] : [];
  return accept({
    message: {
      ...message,
      state: 'pending',
      attempts,
      attemptCount: attempts.length,
      nextAttemptAt: at,
      version: message.version + 1,
    },
  });
}

/** The office has sent it, or lets it be; `note` says how or why. What still goes by itself is left alone. */
export function markSent(
  message: Message,
  { note, at }: { note: string; at: number },
): Decision<{ message: Message }, 'message_not_by_hand'> {
  if (!waitsForHand(message) && !isStuck(message)) return refuse('message_not_by_hand');
  return accept({
    message: {
      ...message,
      state: 'delivered',
      deliveredAt: at,
      answers: [...message.answers, { kind: 'received', at, note, url: null }],
      version: message.version + 1,
    },
  });
}
