import { closedToPhones, type CollectionShape } from './collection';

/** What waits for duties that ended, to be gone through: few at a time, gone when they are done. */
export const freeings: CollectionShape = { name: 'freeings', indexes: [], rule: closedToPhones };
