import { closedToPhones, type CollectionShape } from './collection';

/** Story numbers given out, `<unitId>:<day>`; the version is the last number. */
export const counters: CollectionShape = { name: 'counters', indexes: [], rule: closedToPhones };

export interface CounterDocument {
  _id: string;
  version: number;
}
