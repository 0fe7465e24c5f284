/**
 * A message of the transactional outbox: one story version for one channel, written in the same
 * transaction as the act that caused it (sign-off, correction, kill); relay delivers it.
 */
import type * as z from 'zod/mini';
import type { deliveryKind, deliveryState } from '../../contract/delivery';

export type DeliveryState = z.output<typeof deliveryState>;
export type DeliveryKind = z.output<typeof deliveryKind>;

export interface Attempt {
  at: number;
  outcome: 'delivered' | 'rejected' | 'failed' | 'unknown';
  /** A code that the phone has words for, e.g. `timeout`, `http_503`. */
  why: string;
}

/** What the channel, or the office, says became of it. */
export interface ChannelAnswer {
  kind: 'received' | 'published' | 'published_after_kill' | 'rejected' | 'metrics';
  at: number;
  note: string;
  url: string | null;
}

export interface Message {
  /** `<eventId>:<channelId>`; also the webhook-id of every attempt. */
  _id: string;
  channelId: string;
  /** As the channel was called then. */
  channelName: string;
  /** The kind's name in channels/. */
  channelKind: string;
  storyId: string;
  storyNumber: string;
  headline: string;
  kind: DeliveryKind;
  /** Why it was corrected or killed; empty for a sign-off. */
  note: string;
  /** The story's version in this channel, from 1: order within the channel goes by it. */
  edition: number;
  revision: number;
  contentHash: string;
  state: DeliveryState;
  /** Ended unsent, since a later version says all there is to say; nobody has to decide anything. */
  isSuperseded: boolean;
  /** Attempts that ended, oldest first. */
  attempts: Attempt[];
  /** Attempts that began: one more than ended when a relay died, or is at it now. */
  attemptCount: number;
  /** Not before this moment; null when nothing is to happen by itself. */
  nextAttemptAt: number | null;
  /** A relay holds it until then; no other sends it. */
  lease: { holder: string; until: number } | null;
  /** What the channel said it did with it, newest last. */
  answers: ChannelAnswer[];
  createdAt: number;
  deliveredAt: number | null;
  version: number;
}

/** Nothing more happens to it by itself; a person may still resend what is rejected or dead. */
export function hasEnded({ state }: Pick<Message, 'state'>): boolean {
  return state === 'delivered' || state === 'rejected' || state === 'dead';
}

/** The last attempt that did not succeed, as a code; null where none failed or it got through. */
export function lastErrorOf({ state, attempts }: Message): string | null {
  const last = attempts.at(-1);
  return state === 'delivered' || !last || last.outcome === 'delivered' ? null : last.why;
}

/** May this outcome have reached the channel? Then it is asked before it is sent again. */
export function mustAsk({ attempts, attemptCount }: Message): boolean {
  // The attempt that runs now is counted already; one that never ended left no line.
  return attempts.at(-1)?.outcome === 'unknown' || attempts.length < attemptCount - 1;
}
