import type { Attempt, Message } from './message';
import { nextAttempt } from './next-attempt';

/** How an attempt ended, as relay saw it. */
export type Ending =
  | { outcome: 'delivered' }
  | { outcome: 'rejected'; why: string }
  | { outcome: 'failed'; why: string; retryAfterMs?: number }
  | { outcome: 'unknown'; why: string }
  /** Nothing is sent by itself: a person has to do it. */
  | { outcome: 'waiting' }
  /** It was not sent: a later version, or the kill, says all there is to say. */
  | { outcome: 'superseded' };

/** What a message becomes by the end of an attempt; the lease ends with it. */
export type Ended = Pick<
  Message,
  'state' | 'isSuperseded' | 'attempts' | 'attemptCount' | 'nextAttemptAt' | 'deliveredAt'
>;

/** The message after an attempt; `chance` is a random number of [0, 1). */
export function endAttempt(
  message: Message,
  ending: Ending,
  { at, chance }: { at: number; chance: number },
): Ended {
  const { attemptCount, deliveredAt } = message;
  if (ending.outcome === 'waiting') {
    const unsent = {
      isSuperseded: false,
      attempts: message.attempts,
      attemptCount: Math.max(0, attemptCount - 1),
    };
    return { ...unsent, state: 'pending', nextAttemptAt: null, deliveredAt };
  }
  const kept = { attemptCount, deliveredAt, nextAttemptAt: null, isSuperseded: false };
  const attempts = [...message.attempts, attemptOf(ending, at)];
  switch (ending.outcome) {
    case 'delivered':
      return { ...kept, attempts, state: 'delivered', deliveredAt: at };
    case 'rejected':
      return { ...kept, attempts, state: 'rejected' };
    case 'superseded':
      return { ...kept, attempts, state: 'dead', isSuperseded: true };
    default: {
      const retryAfterMs = 'retryAfterMs' in ending ? ending.retryAfterMs : undefined;
      const nextAttemptAt = nextAttempt({ attemptCount, at, chance, retryAfterMs });
      const open = ending.outcome === 'unknown' ? 'unknown' : 'pending';
      return { ...kept, attempts, nextAttemptAt, state: nextAttemptAt === null ? 'dead' : open };
    }
  }
}

/** The message as it was before it was taken: nothing was sent, so it is due again at once. */
export function giveBack(message: Message, at: number): Ended {
  const { attempts, attemptCount, deliveredAt } = message;
  const state = attempts.at(-1)?.outcome === 'unknown' ? 'unknown' : 'pending';
  const kept = { attempts, attemptCount: attemptCount - 1, deliveredAt, isSuperseded: false };
  return { ...kept, state, nextAttemptAt: at };
}

function attemptOf(ending: Exclude<Ending, { outcome: 'waiting' }>, at: number): Attempt {
  if (ending.outcome === 'delivered') return { at, outcome: 'delivered', why: '' };
  if (ending.outcome === 'superseded') return { at, outcome: 'failed', why: 'superseded' };
  return { at, outcome: ending.outcome, why: ending.why };
}
