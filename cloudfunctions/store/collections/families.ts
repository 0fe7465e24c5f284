import { closedToPhones, type CollectionShape } from './collection';

/** What each work and each registered fact has posted; written in every posting of it. */
export const families: CollectionShape = { name: 'families', indexes: [], rule: closedToPhones };
