import type { Doc } from './language';
import type { Reader } from './reader';
import type { Collection, Index, Stored } from './shape';

/** What an operation sees: the committed documents, or a snapshot with a transaction's own writes. */
export interface View {
  readonly reader: Reader;
  /** The indexes whose entries the reader sees in full. */
  indexesOf(collection: Collection): readonly Index[];
  /** The transaction's own writes in this collection, by key of `_id`. */
  stagedIn(collection: Collection): ReadonlyMap<string, Staged> | undefined;
}

/** What a transaction made of a document; `stored` is undefined when it was removed. */
export interface Staged {
  /** As the snapshot has it. */
  readonly before: Stored | undefined;
  readonly stored: Stored | undefined;
}

/** Where an operation writes to: the file at once, or a transaction. */
export interface Target {
  readonly view: View;
  /** Without `before`, an insert. Throws E11000, a conflict, or LockMet. */
  put(collection: Collection, before: Stored | undefined, doc: Doc, text: string): void;
  remove(collection: Collection, before: Stored): void;
}

/** The key of `_id` as a string, for maps and locks. */
export const mapKey = (idKey: Buffer): string => idKey.toString('latin1');
