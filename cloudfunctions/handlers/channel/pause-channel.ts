import { accept } from '../../kernel/decision';
import type { CommandHandler } from '../handler';
import { alterChannel } from './alter-channel';

/** `channel.pause`: nothing is sent until it is resumed. */
export const pauseChannelHandler: CommandHandler<'channel.pause'> = (input, scene) =>
  alterChannel(scene, { ...input, isForOffice: true }, (channel) =>
    accept({ channel: { ...channel, isPaused: true, version: channel.version + 1 } }),
  );
