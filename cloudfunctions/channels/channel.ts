/** What relay knows of a channel: one small interface, one folder each. */
import type { Message } from '../domain/syndication/message';
import type { Story, StoryContent } from '../domain/story/story';

/** What is to be delivered: read again before every attempt, so that a kill is never overtaken. */
export interface Delivery {
  message: Message;
  story: Story;
  content: StoryContent;
  now: number;
}

/** How an attempt ended; `unknown`: it may have arrived, so ask before sending again. */
export type DeliveryResult =
  | { outcome: 'delivered'; note: string }
  | { outcome: 'rejected'; why: string }
  | { outcome: 'failed'; why: string; retryAfterMs?: number }
  | { outcome: 'unknown'; why: string };

export interface Channel {
  /** Sends one message; the message's id is the same on every attempt. Never throws. */
  deliver(delivery: Delivery): Promise<DeliveryResult>;
  /** Asks whether a message arrived, where the channel can be asked. */
  ask?(delivery: Delivery): Promise<DeliveryResult | { outcome: 'absent' }>;
}
