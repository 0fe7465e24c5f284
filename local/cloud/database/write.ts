/**
 * Changes documents and their index entries through the writing connection, within a job. Unique
 * constraints are checked here, against all that is written before, so that they hold at commit.
 */
import type { Cache } from './cache';
import type { Catalog } from './catalog';
import type { Connection } from './connection';
import { duplicateKey } from './errors';
import { keysOf } from './index-keys';
import { encodeValue } from './key';
import type { Doc } from './language';
import type { Reader } from './reader';
import { idIndex } from './shape';
import type { Collection, Index, Stored } from './shape';

/** From one state of a document to the next; without `before` an insert, without `doc` a removal. */
export interface Write {
  collection: Collection;
  before: Stored | undefined;
  doc: Doc | undefined;
  /** EJSON text of `doc`. */
  text: string;
}

export interface WriteTarget {
  connection: Connection;
  reader: Reader;
  catalog: Catalog;
  cache: Cache;
  /** A number that no document has as its version yet. */
  nextVersion(): number;
}

/** Writes all of them; throws E11000 when a unique constraint would not hold. */
export function applyWrites(target: WriteTarget, writes: readonly Write[]): void {
  const changes = writes.map(entryChanges);
  // Keys that go are taken away first: one write may free what another takes.
  changes.forEach((list, i) => removeEntries(target, writes[i], list));
  changes.forEach((list, i) => addEntries(target, writes[i], list));
}

/** Adds what an index lacks of a document; used to fill a new index. */
export function addToIndex(target: WriteTarget, collection: Collection, index: Index, at: Stored) {
  const { keys, multikey, values } = keysOf(index, at.doc);
  const change = { index, gone: [], come: keys, multikey, values };
  insertEntries(target, collection, at.n, change);
}

/** The key of a document's `_id`. */
export const idKeyOf = (doc: Doc): Buffer => encodeValue(doc._id);

interface EntryChange {
  index: Index;
  gone: Buffer[];
  come: Buffer[];
  multikey: number;
  values: unknown[];
}

function entryChanges({ collection, before, doc }: Write): EntryChange[] {
  const changes: EntryChange[] = [];
  for (const index of collection.indexes) {
    if (index === idIndex) continue;
    const old = before ? keysOf(index, before.doc).keys : [];
    const next = doc ? keysOf(index, doc) : { keys: [], multikey: 0, values: [] };
    const { multikey, values } = next;
    const gone = without(old, next.keys);
    changes.push({ index, gone, come: without(next.keys, old), multikey, values });
  }
  return changes;
}

function without(keys: Buffer[], others: Buffer[]): Buffer[] {
  if (others.length === 0) return keys;
  const known = new Set(others.map((key) => key.toString('latin1')));
  return keys.filter((key) => !known.has(key.toString('latin1')));
}

function removeEntries(target: WriteTarget, write: Write | undefined, list: EntryChange[]): void {
  if (!write?.before) return;
  const { n } = write.before;
  target.cache.forget(n);
  for (const { index, gone } of list) {
    for (const key of gone) {
      target.connection.run(
        'delete from entries where index_id = ? and key = ? and n = ?',
        index.id,
        key,
        n,
      );
    }
  }
  if (!write.doc) target.connection.run('delete from documents where n = ?', n);
}

function addEntries(target: WriteTarget, write: Write | undefined, list: EntryChange[]): void {
  if (!write?.doc) return;
  const { collection, before, doc, text } = write;
  if (before) {
    target.connection.run(
      'update documents set version = ?, body = ? where n = ?',
      target.nextVersion(),
      text,
      before.n,
    );
  }
  const n = before ? before.n : insertDocument(target, collection, doc, text);
  for (const change of list) insertEntries(target, collection, n, change);
}

function insertDocument(
  target: WriteTarget,
  collection: Collection,
  doc: Doc,
  text: string,
): number {
  const id = idKeyOf(doc);
  const { connection } = target;
  const taken = connection.row(
    'select 1 from documents where collection = ? and id = ?',
    collection.id,
    id,
  );
  if (taken) throw duplicateKey(collection.name, idIndex.name, [doc._id]);
  const n = collection.nextN++;
  connection.run(
    'insert into documents(n, collection, id, version, body) values(?, ?, ?, ?, ?)',
    n,
    collection.id,
    id,
    target.nextVersion(),
    text,
  );
  return n;
}

function insertEntries(target: WriteTarget, collection: Collection, n: number, it: EntryChange) {
  const { index, come, multikey, values } = it;
  if ((index.multikey | multikey) !== index.multikey) target.catalog.saveMultikey(index, multikey);
  for (const key of come) {
    if (index.unique && target.reader.withKey(index, key).some((other) => other !== n)) {
      throw duplicateKey(collection.name, index.name, values);
    }
    target.connection.run(
      'insert or ignore into entries(index_id, key, n) values(?, ?, ?)',
      index.id,
      key,
      n,
    );
  }
}
