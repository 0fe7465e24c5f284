import { closedToPhones, type CollectionShape } from './collection';

/** Everyone in the directory. */
export const people: CollectionShape = { name: 'people', indexes: [], rule: closedToPhones };

export interface PersonDocument {
  _id: string;
  name: string;
  duties: { duty: 'administrator'; since: number }[];
  createdAt: number;
  version: number;
}
