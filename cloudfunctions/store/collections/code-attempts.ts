import { closedToPhones, type CollectionShape } from './collection';

/** Wrong codes by the hour: `<hour>:<hash of openid>` and `<hour>:all`. */
export const codeAttempts: CollectionShape = {
  name: 'code_attempts',
  indexes: [],
  rule: closedToPhones,
};

export interface CodeAttemptDocument {
  _id: string;
  wrongCodes: number;
}
