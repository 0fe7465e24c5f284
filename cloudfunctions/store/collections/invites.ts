import { closedToPhones, type CollectionShape } from './collection';

/** One-time codes under the hash of the code. */
export const invites: CollectionShape = {
  name: 'invites',
  // A new code ends those before it.
  indexes: [{ name: 'by_person', fields: [{ path: 'personId', direction: 1 }] }],
  rule: closedToPhones,
};
