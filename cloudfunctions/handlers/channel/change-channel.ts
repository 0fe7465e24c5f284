import { changeChannel } from '../../domain/syndication/change-channel';
import type { CommandHandler } from '../handler';
import { alterChannel } from './alter-channel';

/** `channel.change`: what it takes, where it listens, how fast. */
export const changeChannelHandler: CommandHandler<'channel.change'> = (input, scene) => {
  const { channelId, version, ...fields } = input;
  return alterChannel(scene, { channelId, version, isForOffice: false }, (channel, all) =>
    changeChannel(all, channel, fields),
  );
};
