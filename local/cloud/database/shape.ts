import type { Doc } from './language';

/** A part of an index: dotted path, 1 ascending or -1 descending. */
export interface IndexField {
  path: string;
  direction: 1 | -1;
}

/** An index as it is asked for, by the schema file and the controls. */
export interface IndexShape {
  name: string;
  fields: IndexField[];
  unique?: boolean;
}

/** A collection and all its indexes, as the schema file names them. */
export interface CollectionShape {
  name: string;
  indexes: IndexShape[];
}

/** An index that is kept. */
export interface Index {
  readonly id: number;
  readonly name: string;
  readonly fields: readonly IndexField[];
  readonly unique: boolean;
  /** Bit i is set once field i has met an array in any document; it is never cleared. */
  multikey: number;
  /** Version at which the index was complete; older snapshots do not see its entries. */
  readonly since: number;
}

/** A collection that is kept. */
export interface Collection {
  readonly id: number;
  readonly name: string;
  indexes: readonly Index[];
  /** Number for the next document; document numbers of a collection are one contiguous range. */
  nextN: number;
}

/** A document as it is stored. Never changed in place: it may be shared through the cache. */
export interface Stored {
  /** Row number; rises with insertion. */
  readonly n: number;
  /** Changes with every write. */
  readonly version: number;
  readonly doc: Doc;
  /** Its EJSON text, as the SDK reads it. */
  readonly text: string;
}

/** `_id` with every collection: its keys are a column of the documents themselves. */
export const idIndex: Index = {
  id: 0,
  name: '_id_',
  fields: [{ path: '_id', direction: 1 }],
  unique: true,
  multikey: 0,
  since: 0,
};

const N_PER_COLLECTION = 2 ** 32;

/** The least document number of a collection; the next collection's is the end of its range. */
export const firstN = (collectionId: number) => collectionId * N_PER_COLLECTION;
