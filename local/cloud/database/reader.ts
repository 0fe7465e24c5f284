/**
 * Reads stored documents through one connection: the writing one, which sees what is committed (and
 * within a write what is being written), or a snapshot. Everything is read in full pieces, so that
 * no statement stays open between two of them.
 */
import type { Cache } from './cache';
import type { Connection, Row, SqlValue } from './connection';
import { decodeEjson } from './language';
import type { Doc } from './language';
import type { KeyRange } from './plan';
import { firstN } from './shape';
import type { Collection, Index, Stored } from './shape';

export interface Reader {
  byId(collection: Collection, id: Buffer): Stored | undefined;
  /** All documents in natural order. */
  all(collection: Collection): Iterable<Stored>;
  /** In the order of the keys; a multikey document comes up more than once. */
  inRange(scan: RangeScan): Iterable<Stored>;
  /** Row numbers of the documents with exactly this key. */
  withKey(index: Index, key: Buffer): number[];
  countAll(collection: Collection): number;
  /** Counts up to `most`. */
  countRange(collection: Collection, index: Index, range: KeyRange, most?: number): number;
}

export interface RangeScan {
  collection: Collection;
  index: Index;
  range: KeyRange;
  isReversed: boolean;
  /** How many are probably wanted. */
  expected: number;
}

/** With a cache for the writing connection, without one for a snapshot. */
export function createReader(connection: Connection, cache?: ReadCache): Reader {
  const columns = columnsFor(cache);
  return {
    byId(collection, id) {
      const row = connection.row(
        `select ${columns('id')} from documents where collection = ? and id = ?`,
        collection.id,
        id,
      );
      const stored = row && storedOf(connection, row, cache);
      if (stored) cache?.keep(stored);
      return stored;
    },
    all: (collection) => sweep(connection, collection, cache),
    inRange: (scan) =>
      scan.index.id === 0 ? idRange(connection, scan, cache) : range(connection, scan, cache),
    withKey: (index, key) =>
      connection
        .rows('select n from entries where index_id = ? and key = ?', index.id, key)
        .map(numberOf),
    countAll: (collection) =>
      numberOf(
        connection.row('select count(*) from documents where collection = ?', collection.id),
      ),
    countRange(collection, index, { from, below }, most = Infinity) {
      const [table, column, owner] =
        index.id === 0 ? ['documents', 'id', collection.id] : ['entries', 'key', index.id];
      const scope = index.id === 0 ? 'collection' : 'index_id';
      const within = `from ${table} where ${scope} = ? and ${column} >= ? and ${column} < ?`;
      const sql = `select count(*) from (select 1 ${within} limit ?)`;
      // A negative limit is none.
      const limit = Number.isFinite(most) ? most : -1;
      return numberOf(connection.row(sql, owner, from, below, limit));
    },
  };
}

/** The cache as readers use it; `isOpen` is false while something uncommitted can be seen. */
export type ReadCache = Pick<Cache, 'get' | 'keep' | 'keepIfRoom'>;

const PIECE_MAX = 1000;

/** Bodies are asked for with the rows only where no cache is likely to have them. */
const columnsFor = (cache?: ReadCache) => (key: 'id' | 'key') =>
  `n, version, ${key}${cache ? '' : ', body'}`;

function storedOf(connection: Connection, row: Row, cache?: ReadCache): Stored {
  // The columns of every document query, as the writer wrote them; see columnsFor.
  const [n, version, , body] = row as [number, number, Buffer | null, string?];
  const kept = cache?.get(n);
  if (kept && kept.version === version) return kept;
  const text = body ?? bodyOf(connection, n);
  return { n, version, text, doc: decodeEjson(text, 0) as Doc };
}

/** Of a row that was just read. */
const bodyOf = (connection: Connection, n: number) =>
  String(connection.row('select body from documents where n = ?', n)?.[0]);

function* sweep(connection: Connection, collection: Collection, cache?: ReadCache) {
  const end = firstN(collection.id + 1);
  let next = firstN(collection.id);
  for (;;) {
    const rows = connection.rows(
      'select n, version, null, body from documents where n >= ? and n < ? order by n limit ?',
      next,
      end,
      PIECE_MAX,
    );
    for (const row of rows) {
      const stored = storedOf(connection, row, cache);
      cache?.keepIfRoom(stored);
      yield stored;
    }
    if (rows.length < PIECE_MAX) return;
    next = numberOf(rows.at(-1)) + 1;
  }
}

function* range(connection: Connection, scan: RangeScan, cache?: ReadCache): Generator<Stored> {
  const { from, below } = scan.range;
  const [beyond, order] = scan.isReversed ? ['<', 'desc'] : ['>', ''];
  const bound = scan.isReversed ? 'key >= ?' : 'key < ?';
  // CROSS JOIN keeps SQLite to the order of the entries; one statement costs less than one a document.
  const sql = `select ${columnsFor(cache)('key')} from entries cross join documents using (n)
    where index_id = ? and ${bound} and (key, n) ${beyond} (?, ?)
    order by key ${order}, n ${order} limit ?`;
  const bounds = (key: SqlValue, n: SqlValue) => [scan.isReversed ? from : below, key, n];
  let place = bounds(scan.isReversed ? below : from, -1);
  for (const piece of pieces(scan.expected)) {
    const rows = connection.rows(sql, scan.index.id, ...place, piece);
    yield* found(connection, rows, cache);
    const last = rows.at(-1);
    if (!last || rows.length < piece) return;
    place = bounds(last[2] ?? null, last[0] ?? null);
  }
}

function* idRange(connection: Connection, scan: RangeScan, cache?: ReadCache): Generator<Stored> {
  let { from, below } = scan.range;
  const order = scan.isReversed ? 'desc' : '';
  const sql = `select ${columnsFor(cache)('id')} from documents
    where collection = ? and id >= ? and id < ? order by id ${order} limit ?`;
  for (const piece of pieces(scan.expected)) {
    const rows = connection.rows(sql, scan.collection.id, from, below, piece);
    yield* found(connection, rows, cache);
    if (rows.length < piece) return;
    // `id` is a blob column; the least bytes after a key are the key and a zero.
    const last = rows.at(-1)?.[2] as Buffer;
    if (scan.isReversed) below = last;
    else from = Buffer.concat([last, Buffer.of(0)]);
  }
}

function* found(connection: Connection, rows: Row[], cache?: ReadCache): Generator<Stored> {
  for (const row of rows) {
    const stored = storedOf(connection, row, cache);
    cache?.keep(stored);
    yield stored;
  }
}

/** How many rows to read at a time: as expected at first, then growing. */
function* pieces(expected: number): Generator<number> {
  let piece = Math.min(expected, PIECE_MAX);
  for (;;) {
    yield piece;
    piece = Math.min(piece * 4, PIECE_MAX);
  }
}

/** The first column, where it is a number by the query. */
const numberOf = (row: Row | undefined): number => Number(row?.[0] ?? 0);
