import { rotateSecret } from '../../domain/syndication/change-channel';
import { accept } from '../../kernel/decision';
import { seal } from '../../kernel/secrets';
import type { CommandHandler } from '../handler';
import { alterChannel } from './alter-channel';

/** `channelSecret.rotate`: signs with both for a week, and takes answers signed with either. */
export const rotateChannelSecretHandler: CommandHandler<'channelSecret.rotate'> = (input, scene) =>
  alterChannel(scene, { ...input, isForOffice: false }, (channel) =>
    accept({ channel: rotateSecret(channel, seal(input.secret, channel._id), scene.now) }),
  );
