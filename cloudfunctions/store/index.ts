import type { Answer } from '../kernel/answer';
import type { BindingDocument } from './collections/bindings';
import type { PersonDocument } from './collections/people';
import type { ReceiptDocument } from './collections/receipts';
import type { BootstrapDocument, OrganDocument } from './collections/settings';
import { commit, type Commit, type Committed } from './commit';
import { openDatabase, type Database } from './database';
import { readDocument } from './documents';

/** Everything handlers may do with the database. */
export interface Store {
  readOrgan(): Promise<OrganDocument | undefined>;
  readBootstrap(): Promise<BootstrapDocument | undefined>;
  /** The person bound to this openid. */
  readPersonOf(openid: string): Promise<PersonDocument | undefined>;
  findReceipt(receiptId: string): Promise<{ contentHash: string; answer: Answer } | undefined>;
  commit<Value>(wanted: Commit<Value>): Promise<Committed<Value>>;
}

/** The store of the environment that the function runs in. */
export function openStore(database: Database = openDatabase()): Store {
  const settings = <Document>(id: string) => readDocument<Document>(database, 'settings', id);
  return {
    readOrgan: () => settings<OrganDocument>('organ'),
    readBootstrap: () => settings<BootstrapDocument>('bootstrap'),
    readPersonOf: async (openid) => {
      const binding = await readDocument<BindingDocument>(database, 'bindings', openid);
      if (!binding) return undefined;
      return readDocument<PersonDocument>(database, 'people', binding.personId);
    },
    findReceipt: async (receiptId) => {
      const receipt = await readDocument<ReceiptDocument>(database, 'receipts', receiptId);
      if (!receipt) return undefined;
      const value: unknown = JSON.parse(receipt.value);
      return { contentHash: receipt.contentHash, answer: { ok: true, value } };
    },
    commit: (wanted) => commit(database, wanted),
  };
}
