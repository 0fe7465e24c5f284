import { callSafely } from './api';

/** A set of listeners behind one `wx.onX` / `wx.offX` pair. */
export interface Listeners<T> {
  on(listener: (happening: T) => void): void;
  /** Without a listener all are removed, as documented. */
  off(listener?: (happening: T) => void): void;
  emit(happening: T): void;
  size(): number;
}

/** Listeners in order of registration; one that throws does not keep the others from hearing. */
export function createListeners<T>(): Listeners<T> {
  const listeners = new Set<(happening: T) => void>();
  return {
    on: (listener) => void listeners.add(listener),
    off: (listener) => void (listener ? listeners.delete(listener) : listeners.clear()),
    emit: (happening) => [...listeners].forEach((listener) => callSafely(listener, happening)),
    size: () => listeners.size,
  };
}
