import { closedToPhones, type CollectionShape } from './collection';

/** Closed periods, by their key, with the heads of all accounts as they stood then. */
export const periods: CollectionShape = { name: 'periods', indexes: [], rule: closedToPhones };
