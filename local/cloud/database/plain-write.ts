import { transactionConflict } from './errors';
import { LOCK_WAIT_MS_MAX } from './limits';
import { LockMet } from './lock';
import type { Locks } from './lock';
import type { Collection, Stored } from './shape';
import { locksOf } from './transaction';
import type { Target, View } from './view';
import { applyWrites } from './write';
import type { WriteTarget } from './write';
import type { Writer } from './writer';

export interface PlainWrites {
  /** Does a write, again after each lock that it meets; a conflict when its time is up. */
  run<T>(work: (target: Target) => T): Promise<T>;
}

export interface PlainWritesParts {
  view: View;
  locks: Locks;
  writer: Writer;
  target: WriteTarget;
  lockWaitMs?: number;
}

/** Writes outside transactions: into the file at once, and never past a transaction's lock. */
export function createPlainWrites(parts: PlainWritesParts): PlainWrites {
  const { view, locks, writer, lockWaitMs = LOCK_WAIT_MS_MAX } = parts;
  const write = (change: {
    collection: Collection;
    before: Stored | undefined;
    doc: Stored['doc'] | undefined;
    text: string;
  }): void => {
    const keys = locksOf(change.collection, change.before, change.doc);
    if (locks.areHeld(keys)) throw new LockMet(keys);
    applyWrites(parts.target, [change]);
  };
  const target: Target = {
    view,
    put: (collection, before, doc, text) => write({ collection, before, doc, text }),
    remove: (collection, before) => write({ collection, before, doc: undefined, text: '' }),
  };
  return {
    async run(work) {
      const deadline = performance.now() + lockWaitMs;
      for (;;) {
        try {
          return await writer.submit(() => work(target));
        } catch (error) {
          if (!(error instanceof LockMet)) throw error;
          if (!locks.areHeld(error.keys)) continue;
          const leftMs = deadline - performance.now();
          if (leftMs <= 0 || !(await locks.nextRelease(leftMs))) throw transactionConflict();
        }
      }
    },
  };
}
