import Database from 'libsql';
import { openLogSync } from '../log-sync';
import { createCommitGroup, type CommitGroup } from './commit-group';

/** What is kept of a file besides its bytes. */
export interface StoredFile {
  path: string;
  /** Name of the file with the bytes in the blobs folder; several paths may share one after a copy. */
  blob: string;
  sizeBytes: number;
  /** Hexadecimal; the ETag, as COS has it for files of one part. */
  md5: string;
  contentType: string;
  /** The phone that uploaded it; null for a function. */
  openid: string | null;
  /** Epoch ms, cloud's time. */
  createdAt: number;
}

/**
 * Which paths exist. A file is stored when its row is committed, and not before: the bytes are on disk
 * by then. `put` and `remove` belong into a `change`; they return the blobs that no path uses any longer.
 */
export interface Catalog extends Pick<CommitGroup, 'change'> {
  find(path: string): StoredFile | undefined;
  put(file: StoredFile): string[];
  remove(path: string): string[];
  blobs(): Set<string>;
  clear(): void;
  close(): void;
}

/** Opens or makes the catalog. */
export function openCatalog(file: string): Catalog {
  const db = new Database(file);
  // FULL, so that table and log are on disk.
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
  db.exec(
    `CREATE TABLE IF NOT EXISTS files (path TEXT PRIMARY KEY, blob TEXT NOT NULL,
       sizeBytes INTEGER NOT NULL, md5 TEXT NOT NULL, contentType TEXT NOT NULL, openid TEXT,
       createdAt INTEGER NOT NULL) WITHOUT ROWID;
     CREATE INDEX IF NOT EXISTS files_by_blob ON files (blob)`,
  );
  const select = db.prepare(
    'SELECT path, blob, sizeBytes, md5, contentType, openid, createdAt FROM files WHERE path = ?',
  );
  const replace = db.prepare('INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?, ?)');
  const drop = db.prepare('DELETE FROM files WHERE path = ?');
  const user = db.prepare('SELECT 1 AS used FROM files WHERE blob = ? LIMIT 1');

  // The row has the shape of the SELECT above.
  const find = (path: string) => select.all(path)[0] as StoredFile | undefined;
  const unused = (blob: string | undefined) =>
    blob !== undefined && user.all(blob).length === 0 ? [blob] : [];

  const log = openLogSync(file);
  // From here on the log is synced by ourselves.
  db.exec('PRAGMA synchronous = NORMAL');
  const { change, flush } = createCommitGroup(db, log);
  return {
    find,
    change,
    put(file) {
      const before = find(file.path);
      const { path, blob, sizeBytes, md5, contentType, openid, createdAt } = file;
      replace.run(path, blob, sizeBytes, md5, contentType, openid, createdAt);
      return unused(before?.blob);
    },
    remove(path) {
      const before = find(path);
      drop.run(path);
      return unused(before?.blob);
    },
    blobs() {
      const rows = db.prepare('SELECT DISTINCT blob FROM files').all();
      // The row has the shape of the SELECT above.
      return new Set(rows.map((row) => (row as { blob: string }).blob));
    },
    clear: () => void db.exec('DELETE FROM files'),
    close() {
      flush();
      log.close();
      db.close();
    },
  };
}
