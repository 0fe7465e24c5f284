import { mayKeepChannels } from '../../domain/syndication/delivery-actions';
import { refused, type QueryHandler } from '../handler';
import { viewMessage } from './view-message';

/** `message.list`: what goes to a channel, newest first. */
export const listMessageHandler: QueryHandler<'message.list'> = async (input, scene) => {
  const { store, on } = scene;
  const [person, page] = await Promise.all([scene.person(), store.listMessages(input)]);
  if (!person) return refused('not_bound');
  if (!mayKeepChannels(person, on)) return refused('not_allowed');
  const storyIds = [...new Set(page.messages.map(({ storyId }) => storyId))];
  const versions = await store.listVersions(input.channelId, storyIds);
  const messages = page.messages.map((one) => viewMessage(one, versions, { person, on }));
  return { ok: true, value: { messages, after: page.after } };
};
