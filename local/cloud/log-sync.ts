/**
 * Puts SQLite's write-ahead log on disk beside the event loop. With synchronous=FULL each COMMIT would wait
 * for the disk itself, and everybody with it; with NORMAL it only appends to the log, and who committed is
 * answered after the sync here. Commits that come while the disk is busy share the next one. The log is
 * written in order, so whatever is on disk stands on what it was built on.
 */
import { closeSync, fdatasync, openSync } from 'node:fs';
import { promisify } from 'node:util';
import { shareNext } from './share-next';

export interface LogSync {
  /** Resolves when all that was committed before this call is on disk. */
  synced(): Promise<void>;
  /** Turned off, it answers at once: for who fills a cloud that can be filled anew. */
  setOn(isOn: boolean): void;
  /** Lets go of the log when those who wait are answered. */
  close(): void;
}

/** The disk, and what becomes of a cloud whose disk fails; tests give their own. */
export interface Disk {
  sync(file: number): Promise<void>;
  failed(error: unknown): void;
}

const disk: Disk = {
  sync: promisify(fdatasync),
  // After a failed sync nobody can tell what is on disk and what only looks so. The cloud ends, and finds
  // out at its next start; whoever was not answered asks again.
  failed: (error) =>
    void process.nextTick(() => {
      throw error;
    }),
};

/** The log beside a database file that is open and was written to, so that the log is there. */
export function openLogSync(databaseFile: string, { sync, failed } = disk): LogSync {
  // Windows syncs only what it may write.
  const log = openSync(`${databaseFile}-wal`, 'r+');
  const onDisk = shareNext(async () => {
    try {
      await sync(log);
    } catch (error) {
      failed(error);
      await never;
    }
  });
  let isOn = true;
  return {
    synced: () => (isOn ? onDisk() : Promise.resolve()),
    setOn: (wanted) => void (isOn = wanted),
    close: () => void onDisk().then(() => closeSync(log)),
  };
}

const never = new Promise<never>(() => undefined);
