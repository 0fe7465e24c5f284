/** Which messages an act on a story causes: one a channel that takes it, or that holds it already. */
import type { Story, StoryEventKind } from '../story/story';
import { takes, type PlannedChannel } from './channel';
import type { DeliveryKind, Message } from './message';

/** Acts that channels are told of. */
const kindOf: Partial<Record<StoryEventKind, DeliveryKind>> = {
  story_signed_off: 'publish',
  story_corrected: 'correct',
  story_killed: 'kill',
};

export interface PlannedAct {
  story: Story;
  event: { _id: string; kind: StoryEventKind; at: number; note: string };
  channels: PlannedChannel[];
  /** Everything sent or to be sent of this story so far. */
  messages: Message[];
}

/**
 * A sign-off goes to every channel selected for the story's kind and column; a correction and a
 * kill reach every channel that was given the story, whatever is selected by now.
 */
export function planMessages({ story, event, channels, messages }: PlannedAct): Message[] {
  const kind = kindOf[event.kind];
  if (!kind) return [];
  const holders = new Set(messages.map(({ channelId }) => channelId));
  const told = channels.filter((channel) =>
    kind === 'publish' ? takes(channel, story) : holders.has(channel._id),
  );
  return told.map((channel) => ({
    _id: `${event._id}:${channel._id}`,
    channelId: channel._id,
    channelName: channel.name,
    channelKind: channel.kind,
    storyId: story._id,
    storyNumber: story.number,
    headline: story.headline,
    kind,
    note: kind === 'publish' ? '' : event.note,
    edition: nextEdition(messages, channel._id),
    revision: story.revision,
    contentHash: story.contentHash,
    state: 'pending',
    isSuperseded: false,
    attempts: [],
    attemptCount: 0,
    nextAttemptAt: event.at,
    lease: null,
    answers: [],
    createdAt: event.at,
    deliveredAt: null,
    version: 1,
  }));
}

/** Editions of a story are counted in each channel, from 1 and without gaps. */
function nextEdition(messages: Message[], channelId: string): number {
  const editions = messages.filter((one) => one.channelId === channelId).map((one) => one.edition);
  return Math.max(0, ...editions) + 1;
}
