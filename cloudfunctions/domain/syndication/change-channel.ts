/** What administrators set of a channel. */
import { accept, refuse, type Decision } from '../../kernel/decision';
import type { SealedSecret, SyndicationChannel } from './channel';
import type { ChannelKind } from './channel-kind';

type Fields = Pick<
  SyndicationChannel,
  'name' | 'endpoint' | 'kinds' | 'columns' | 'isInternal' | 'ratePerMinute'
>;

export type SettingRefusal =
  'channel_kind_unknown' | 'channel_name_taken' | 'endpoint_missing' | 'channel_public';

/** How long the former secret is good beside the new one. */
const changeOverMs = 7 * 24 * 60 * 60 * 1000;

/** A new channel beside the others; one that is signed to needs a secret from the start. */
export function addChannel(
  { others, kinds }: { others: SyndicationChannel[]; kinds: ChannelKind[] },
  wanted: Fields & { _id: string; kind: string; secret: SealedSecret | null },
): Decision<{ channel: SyndicationChannel }, SettingRefusal | 'secret_missing'> {
  const kind = kindOf(wanted, kinds);
  if (!kind) return refuse('channel_kind_unknown');
  const refusal = settingRefusal(others, wanted, kind);
  if (refusal) return refuse(refusal);
  if (kind.needsSecret && wanted.secret === null) return refuse('secret_missing');
  const secret = kind.needsSecret ? wanted.secret : null;
  const channel = { ...settled(wanted, kind), secret, formerSecret: null };
  return accept({ channel: { ...channel, isPaused: false, version: 1 } });
}

/** Other settings from now on; what is in the outbox goes by them too. */
export function changeChannel(
  { others, kinds }: { others: SyndicationChannel[]; kinds: ChannelKind[] },
  before: SyndicationChannel,
  fields: Fields,
): Decision<{ channel: SyndicationChannel }, SettingRefusal> {
  const wanted = { ...before, ...fields };
  const kind = kindOf(wanted, kinds);
  if (!kind) return refuse('channel_kind_unknown');
  const refusal = settingRefusal(others, wanted, kind);
  if (refusal) return refuse(refusal);
  return accept({ channel: { ...settled(wanted, kind), version: before.version + 1 } });
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
  wanted: Fields & { _id: string },
  kind: ChannelKind,
): SettingRefusal | undefined {
  const isTaken = channels.some(({ _id, name }) => _id !== wanted._id && name === wanted.name);
  if (isTaken) return 'channel_name_taken';
  if (kind.needsEndpoint && wanted.endpoint === null) return 'endpoint_missing';
  return kind.publishes && wanted.isInternal ? 'channel_public' : undefined;
}

const kindOf = (wanted: { kind: string }, kinds: ChannelKind[]) =>
  kinds.find(({ kind }) => kind === wanted.kind);

function settled<One extends Fields>(channel: One, kind: ChannelKind): One {
  return {
    ...channel,
    endpoint: kind.needsEndpoint ? channel.endpoint : null,
    kinds: [...new Set(channel.kinds)],
    columns: [...new Set(channel.columns)],
  };
}
