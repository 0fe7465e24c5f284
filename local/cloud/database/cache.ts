import type { Stored } from './shape';

/**
 * Decoded documents by row number, the committed ones only. Kept within a bound of text bytes;
 * what was read longest ago goes first.
 */
export interface Cache {
  get(n: number): Stored | undefined;
  /** Makes room for it. */
  keep(stored: Stored): void;
  /** Keeps it only while there is room: a sweep must not drive out what is read often. */
  keepIfRoom(stored: Stored): void;
  forget(n: number): void;
  clear(): void;
}

/** An empty cache for so many bytes of EJSON text. */
export function createCache(bytesMax: number): Cache {
  const documents = new Map<number, Stored>();
  let bytes = 0;
  const forget = (n: number): void => {
    const stored = documents.get(n);
    if (!stored) return;
    bytes -= stored.text.length;
    documents.delete(n);
  };
  const add = (stored: Stored): void => {
    forget(stored.n);
    bytes += stored.text.length;
    documents.set(stored.n, stored);
  };
  return {
    get(n) {
      const stored = documents.get(n);
      if (stored) {
        // The map's order is the order of use.
        documents.delete(n);
        documents.set(n, stored);
      }
      return stored;
    },
    keep(stored) {
      if (stored.text.length > bytesMax / 8) return forget(stored.n);
      add(stored);
      for (const n of documents.keys()) {
        if (bytes <= bytesMax) break;
        forget(n);
      }
    },
    keepIfRoom(stored) {
      if (bytes + stored.text.length <= bytesMax) add(stored);
    },
    forget,
    clear() {
      documents.clear();
      bytes = 0;
    },
  };
}
