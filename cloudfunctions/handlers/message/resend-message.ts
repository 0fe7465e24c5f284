import { resendMessage } from '../../domain/syndication/resend-message';
import type { CommandHandler } from '../handler';
import { changeMessage } from './change-message';

/** `message.resend`: what was rejected or given up, once more. */
export const resendMessageHandler: CommandHandler<'message.resend'> = async (input, scene) => {
  const resent = await changeMessage(scene, input, (message, versions) =>
    resendMessage(message, versions, scene.now),
  );
  if (resent.ok) scene.wakeRelay();
  return resent;
};
