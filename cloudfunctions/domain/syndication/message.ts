/**
 * A message of the transactional outbox: one story version for one channel, written in the same
 * transaction as the act that caused it (sign-off, correction, kill); relay delivers it.
 */
export const deliveryStates = [
  'pending',
  'sending',
  'delivered',
  'rejected',
  'unknown',
  'dead',
] as const;
export type DeliveryState = (typeof deliveryStates)[number];

export interface Attempt {
  at: number;
  outcome: 'delivered' | 'rejected' | 'failed' | 'unknown';
  /** A code that the phone has words for, e.g. `timeout`, `http_503`. */
  why: string;
}

export interface Message {
  /** `<eventId>:<channelId>`; also the webhook-id of every attempt. */
  _id: string;
  channelId: string;
  storyId: string;
  storyNumber: string;
  headline: string;
  kind: 'publish' | 'correct' | 'kill';
  /** The story's version in this channel, from 1: order within the channel goes by it. */
  edition: number;
  revision: number;
  contentHash: string;
  state: DeliveryState;
  attempts: Attempt[];
  attemptCount: number;
  /** Not before this moment; null when nothing is to happen by itself. */
  nextAttemptAt: number | null;
  /** A relay holds it until then; no other sends it. */
  lease: { holder: string; until: number } | null;
  /** What the channel said it did with it: received, published, rejected; newest last. */
  answers: { kind: string; at: number; note: string }[];
  createdAt: number;
  deliveredAt: number | null;
  version: number;
}
