import { closedToPhones, type CollectionShape } from './collection';

/** Versions in force, which never change; a handful, read whole by whatever posts. */
export const rulebooks: CollectionShape = { name: 'rulebooks', indexes: [], rule: closedToPhones };
