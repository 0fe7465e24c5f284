import { closedToPhones, type CollectionShape } from './collection';

/** What each command answered, written in the transaction that did it. */
export const receipts: CollectionShape = {
  name: 'receipts',
  indexes: [{ name: 'by_age', fields: [{ path: 'at', direction: 1 }] }],
  rule: closedToPhones,
};

export interface ReceiptDocument {
  /** Hash of (openid, call, commandId). */
  _id: string;
  call: string;
  /** Hash of the parsed input: the same id with other content is refused. */
  contentHash: string;
  /** The value that was answered, as JSON text so that any shape comes back byte for byte. */
  value: string;
  at: number;
}
