// The folder that `npm start` keeps everything in: what is its own, and whether somebody works in it.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'libsql';

const own = ['cloud', 'center', 'secrets-key', 'cloud.log', 'center.log', 'web.log'];

export function openData(folder) {
  const at = (name) => path.join(folder, name);
  // Stands while the sample county is being written: what was broken off half-way is started over.
  const underWay = at('seed-under-way');
  return {
    /** Begins anew where that is asked for; answers whether the cloud is to be filled. */
    prepare({ isFresh }) {
      if (isFresh || existsSync(underWay)) clear();
      mkdirSync(folder, { recursive: true });
      return !existsSync(at('cloud'));
    },
    /** Marks the folder as half filled until `fill` is through. */
    async filling(fill) {
      // On disk before the cloud is told that nothing else need be.
      writeFileSync(underWay, '', { flush: true });
      await fill();
      rmSync(underWay);
    },
    /** The key that channels' secrets are encrypted with; it lives as long as the data does. */
    secretsKey() {
      const file = at('secrets-key');
      if (!existsSync(file)) {
        writeFileSync(file, randomBytes(32).toString('base64'), { mode: 0o600 });
      }
      return readFileSync(file, 'utf8');
    },
    isInUse: () => isLocked(at('cloud/cloud.lock')),
  };

  /** Nothing but what was put there: the folder may be anybody's. */
  function clear() {
    for (const name of own) rmSync(at(name), { recursive: true, force: true });
    rmSync(underWay, { force: true });
  }
}

/** The cloud holds SQLite's lock on this file as long as it lives (local/cloud/data-folder.ts). */
function isLocked(file) {
  if (!existsSync(file)) return false;
  const lock = new Database(file, { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE; ROLLBACK');
    return false;
  } catch {
    return true;
  } finally {
    lock.close();
  }
}
