/**
 * One connection to the SQLite file. WAL lets snapshot readers and the writer go on side by side. It opens
 * with synchronous=FULL, so that file and log are on disk; the engine syncs the log of what comes later
 * by itself. Temporary tables stay in memory, so no stray files appear. Statements are always read to the
 * end: one left half read would keep its snapshot open and block checkpoints.
 */
import Libsql from 'libsql';

/** What SQLite takes and gives: blobs are Buffers. */
export type SqlValue = number | string | Buffer | null;
export type Row = SqlValue[];

export interface Connection {
  /** All rows of a query, each as an array of its columns. */
  rows(sql: string, ...values: SqlValue[]): Row[];
  row(sql: string, ...values: SqlValue[]): Row | undefined;
  run(sql: string, ...values: SqlValue[]): void;
  exec(sql: string): void;
  readonly inTransaction: boolean;
  close(): void;
}

/** How long SQLite itself waits for another program's lock, in milliseconds. */
const BUSY_MS = 1_000;

/** Opens the writing connection and the schema; throws SQLite's errors. */
export function openConnection(file: string, cacheKib: number): Connection {
  const database = new Libsql(file, { timeout: BUSY_MS });
  try {
    database.pragma('journal_mode=WAL');
    database.pragma('synchronous=FULL');
    database.pragma('temp_store=MEMORY');
    database.pragma(`cache_size=-${cacheKib}`);
  } catch (error) {
    database.close();
    throw error;
  }
  return connectionOf(database);
}

function connectionOf(database: Libsql.Database): Connection {
  const statements = new Map<string, Libsql.Statement>();
  const prepared = (sql: string): Libsql.Statement => {
    let statement = statements.get(sql);
    if (!statement) {
      statement = database.prepare(sql);
      if (statement.reader) statement.raw();
      statements.set(sql, statement);
    }
    return statement;
  };
  // Values go in as one array: the driver takes a lone object, a Buffer too, for named values.
  // Rows in raw form are arrays of SqlValue, as SQLite has no other kinds.
  return {
    rows: (sql, ...values) => prepared(sql).all(values) as Row[],
    row: (sql, ...values) => prepared(sql).get(values) as Row | undefined,
    run: (sql, ...values) => void prepared(sql).run(values),
    exec: (sql) => void database.exec(sql),
    get inTransaction() {
      return database.inTransaction;
    },
    close() {
      statements.clear();
      database.close();
    },
  };
}
