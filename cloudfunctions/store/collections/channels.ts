import { closedToPhones, type CollectionShape } from './collection';

/** Where signed-off stories go; a handful of documents, secrets encrypted. */
export const channels: CollectionShape = { name: 'channels', indexes: [], rule: closedToPhones };

/** How each channel fares and what its rate limit counted; written by relay alone. */
export const channelHealth: CollectionShape = {
  name: 'channel_health',
  indexes: [],
  rule: closedToPhones,
};
