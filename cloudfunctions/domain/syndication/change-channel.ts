/** What administrators set of a channel. */
import { accept, refuse, type Decision } from '../../kernel/decision';
import type { SealedSecret, SyndicationChannel } from './channel';
import type { ChannelKind } from './message';

type Fields = Pick<
  SyndicationChannel,
  'name' | 'endpoint' | 'kinds' | 'columns' | 'isInternal' | 'ratePerMinute'
>;

export type SettingRefusal = 'channel_name_taken' | 'endpoint_missing' | 'channel_public';

/** How long the former secret is good beside the new one. */
const changeOverMs = 7 * 24 * 60 * 60 * 1000;

/** A new channel beside the others; a center needs a secret from the start. */
export function addChannel(
  others: SyndicationChannel[],
  wanted: Fields & { _id: string; kind: ChannelKind; secret: SealedSecret | null },
): Decision<{ channel: SyndicationChannel }, SettingRefusal | 'secret_missing'> {
  const refusal = settingRefusal(others, wanted);
  if (refusal) return refuse(refusal);
  const needsSecret = wanted.kind === 'fusion_center';
  if (needsSecret && wanted.secret === null) return refuse('secret_missing');
  const secret = needsSecret ? wanted.secret : null;
  const channel = { ...withoutDoubles(wanted), secret, formerSecret: null };
  return accept({ channel: { ...channel, isPaused: false, version: 1 } });
}

/** Other settings from now on; what is in the outbox goes by them too. */
export function changeChannel(
  channels: SyndicationChannel[],
  before: SyndicationChannel,
  fields: Fields,
): Decision<{ channel: SyndicationChannel }, SettingRefusal> {
  const wanted = { ...before, ...fields };
  const refusal = settingRefusal(channels, wanted);
  if (refusal) return refuse(refusal);
  return accept({ channel: { ...withoutDoubles(wanted), version: before.version + 1 } });
}

/** A new secret; both are good while the other side changes over. */
export function rotateSecret(
  before: SyndicationChannel,
  secret: SealedSecret,
  at: number,
): SyndicationChannel {
  const former = before.secret;
  const formerSecret = former === null ? null : { secret: former, until: at + changeOverMs };
  return { ...before, secret, formerSecret, version: before.version + 1 };
}

function settingRefusal(
  channels: SyndicationChannel[],
  wanted: Fields & { _id: string; kind: ChannelKind },
): SettingRefusal | undefined {
  const isTaken = channels.some(({ _id, name }) => _id !== wanted._id && name === wanted.name);
  if (isTaken) return 'channel_name_taken';
  const isCenter = wanted.kind === 'fusion_center';
  if (isCenter && wanted.endpoint === null) return 'endpoint_missing';
  // A center publishes: that is what it is for.
  return isCenter && wanted.isInternal ? 'channel_public' : undefined;
}

function withoutDoubles<One extends Fields & { kind: ChannelKind }>(channel: One): One {
  return {
    ...channel,
    endpoint: channel.kind === 'fusion_center' ? channel.endpoint : null,
    kinds: [...new Set(channel.kinds)],
    columns: [...new Set(channel.columns)],
  };
}
