import { closedToPhones, type CollectionShape } from './collection';

/** Heads and balances of the chains of entries; found by id alone. */
export const accounts: CollectionShape = { name: 'accounts', indexes: [], rule: closedToPhones };
