import { closedToPhones, type CollectionShape } from './collection';

/** What is counted by the day, `<what>:<day>`; the version is the count. */
export const counters: CollectionShape = { name: 'counters', indexes: [], rule: closedToPhones };

export interface CounterDocument {
  _id: string;
  version: number;
}
