import type { ValueOf } from '../../contract';
import type { Person } from '../../domain/people/person';
import type { Story } from '../../domain/story/story';
import { deliveryActions } from '../../domain/syndication/delivery-actions';
import { lastErrorOf, type Message } from '../../domain/syndication/message';

type Delivery = ValueOf<'story.show'>['story']['deliveries'][number];

/** One version of a story for one channel, as this person sees it. */
export function viewDelivery(
  message: Message,
  others: Message[],
  asker: { person: Person; on: string; story?: Story },
): Delivery {
  return {
    id: message._id,
    channelId: message.channelId,
    channelName: message.channelName,
    channelKind: message.channelKind,
    kind: message.kind,
    edition: message.edition,
    revision: message.revision,
    state: message.state,
    attempts: message.attemptCount,
    lastError: lastErrorOf(message),
    nextAttemptAt: message.nextAttemptAt,
    createdAt: message.createdAt,
    deliveredAt: message.deliveredAt,
    answers: message.answers,
    allowed: deliveryActions(message, others, asker),
    version: message.version,
  };
}
