/**
 * Locks that transactions hold on documents and on unique keys until they end. Transactions never
 * wait for each other (the later one is told of a conflict); plain writes wait, as MongoDB's do.
 */

export interface Locks {
  /** Takes all for this owner, or none: false when another holds one of them. */
  take(keys: readonly string[], owner: string): boolean;
  /** True when somebody other than the owner holds one of them. */
  areHeld(keys: readonly string[], owner?: string): boolean;
  /** Lets go of all that the owner holds. */
  release(owner: string): void;
  /** Resolves to true as soon as anything is released, to false after so many milliseconds. */
  nextRelease(waitMs: number): Promise<boolean>;
}

/** No locks held. */
export function createLocks(): Locks {
  const owners = new Map<string, string>();
  const held = new Map<string, string[]>();
  const waiters = new Set<() => void>();
  const areHeld = (keys: readonly string[], owner?: string): boolean =>
    keys.some((key) => owners.has(key) && owners.get(key) !== owner);
  return {
    areHeld,
    take(keys, owner) {
      if (areHeld(keys, owner)) return false;
      const mine = held.get(owner) ?? [];
      held.set(owner, mine);
      for (const key of keys) {
        if (owners.has(key)) continue;
        owners.set(key, owner);
        mine.push(key);
      }
      return true;
    },
    release(owner) {
      for (const key of held.get(owner) ?? []) owners.delete(key);
      held.delete(owner);
      const woken = [...waiters];
      waiters.clear();
      for (const wake of woken) wake();
    },
    nextRelease: (waitMs) =>
      new Promise((resolve) => {
        const wake = (): void => {
          clearTimeout(timer);
          resolve(true);
        };
        const timer = setTimeout(() => {
          waiters.delete(wake);
          resolve(false);
        }, waitMs);
        waiters.add(wake);
      }),
  };
}

/** Thrown by a plain write that met a lock: its job is undone, and done again after a release. */
export class LockMet extends Error {
  constructor(readonly keys: readonly string[]) {
    super('a document is held by a transaction');
  }
}
