/** What relay knows of a channel: one small interface, one folder each. */
import type { Message } from '../domain/syndication/message';
import type { Story, StoryContent } from '../domain/story/story';

/** One version of a story, with all that its payload says of it. */
export interface DeliveredStory {
  message: Message;
  story: Story;
  /** The revision that the message is about. */
  content: StoryContent;
  /** The story's name for the world outside, for ever the same. */
  uri: string;
  organName: string;
}

/** What is to be delivered: read again before every attempt, so that a kill is never overtaken. */
export interface Delivery extends DeliveredStory {
  /** Links to the story's files by their hash, good for 30 days unless revoked; made when asked. */
  linkFiles(): Promise<Map<string, string>>;
  now: number;
}

/** How an attempt ended; `unknown`: it may have arrived, so ask before sending again. */
export type DeliveryResult =
  | { outcome: 'delivered' }
  | { outcome: 'rejected'; why: string }
  | { outcome: 'failed'; why: string; retryAfterMs?: number }
  | { outcome: 'unknown'; why: string }
  /** This channel sends nothing by itself: a person does it and says so. */
  | { outcome: 'waiting' };

export interface Channel {
  /** Sends one message; the message's id is the same on every attempt. */
  deliver(delivery: Delivery): Promise<DeliveryResult>;
  /** Asks whether a message arrived, where the channel can be asked. */
  ask?(delivery: Delivery): Promise<DeliveryResult | { outcome: 'absent' }>;
}

/** What a channel is opened with; secrets are decrypted, the current one first. */
export interface ChannelSettings {
  endpoint: string | null;
  secrets: string[];
}

export type OpenChannel = (settings: ChannelSettings) => Channel;
