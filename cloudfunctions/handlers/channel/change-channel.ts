import { changeChannel } from '../../domain/syndication/change-channel';
import type { ChannelKind } from '../../domain/syndication/channel-kind';
import type { CommandHandler } from '../handler';
import { alterChannel } from './alter-channel';

/** `channel.change`: what it takes, where it listens, how fast. */
export const changeChannelHandler =
  (kinds: ChannelKind[]): CommandHandler<'channel.change'> =>
  (input, scene) => {
    const { channelId, version, ...fields } = input;
    return alterChannel(scene, { channelId, version, isForOffice: false }, (channel, all) =>
      changeChannel({ others: all, kinds }, channel, fields),
    );
  };
