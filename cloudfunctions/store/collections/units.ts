import { closedToPhones, type CollectionShape } from './collection';

/** The unit tree, closed units included; a few hundred documents, read whole. */
export const units: CollectionShape = { name: 'units', indexes: [], rule: closedToPhones };
