import type { ChannelKind } from '../../domain/syndication/channel-kind';
import { mayKeepChannels } from '../../domain/syndication/delivery-actions';
import { refused, type QueryHandler } from '../handler';
import { viewChannelNow } from './view-channel';

/** `channel.show`: one channel with its health and backlog. */
export const showChannelHandler =
  (kinds: ChannelKind[]): QueryHandler<'channel.show'> =>
  async ({ channelId }, scene) => {
    const [person, channel] = await Promise.all([
      scene.person(),
      scene.store.readChannel(channelId),
    ]);
    if (!person) return refused('not_bound');
    if (!mayKeepChannels(person, scene.on)) return refused('not_allowed');
    if (!channel) return refused('not_found');
    return { ok: true, value: { channel: await viewChannelNow(channel, scene, person), kinds } };
  };
