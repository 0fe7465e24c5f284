import { markSent } from '../../domain/syndication/resend-message';
import type { CommandHandler } from '../handler';
import { changeMessage } from './change-message';

/** `message.markSent`: the office has sent it by hand, and says how. */
export const markSentMessageHandler: CommandHandler<'message.markSent'> = (input, scene) =>
  changeMessage(scene, input, (message) => markSent(message, { note: input.note, at: scene.now }));
