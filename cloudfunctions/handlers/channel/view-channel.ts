import type { ValueOf } from '../../contract';
import { isAdministrator, type Person } from '../../domain/people/person';
import type { ChannelHealth, SyndicationChannel } from '../../domain/syndication/channel';
import { inboundBase } from '../../kernel/inbound-base';
import type { Backlog } from '../../store/channels';
import type { Scene } from '../handler';

type ChannelView = ValueOf<'channel.list'>['channels'][number];

interface Shown {
  health?: ChannelHealth;
  backlog?: Backlog;
  now: number;
  /** Is it an administrator who looks? */
  mayChange: boolean;
}

/** A channel as its pages show it; of secrets only that there are some. */
export function viewChannel(
  channel: SyndicationChannel,
  { health, backlog, now, mayChange }: Shown,
): ChannelView {
  const { _id, secret, formerSecret, ...fields } = channel;
  const isChangingOver = formerSecret !== null && formerSecret.until > now;
  return {
    id: _id,
    ...fields,
    hasSecret: secret !== null,
    mayChange,
    formerSecretUntil: isChangingOver ? formerSecret.until : null,
    lastOkAt: health?.lastOkAt ?? null,
    lastErrorAt: health?.lastErrorAt ?? null,
    lastError: health?.lastError ?? null,
    answersUrl: secret === null ? null : answersUrlOf(_id),
    waiting: backlog?.waiting ?? 0,
    stuck: backlog?.stuck ?? 0,
  };
}

function answersUrlOf(channelId: string): string | null {
  const base = inboundBase();
  return base === '' ? null : `${base}/channels/${channelId}/answers`;
}

/** The page of one channel, as it is after a change too. */
export async function viewChannelNow(
  channel: SyndicationChannel,
  { store, now, on }: Pick<Scene, 'store' | 'now' | 'on'>,
  asker: Person,
): Promise<ChannelView> {
  const [health, [backlog]] = await Promise.all([
    store.readHealth(channel._id),
    store.listBacklogs([channel._id]),
  ]);
  return viewChannel(channel, { health, backlog, now, mayChange: isAdministrator(asker, on) });
}
