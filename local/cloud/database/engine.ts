/**
 * The embedded document store: collections of documents with secondary indexes, plain writes that
 * are durable when answered, and snapshot transactions. One SQLite file, one writer, this process.
 */
import { CloudError } from '../errors';
import { openLogSync } from '../log-sync';
import type { LogSync } from '../log-sync';
import type { Clock } from '../service';
import { createCache } from './cache';
import { createCatalog } from './catalog';
import type { Catalog } from './catalog';
import { openConnection } from './connection';
import type { Connection } from './connection';
import { storageFault } from './errors';
import { candidatesFor, count, find } from './find';
import type { Query } from './find';
import { aggregate } from './language';
import { leadOf } from './language/stage/lead';
import type { Cut } from './language/stage/setting';
import type { Doc } from './language';
import { CACHE_BYTES_MAX } from './limits';
import { createLocks } from './lock';
import { insert, modify, remove } from './operation';
import type { Change, Changed, Removal } from './operation';
import { createPlainWrites } from './plain-write';
import { createReader } from './reader';
import { applySchema } from './schema';
import type { SchemaChange } from './schema';
import type { Collection, Stored } from './shape';
import { createSnapshots } from './snapshot';
import { emptyTables, openTables } from './tables';
import { createTransactions } from './transactions';
import type { Target, View } from './view';
import { applyWrites } from './write';
import type { WriteTarget } from './write';
import { createWriter } from './writer';

/** Answers in plain documents; with a transaction's id, within it. All throw CloudError. */
export interface Engine {
  createCollection(name: string): Promise<void>;
  /** Creates what is missing and rebuilds what differs, in one commit. */
  setSchema(change: SchemaChange): Promise<void>;
  collections(): Collection[];
  find(collection: string, query: Query, transactionId?: string): Stored[];
  count(collection: string, filter: Doc, transactionId?: string): number;
  /** What it answers shares parts of what is stored: to be read, never changed. */
  aggregate(collection: string, stages: Doc[]): Doc[];
  insert(collection: string, docs: Doc[], transactionId?: string): Promise<unknown[]>;
  modify(collection: string, change: Change, transactionId?: string): Promise<Changed>;
  remove(collection: string, removal: Removal, transactionId?: string): Promise<number>;
  startTransaction(): string;
  commit(transactionId: string): Promise<void>;
  abort(transactionId: string): void;
  /** Drops overdue transactions after the clock was set. */
  clockMoved(): void;
  /** Empties the store; transactions are dropped. */
  reset(): void;
  /** For tests of a full disk: the file may not grow beyond so many pages of 4 KiB. */
  setPagesMax(pages: number): void;
  /**
   * Whether commits are on disk when they are answered, as they are unless told otherwise. Ends with all of
   * them there.
   */
  setSynced(isSynced: boolean): void;
  /** Does what is waiting, and closes the file. */
  close(): void;
}

export interface EngineOptions {
  file: string;
  clock: Clock;
  lockWaitMs?: number;
  cacheBytes?: number;
}

const WRITER_CACHE_KIB = 4096;

/** Opens or creates the file; throws DATABASE_UNUSABLE in plain words if it cannot be used. */
export function openEngine(options: EngineOptions): Engine {
  try {
    const connection = openConnection(options.file, WRITER_CACHE_KIB);
    const firstVersion = openTables(connection);
    const opened = { connection, firstVersion, log: openLogSync(options.file) };
    setDurability(connection, true);
    return engineOn(opened, options);
  } catch (error) {
    const words = storageFault(error)?.message ?? String(error);
    throw new CloudError('DATABASE_UNUSABLE', `${options.file} cannot be opened: ${words}`);
  }
}

interface Opened {
  connection: Connection;
  firstVersion: number;
  log: LogSync;
}

/** Whether the file itself is synced when the log is copied into it; the log's own sync is `LogSync`. */
function setDurability(connection: Connection, isSynced: boolean): void {
  connection.exec(`pragma synchronous = ${isSynced ? 'NORMAL' : 'OFF'}`);
}

function engineOn(opened: Opened, options: EngineOptions): Engine {
  const { connection, log } = opened;
  const store = storeOn(opened, options);
  const { catalog, transactions, writer, reading } = store;

  /** An error within a transaction ends it, as in MongoDB. */
  function within<T>(transactionId: string, work: (target: Target) => T): T {
    const transaction = transactions.use(transactionId);
    try {
      return work(transaction);
    } catch (error) {
      transactions.drop(transactionId);
      throw storageFault(error) ?? error;
    }
  }
  const read = <T>(transactionId: string | undefined, work: (view: View) => T): T =>
    transactionId ? within(transactionId, ({ view }) => work(view)) : reading(work);
  const change = async <T>(transactionId: string | undefined, work: (target: Target) => T) =>
    transactionId ? within(transactionId, work) : store.plainWrites.run(work);

  return {
    createCollection: (name) => writer.submit(() => void catalog.create(name)),
    setSchema: (schema) => writer.submit(() => applySchema(store.target, schema)),
    collections: catalog.list,
    find: (name, query, transactionId) =>
      read(transactionId, (view) => find(view, catalog.need(name), query)),
    count: (name, filter, transactionId) =>
      read(transactionId, (view) => count(view, catalog.need(name), filter)),
    aggregate: (name, stages) => reading((view) => aggregateIn(view, catalog, name, stages)),
    insert: (name, docs, transactionId) =>
      change(transactionId, (target) => insert(target, catalog.need(name), docs)),
    modify: (name, asked, transactionId) =>
      change(transactionId, (target) => modify(target, catalog.need(name), asked)),
    remove: (name, removal, transactionId) =>
      change(transactionId, (target) => remove(target, catalog.need(name), removal)),
    startTransaction: transactions.start,
    async commit(transactionId) {
      const writes = transactions.finish(transactionId);
      try {
        if (writes.length > 0) await writer.submit(() => applyWrites(store.target, writes));
      } finally {
        transactions.drop(transactionId);
      }
    },
    abort(transactionId) {
      transactions.finish(transactionId);
      transactions.drop(transactionId);
    },
    clockMoved: transactions.dropOverdue,
    reset: store.reset,
    setPagesMax: (pages) => connection.exec(`pragma max_page_count = ${Math.trunc(pages)}`),
    setSynced(isSynced) {
      log.setOn(isSynced);
      setDurability(connection, isSynced);
      // Syncs the log before it copies anything out of it.
      if (isSynced) connection.rows('pragma wal_checkpoint(FULL)');
    },
    close: store.close,
  };
}

/** The parts of a store, joined. */
function storeOn({ connection, firstVersion, log }: Opened, options: EngineOptions) {
  let version = firstVersion;
  const cache = createCache(options.cacheBytes ?? CACHE_BYTES_MAX);
  const catalog = createCatalog(connection);
  const writer = createWriter({ connection, memory: catalog, log });
  // What a write under way shows is not committed yet, so it must not get into the cache.
  const reader = createReader(connection, {
    get: cache.get,
    keep: (stored) => void (writer.isWriting || cache.keep(stored)),
    keepIfRoom: (stored) => void (writer.isWriting || cache.keepIfRoom(stored)),
  });
  const nextVersion = () => ++version;
  const target: WriteTarget = { connection, reader, catalog, cache, nextVersion };
  const view: View = {
    reader,
    indexesOf: (collection) => collection.indexes,
    stagedIn: () => undefined,
  };
  const locks = createLocks();
  const snapshots = createSnapshots(options.file);
  const transactions = createTransactions({
    clock: options.clock,
    snapshots,
    current: reader,
    locks,
    version: () => version,
  });
  const plain = { view, locks, writer, target, lockWaitMs: options.lockWaitMs };
  return {
    catalog,
    transactions,
    writer,
    target,
    plainWrites: createPlainWrites(plain),
    reading<T>(work: (seen: View) => T): T {
      try {
        return work(view);
      } catch (error) {
        throw storageFault(error) ?? error;
      }
    },
    reset() {
      transactions.dropAll();
      writer.flush();
      emptyTables(connection);
      cache.clear();
      catalog.reload();
    },
    close() {
      writer.close();
      writer.flush();
      transactions.dropAll();
      snapshots.close();
      // The driver leaves the log to the next opening; emptied, all is in the one file.
      connection.rows('pragma wal_checkpoint(TRUNCATE)');
      log.close();
      connection.close();
    },
  };
}

function aggregateIn(view: View, catalog: Catalog, name: string, stages: Doc[]): Doc[] {
  const collection = catalog.need(name);
  const { filter, cut } = leadOf(stages);
  // The stages themselves run on what is found: match, sort and limit once more, which changes nothing.
  const foundIn = (one: Collection, wanted: Doc, first: Cut | undefined) =>
    docsOf(
      first
        ? find(view, one, { filter: wanted, offset: 0, ...first })
        : candidatesFor(view, one, wanted),
    );
  return aggregate(stages, {
    documents: () => foundIn(collection, filter, cut),
    collection(other, wanted = {}, first) {
      const found = catalog.find(other);
      return found ? foundIn(found, wanted, first) : [];
    },
    count(other, wanted, most) {
      const found = catalog.find(other);
      return found ? count(view, found, wanted, most) : 0;
    },
    isIndexed(other, path) {
      const found = catalog.find(other);
      return (
        found !== undefined && view.indexesOf(found).some((one) => one.fields[0]?.path === path)
      );
    },
  });
}

/** The cache's own documents: stages build on copies of what they change. */
function* docsOf(documents: Iterable<Stored>): Iterable<Doc> {
  for (const { doc } of documents) yield doc;
}
