import type { InputOf } from '../../cloudfunctions/contract/index';
import { ask, command } from './call';

/** Every channel, and how it fares. */
export const listChannel = () => ask('directory', 'channel.list', {});

export const showChannel = (channelId: string) => ask('directory', 'channel.show', { channelId });

/** The id and the secret are made on the phone; the cloud never shows the secret again. */
export const addChannel = (input: InputOf<'channel.add'>) =>
  command('directory', 'channel.add', input);

export const changeChannel = (input: InputOf<'channel.change'>) =>
  command('directory', 'channel.change', input);

/** Nothing is sent until it is resumed. */
export const pauseChannel = (input: InputOf<'channel.pause'>) =>
  command('directory', 'channel.pause', input);

export const resumeChannel = (input: InputOf<'channel.resume'>) =>
  command('directory', 'channel.resume', input);

/** A new secret; the former one is good for a week more. */
export const rotateChannelSecret = (input: InputOf<'channelSecret.rotate'>) =>
  command('directory', 'channelSecret.rotate', input);

/** What goes to a channel, newest first. */
export const listMessage = (input: InputOf<'message.list'>) =>
  ask('newsroom', 'message.list', input);

/** Once more what was rejected or given up. */
export const resendMessage = (input: InputOf<'message.resend'>) =>
  command('newsroom', 'message.resend', input);

/** The office has sent it by hand. */
export const markSentMessage = (input: InputOf<'message.markSent'>) =>
  command('newsroom', 'message.markSent', input);
