import { isAdministrator } from '../../domain/people/person';
import { addChannel } from '../../domain/syndication/change-channel';
import type { ChannelKind } from '../../domain/syndication/channel-kind';
import { newHealth } from '../../domain/syndication/channel';
import { create } from '../../kernel/change';
import { seal } from '../../kernel/secrets';
import { commitChanges } from '../commit-changes';
import { refused, type CommandHandler } from '../handler';
import { viewChannel } from './view-channel';

/** `channel.add`: the secret is encrypted here and never shown again. */
export const addChannelHandler =
  (kinds: ChannelKind[]): CommandHandler<'channel.add'> =>
  async (input, scene) => {
    const [asker, channels] = await Promise.all([scene.person(), scene.store.listChannels()]);
    if (!asker) return refused('not_bound');
    if (!isAdministrator(asker, scene.on)) return refused('not_allowed');
    const { channelId, secret: given, ...fields } = input;
    const secret = given === null ? null : seal(given, channelId);
    const decision = addChannel({ others: channels, kinds }, { _id: channelId, ...fields, secret });
    if (!decision.accepted) return refused(decision.refusal);
    const { channel } = decision.changes;
    return commitChanges(scene, {
      changes: [create('channels', channel), create('channel_health', newHealth(channelId))],
      subjectId: channelId,
      byId: asker._id,
      value: { channel: viewChannel(channel, { now: scene.now, mayChange: true }) },
    });
  };
