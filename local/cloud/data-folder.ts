import { accessSync, constants, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { codeOf } from './durable-file';
import { CloudError } from './errors';

/** A data folder that only this cloud may use until it is released. */
export interface DataFolder {
  release(): void;
}

/**
 * Makes the folder and takes it for this process. The lock is SQLite's own on a small file: the system
 * drops it when the process dies in whatever way, so a lock never outlives its holder and a reused
 * process id cannot be taken for one. The pid beside it only serves the message.
 * Throws DATA_FOLDER_LOCKED (naming the other's pid) or DATA_FOLDER_UNWRITABLE.
 */
export function takeDataFolder(dataDir: string): DataFolder {
  makeWritable(dataDir);
  const pidFile = join(dataDir, 'cloud.pid');
  const lock = openLock(join(dataDir, 'cloud.lock'), pidFile);
  writeFileSync(pidFile, String(process.pid));
  return {
    release() {
      rmSync(pidFile, { force: true });
      lock.close();
    },
  };
}

function openLock(path: string, pidFile: string): Database.Database {
  let lock: Database.Database | undefined;
  try {
    lock = new Database(path, { timeout: 0 });
    lock.exec('PRAGMA journal_mode = OFF; BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock?.close();
    if (codeOf(error) !== 'SQLITE_BUSY') throw unwritable(path, error);
    const holder = pidIn(pidFile);
    const message = `data folder is in use by another cloud${holder}; stop that one first`;
    throw new CloudError('DATA_FOLDER_LOCKED', message);
  }
}

function makeWritable(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true });
    accessSync(dataDir, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw unwritable(dataDir, error);
  }
}

function unwritable(path: string, error: unknown): CloudError {
  const reason = error instanceof Error ? error.message : String(error);
  return new CloudError('DATA_FOLDER_UNWRITABLE', `cannot write in ${path}: ${reason}`);
}

function pidIn(pidFile: string): string {
  try {
    return ` (process ${readFileSync(pidFile, 'utf8')})`;
  } catch {
    // The holder may be between its lock and its pid file.
    return '';
  }
}
