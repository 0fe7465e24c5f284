import { isAdministrator } from '../../domain/people/person';
import type { ChannelKind } from '../../domain/syndication/channel-kind';
import { mayKeepChannels } from '../../domain/syndication/delivery-actions';
import { refused, type QueryHandler } from '../handler';
import { viewChannel } from './view-channel';

/** `channel.list`: every channel, how it fares, and the kinds that there are. */
export const listChannelHandler =
  (kinds: ChannelKind[]): QueryHandler<'channel.list'> =>
  async (_input, scene) => {
    const { store, now } = scene;
    const [person, channels, healths] = await Promise.all([
      scene.person(),
      store.listChannels(),
      store.listHealth(),
    ]);
    if (!person) return refused('not_bound');
    if (!mayKeepChannels(person, scene.on)) return refused('not_allowed');
    const backlogs = await store.listBacklogs(channels.map(({ _id }) => _id));
    const mayChange = isAdministrator(person, scene.on);
    const views = channels.map((channel) => {
      const health = healths.find(({ _id }) => _id === channel._id);
      const backlog = backlogs.find(({ channelId }) => channelId === channel._id);
      return viewChannel(channel, { health, backlog, now, mayChange });
    });
    const byName = views.sort((left, right) => left.name.localeCompare(right.name, 'zh'));
    return { ok: true, value: { channels: byName, kinds, mayAdd: mayChange } };
  };
