import { closedToPhones, type CollectionShape } from './collection';

/** Wrong codes by the hour: `<hour>[:open]:<hash of openid>` and `<hour>[:open]:all`. */
export const codeAttempts: CollectionShape = {
  name: 'code_attempts',
  indexes: [],
  rule: closedToPhones,
};

export interface CodeAttemptDocument {
  _id: string;
  wrongCodes: number;
}
