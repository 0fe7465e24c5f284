import { closedToPhones, type CollectionShape } from './collection';

/** One-time codes under the hash of the code. */
export const invites: CollectionShape = { name: 'invites', indexes: [], rule: closedToPhones };
