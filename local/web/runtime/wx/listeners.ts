import { callSafely } from './api';

/** A set of listeners behind one `wx.onX` / `wx.offX` pair. */
export interface Listeners<T> {
  on(listener: (happening: T) => void): void;
  /**
   * Without a listener all are removed, as documented. Any function is taken, since the typings give some
   * off-listeners another happening than the on-listeners they remove.
   */
  off(listener?: (happening: never) => void): void;
  emit(happening: T): void;
  size(): number;
}

/** Listeners in order of registration; one that throws does not keep the others from hearing. */
export function createListeners<T>(): Listeners<T> {
  const listeners = new Set<(happening: T) => void>();
  return {
    on: (listener) => void listeners.add(listener),
    off: (listener) => {
      if (!listener) return listeners.clear();
      // Only compared, never called.
      listeners.delete(listener as (happening: T) => void);
    },
    emit: (happening) => [...listeners].forEach((listener) => callSafely(listener, happening)),
    size: () => listeners.size,
  };
}
