import type { ValueOf } from '../../contract';
import type { ChannelHealth, SyndicationChannel } from '../../domain/syndication/channel';
import type { Backlog } from '../../store/channels';
import type { Scene } from '../handler';

type ChannelView = ValueOf<'channel.list'>['channels'][number];

/** A channel as its pages show it; of secrets only that there are some. */
export function viewChannel(
  channel: SyndicationChannel,
  { health, backlog, now }: { health?: ChannelHealth; backlog?: Backlog; now: number },
): ChannelView {
  const { _id, secret, formerSecret, ...fields } = channel;
  const isChangingOver = formerSecret !== null && formerSecret.until > now;
  return {
    id: _id,
    ...fields,
    hasSecret: secret !== null,
    formerSecretUntil: isChangingOver ? formerSecret.until : null,
    lastOkAt: health?.lastOkAt ?? null,
    lastErrorAt: health?.lastErrorAt ?? null,
    lastError: health?.lastError ?? null,
    waiting: backlog?.waiting ?? 0,
    stuck: backlog?.stuck ?? 0,
  };
}

/** The page of one channel, as it is after a change too. */
export async function viewChannelNow(
  channel: SyndicationChannel,
  { store, now }: Pick<Scene, 'store' | 'now'>,
): Promise<ChannelView> {
  const [health, [backlog]] = await Promise.all([
    store.readHealth(channel._id),
    store.listBacklogs([channel._id]),
  ]);
  return viewChannel(channel, { health, backlog, now });
}
