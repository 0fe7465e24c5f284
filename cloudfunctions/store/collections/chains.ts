import { closedToPhones, type CollectionShape } from './collection';

/** Configured review chains; a handful of documents, read whole. */
export const chains: CollectionShape = { name: 'chains', indexes: [], rule: closedToPhones };
