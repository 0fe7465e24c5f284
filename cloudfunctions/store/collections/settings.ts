import { closedToPhones, type CollectionShape } from './collection';

/** The deployment's own documents, each under a fixed id. */
export const settings: CollectionShape = { name: 'settings', indexes: [], rule: closedToPhones };

/** `settings/organ`: the one organ this deployment serves. */
export interface OrganDocument {
  _id: 'organ';
  name: string;
  /** 政协 or 人大. */
  kind: 'cppcc' | 'congress';
  foundedAt: number;
  version: number;
}

/** `settings/bootstrap`: the code that deployment generated; gone once the organ is founded. */
export interface BootstrapDocument {
  _id: 'bootstrap';
  /** SHA-256 of the normalised code; the code itself is kept nowhere. */
  codeHash: string;
  expiresAt: number;
  version: number;
}
