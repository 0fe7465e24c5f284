import type { ValueOf } from '../../contract';
import type { Message } from '../../domain/syndication/message';
import type { Person } from '../../domain/people/person';
import { viewDelivery } from './view-delivery';

/** A message as a channel's page lists it. */
export function viewMessage(
  message: Message,
  others: Message[],
  asker: { person: Person; on: string },
): ValueOf<'message.list'>['messages'][number] {
  const { storyId, storyNumber, headline } = message;
  return { ...viewDelivery(message, others, asker), storyId, storyNumber, headline };
}
