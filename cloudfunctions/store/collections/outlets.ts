import { closedToPhones, type CollectionShape } from './collection';

/** The outlet directory, closed outlets included; a few hundred documents, read whole. */
export const outlets: CollectionShape = { name: 'outlets', indexes: [], rule: closedToPhones };
