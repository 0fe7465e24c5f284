import { closedToPhones, type CollectionShape } from './collection';

/** The deployment's own documents, each under a fixed id: `organ`, `bootstrap`. */
export const settings: CollectionShape = { name: 'settings', indexes: [], rule: closedToPhones };

/** `settings/bootstrap`: the code that deployment generated; gone once the organ is founded. */
export interface BootstrapDocument {
  _id: 'bootstrap';
  /** SHA-256 of the normalised code; the code itself is kept nowhere. */
  codeHash: string;
  expiresAt: number;
  version: number;
}
