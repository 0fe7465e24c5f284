import { closedToPhones, type CollectionShape } from './collection';

const index = (name: string, fields: [string, 1 | -1][]) => ({
  name,
  fields: fields.map(([path, direction]) => ({ path, direction })),
});

/** The transactional outbox: messages to channels, written with the act that caused them. */
export const outboxMessages: CollectionShape = {
  name: 'outbox_messages',
  indexes: [
    // What is due in a channel; a leased one comes due by itself when its lease has run out.
    index('by_due', [
      ['channelId', 1],
      ['nextAttemptAt', 1],
    ]),
    index('by_story', [
      ['storyId', 1],
      ['channelId', 1],
      ['edition', 1],
    ]),
    index('by_state', [
      ['channelId', 1],
      ['state', 1],
      ['createdAt', -1],
      ['_id', -1],
    ]),
    index('by_channel', [
      ['channelId', 1],
      ['createdAt', -1],
      ['_id', -1],
    ]),
  ],
  rule: closedToPhones,
};
