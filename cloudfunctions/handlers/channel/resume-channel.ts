import { accept } from '../../kernel/decision';
import type { CommandHandler } from '../handler';
import { alterChannel } from './alter-channel';

/** `channel.resume`: what has waited goes out at once. */
export const resumeChannelHandler: CommandHandler<'channel.resume'> = async (input, scene) => {
  const resumed = await alterChannel(scene, { ...input, isForOffice: true }, (channel) =>
    accept({ channel: { ...channel, isPaused: false, version: channel.version + 1 } }),
  );
  if (resumed.ok) scene.wakeRelay();
  return resumed;
};
