/** A document as it is written: its id and whatever its collection holds. */
export type Stored = { _id: string };

/** A decided change of one document, named by its id; made by handlers, written by the store. */
export type Change =
  | { do: 'create'; collection: string; document: Stored }
  | { do: 'replace'; collection: string; document: Stored; expectVersion: number }
  | { do: 'succeed'; collection: string; document: Stored; expectVersion: number }
  | { do: 'put'; collection: string; document: Stored }
  | Growth
  | { do: 'drop'; collection: string; id: string }
  | { do: 'expectNone'; collection: string; id: string }
  | { do: 'remove'; collection: string; id: string; expectVersion: number };

/** What a document is from now on, and by how much its numbers rise from whatever they are by then. */
export interface Growth {
  do: 'grow';
  collection: string;
  document: Stored;
  by: Record<string, number>;
  /** As with `succeed`: what stands beside it is of this version's making. */
  expectVersion?: number;
}

/** A new document; an id that exists already fails the whole commit. */
export function create<Document extends Stored>(collection: string, document: Document): Change {
  return { do: 'create', collection, document };
}

/** The next version of a document; whoever changed it since it was read wins. */
export function replace<Document extends Stored & { version: number }>(
  collection: string,
  document: Document,
): Change {
  return { do: 'replace', collection, document, expectVersion: document.version - 1 };
}

/**
 * The next version of a document, without reading the one before once more: only beside a new document
 * of the same commit whose id or unique key is this very version's. Whoever is second to make this
 * version finds that taken, and nothing of the commit is written.
 */
export function succeed<Document extends Stored & { version: number }>(
  collection: string,
  document: Document,
): Change {
  return { do: 'succeed', collection, document, expectVersion: document.version - 1 };
}

/**
 * Writes a document whatever was there: only for one that is never written without another whose
 * version is checked in the same commit.
 */
export function put<Document extends Stored>(collection: string, document: Document): Change {
  return { do: 'put', collection, document };
}

/**
 * Writes a document but for the numbers named: those rise by so much from what is stored by then. For
 * sums that are repaired while others add to them; where there is none any more, the commit is outrun.
 */
export function grow<Document extends Stored>(
  collection: string,
  document: Document,
  { by, expectVersion }: { by: Record<string, number>; expectVersion?: number },
): Change {
  const growth = { do: 'grow' as const, collection, document, by };
  return expectVersion === undefined ? growth : { ...growth, expectVersion };
}

/** Nothing is written, but only while there is no such document. */
export function expectNone(collection: string, id: string): Change {
  return { do: 'expectNone', collection, id };
}

/** Removes a document whatever it was: under the same condition as `put`. */
export function drop(collection: string, id: string): Change {
  return { do: 'drop', collection, id };
}

/** Removes a document that is still the version that was read. */
export function remove<Document extends Stored & { version: number }>(
  collection: string,
  document: Document,
): Change {
  return { do: 'remove', collection, id: document._id, expectVersion: document.version };
}
