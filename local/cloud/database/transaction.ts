/**
 * One transaction: it reads a snapshot with its own writes over it, and holds locks on what it
 * writes. As in MongoDB, a conflict is told at the write: when another transaction holds the
 * document, or when the document is no longer as in the snapshot. What only was read is not
 * guarded, so write skew is possible, as there. The same goes for the keys of unique indexes.
 */
import { duplicateKey, transactionConflict } from './errors';
import { keysOf } from './index-keys';
import type { Doc } from './language';
import type { Locks } from './lock';
import type { Reader } from './reader';
import { idIndex } from './shape';
import type { Collection, Index, Stored } from './shape';
import type { Snapshot } from './snapshot';
import { mapKey } from './view';
import type { Target, View } from './view';
import { idKeyOf } from './write';
import type { Write } from './write';

export interface Transaction extends Target {
  readonly id: string;
  /** All that it wrote, for the commit. */
  writes(): Write[];
}

export interface TransactionParts {
  id: string;
  snapshot: Snapshot;
  /** Version up to which the snapshot sees. */
  version: number;
  /** The committed documents, as of now. */
  current: Reader;
  locks: Locks;
}

/** A transaction that has written nothing yet. */
export function createTransaction(parts: TransactionParts): Transaction {
  const { id, snapshot, version, current, locks } = parts;
  const byCollection = new Map<Collection, Map<string, StagedWrite>>();
  const view: View = {
    reader: snapshot.reader,
    indexesOf: (collection) => collection.indexes.filter((index) => index.since <= version),
    stagedIn: (collection) => byCollection.get(collection),
  };

  const stage = (collection: Collection, before: Stored | undefined, doc?: Doc, text = '') => {
    const idKey = idKeyOf(doc ?? before?.doc ?? {});
    const staged = byCollection.get(collection) ?? new Map<string, StagedWrite>();
    const known = staged.get(mapKey(idKey));
    const base = known ? known.before : before;
    const now = current.byId(collection, idKey);
    if (now?.version !== base?.version) throw transactionConflict();
    const uniqueKeys = doc ? uniqueKeysOf(collection, doc) : [];
    const formerKeys = base ? uniqueKeysOf(collection, base.doc) : [];
    const keys = [lockKey(collection, idKey), ...lockKeysOf([...formerKeys, ...uniqueKeys])];
    if (!locks.take(keys, id)) throw transactionConflict();
    checkUnique({ collection, staged, uniqueKeys, base, mine: known });
    const n = base?.n ?? 0;
    const stored = doc && { n, version: STAGED, doc, text };
    staged.set(mapKey(idKey), {
      before: base,
      stored,
      uniqueKeys: new Set(lockKeysOf(uniqueKeys)),
    });
    byCollection.set(collection, staged);
  };

  const checkUnique = (check: UniqueCheck): void => {
    const { collection, staged, uniqueKeys, base, mine } = check;
    const hidden = new Set<number | undefined>([base?.n]);
    for (const { before } of staged.values()) hidden.add(before?.n);
    const isHeld = (reader: Reader, { index, key }: UniqueKey): boolean =>
      reader.withKey(index, key).some((n) => !hidden.has(n));
    for (const unique of uniqueKeys) {
      const lock = lockKeysOf([unique])[0] ?? '';
      const others = [...staged.values()].filter((write) => write !== mine);
      const heldNow = isHeld(current, unique);
      // A snapshot older than the index has none of its entries.
      const heldThen = unique.index.since <= version && isHeld(snapshot.reader, unique);
      if (others.some((write) => write.uniqueKeys.has(lock)) || (heldNow && heldThen)) {
        throw duplicateKey(collection.name, unique.index.name, unique.values);
      }
      if (heldNow !== heldThen) throw transactionConflict();
    }
  };

  return {
    id,
    view,
    put: stage,
    remove: (collection, before) => stage(collection, before),
    writes: () => writesOf(byCollection),
  };
}

/** The locks that a plain write must find free, as transactions take them. */
export function locksOf(
  collection: Collection,
  before: Stored | undefined,
  doc: Doc | undefined,
): string[] {
  const keys = [before?.doc, doc].flatMap((state) =>
    state ? uniqueKeysOf(collection, state) : [],
  );
  return [lockKey(collection, idKeyOf(doc ?? before?.doc ?? {})), ...lockKeysOf(keys)];
}

/** The version of what is not committed; equal to no stored one. */
const STAGED = -1;

interface StagedWrite {
  before: Stored | undefined;
  stored: Stored | undefined;
  /** Lock keys of the unique keys that it has now. */
  uniqueKeys: ReadonlySet<string>;
}

interface UniqueCheck {
  collection: Collection;
  staged: Map<string, StagedWrite>;
  uniqueKeys: UniqueKey[];
  base: Stored | undefined;
  mine: StagedWrite | undefined;
}

interface UniqueKey {
  index: Index;
  key: Buffer;
  /** For messages. */
  values: unknown[];
}

function uniqueKeysOf(collection: Collection, doc: Doc): UniqueKey[] {
  const uniques = collection.indexes.filter((index) => index.unique && index !== idIndex);
  return uniques.flatMap((index) => {
    const { keys, values } = keysOf(index, doc);
    return keys.map((key) => ({ index, key, values }));
  });
}

const lockKey = (collection: Collection, idKey: Buffer) => `d${collection.id}:${mapKey(idKey)}`;

const lockKeysOf = (keys: UniqueKey[]) =>
  keys.map(({ index, key }) => `u${index.id}:${key.toString('latin1')}`);

function writesOf(byCollection: Map<Collection, Map<string, StagedWrite>>): Write[] {
  return [...byCollection].flatMap(([collection, staged]) =>
    [...staged.values()]
      .filter(({ before, stored }) => before || stored)
      .map(({ before, stored }) => ({
        collection,
        before,
        doc: stored?.doc,
        text: stored?.text ?? '',
      })),
  );
}
