import { openConnection } from './connection';
import type { Connection } from './connection';
import { IDLE_READERS_MAX } from './limits';
import { createReader } from './reader';
import type { Reader } from './reader';

/** The committed documents as they were at one moment. */
export interface Snapshot {
  readonly reader: Reader;
  /** Gives it back; it must not be read afterwards. */
  release(): void;
}

export interface Snapshots {
  /** As of now. */
  take(): Snapshot;
  close(): void;
}

const CACHE_KIB = 512;

/** Snapshots of a file: SQLite's own, each a connection within BEGIN; a few are kept open. */
export function createSnapshots(file: string): Snapshots {
  const idle: Connection[] = [];
  const taken = new Set<Connection>();
  return {
    take() {
      const connection = idle.pop() ?? openConnection(file, CACHE_KIB);
      connection.run('begin');
      // SQLite fixes the snapshot at the first read.
      connection.row('select 1 from collections limit 1');
      taken.add(connection);
      const reader = createReader(connection);
      return {
        reader,
        release() {
          if (!taken.delete(connection)) return;
          connection.run('rollback');
          if (idle.length < IDLE_READERS_MAX) idle.push(connection);
          else connection.close();
        },
      };
    },
    close() {
      for (const connection of [...idle, ...taken]) connection.close();
      idle.length = 0;
      taken.clear();
    },
  };
}
