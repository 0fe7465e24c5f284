/** 同步渠道: where signed-off stories are sent, and how it goes. */
import { kindNeeds } from '../story/kinds';
import type { Story, StoryKind } from '../story/story';

/** A secret as it is stored: encrypted, readable only with the environment's key. */
export type SealedSecret = string;

export interface SyndicationChannel {
  _id: string;
  name: string;
  /** Its kind's name in channels/. */
  kind: string;
  /** Where the other side listens; null for kinds that need none. */
  endpoint: string | null;
  /** The kinds of stories it takes. */
  kinds: StoryKind[];
  /** The columns it takes; empty: all, and stories in none. */
  columns: string[];
  /** It stays inside the organ, so that internal kinds may go there. */
  isInternal: boolean;
  isPaused: boolean;
  ratePerMinute: number;
  secret: SealedSecret | null;
  /** Still good until then while the other side changes over. */
  formerSecret: { secret: SealedSecret; until: number } | null;
  version: number;
}

/** What planning needs of a channel: nothing secret is read for it. */
export type PlannedChannel = Pick<
  SyndicationChannel,
  '_id' | 'name' | 'kind' | 'kinds' | 'columns' | 'isInternal'
>;

/** How a channel fares; written by relay, apart from what administrators set. */
export interface ChannelHealth {
  /** The channel's id. */
  _id: string;
  lastOkAt: number | null;
  lastErrorAt: number | null;
  lastError: string | null;
  /** Attempts of one minute: what the rate limit counts. */
  minute: number;
  sentInMinute: number;
}

export function newHealth(channelId: string): ChannelHealth {
  return {
    ...{ _id: channelId, lastOkAt: null, lastErrorAt: null, lastError: null },
    ...{ minute: 0, sentInMinute: 0 },
  };
}

/**
 * Does the channel take this story? 社情民意 and 调研报告 never reach a public channel, whatever
 * its settings say.
 */
export function takes(channel: PlannedChannel, story: Pick<Story, 'kind' | 'column'>): boolean {
  if (kindNeeds[story.kind].isInternal && !channel.isInternal) return false;
  if (!channel.kinds.includes(story.kind)) return false;
  return (
    channel.columns.length === 0 ||
    (story.column !== null && channel.columns.includes(story.column))
  );
}

const minuteMs = 60_000;

/** How many of the wanted attempts the rate limit lets through now, and the count after them. */
export function takeQuota(
  health: Pick<ChannelHealth, 'minute' | 'sentInMinute'>,
  { ratePerMinute, wanted, at }: { ratePerMinute: number; wanted: number; at: number },
): { granted: number; after: Pick<ChannelHealth, 'minute' | 'sentInMinute'> } {
  const minute = Math.floor(at / minuteMs);
  const sent = health.minute === minute ? health.sentInMinute : 0;
  const granted = Math.max(0, Math.min(wanted, ratePerMinute - sent));
  return { granted, after: { minute, sentInMinute: sent + granted } };
}
