/**
 * Where `wx` storage lies: localStorage, one namespace a frame, because only that can be written
 * synchronously. A browser gives all frames of a page together about 5 million characters there,
 * less than one phone's 10 MB, so a value that no longer fits goes to IndexedDB; such values are in memory
 * from `ready` on.
 */
import { ApiFault } from '../fault';
import { openTable, type Table } from '../files/table';

/** All values together; source: documentation of wx.setStorage. Lowered by a test's knob. */
export const STORAGE_BYTES_MAX = 10 * 1024 * 1024;
/** One key; source: documentation of wx.setStorage. */
export const STORAGE_KEY_BYTES_MAX = 1024 * 1024;

export interface StorageArea {
  /** Keys in the order they were first set. */
  keys(): string[];
  /** Text of a key; undefined when it was never set. */
  read(key: string): string | undefined;
  /** Throws ApiFault when the value or the whole is too large. Resolves once the value is on disk. */
  write(key: string, text: string): Promise<void>;
  remove(key: string): void;
  clear(): void;
  /** Bytes in use, keys included. */
  bytesUsed(): number;
  bytesMax(): number;
  /** Sets the quota in bytes; undefined sets WeChat's own again. */
  limit(bytes: number | undefined): void;
  /** Resolves when values that lie outside localStorage can be read. */
  readonly ready: Promise<void>;
}

/** Opens the storage of a frame. */
export function openStorageArea(frame: string): StorageArea {
  const prefix = `wx:${frame}:`;
  const overflow = openOverflow(frame);
  const sizes = readSizes(prefix, overflow);
  let max = STORAGE_BYTES_MAX;

  const bytesUsed = () => [...sizes.values()].reduce((sum, bytes) => sum + bytes, 0);
  const checkRoom = (key: string, bytes: number) => {
    if (bytes > STORAGE_KEY_BYTES_MAX) throw new ApiFault('entry size limit reached');
    if (bytesUsed() - (sizes.get(key) ?? 0) + bytes > max) {
      throw new ApiFault('exceed storage max size 10Mb');
    }
  };
  const remove = (key: string) => {
    localStorage.removeItem(prefix + key);
    overflow.remove(key);
    sizes.delete(key);
  };
  return {
    keys: () => [...sizes.keys()],
    read: (key) => {
      const kept = localStorage.getItem(prefix + key);
      return kept === null || kept.startsWith(ELSEWHERE) ? overflow.read(key) : kept;
    },
    write: (key, text) => {
      const bytes = byteLength(key) + byteLength(text);
      checkRoom(key, bytes);
      sizes.set(key, bytes);
      if (fits(prefix + key, text)) {
        overflow.remove(key);
        return Promise.resolve();
      }
      localStorage.setItem(prefix + key, `${ELSEWHERE}${bytes}`);
      return overflow.write(key, text);
    },
    remove,
    clear: () => [...sizes.keys()].forEach(remove),
    bytesUsed,
    bytesMax: () => max,
    limit: (bytes) => {
      max = bytes ?? STORAGE_BYTES_MAX;
    },
    ready: overflow.ready,
  };
}

// Marks a key whose value lies in IndexedDB; followed by the value's size in bytes.
const ELSEWHERE = '\u0000elsewhere:';

function fits(fullKey: string, text: string): boolean {
  try {
    localStorage.setItem(fullKey, text);
    return true;
  } catch {
    // The browser's own limit is reached: the old value must not stay behind.
    localStorage.removeItem(fullKey);
    return false;
  }
}

function readSizes(prefix: string, overflow: Overflow): Map<string, number> {
  const sizes = new Map<string, number>();
  for (const fullKey of Object.keys(localStorage).filter((name) => name.startsWith(prefix))) {
    const key = fullKey.slice(prefix.length);
    const text = localStorage.getItem(fullKey) ?? '';
    const isElsewhere = text.startsWith(ELSEWHERE);
    if (isElsewhere) overflow.expect(key);
    sizes.set(
      key,
      isElsewhere ? Number(text.slice(ELSEWHERE.length)) : byteLength(key) + byteLength(text),
    );
  }
  return sizes;
}

interface Overflow {
  expect(key: string): void;
  read(key: string): string | undefined;
  write(key: string, text: string): Promise<void>;
  remove(key: string): void;
  readonly ready: Promise<void>;
}

function openOverflow(frame: string): Overflow {
  const values = new Map<string, string>();
  const expected = new Set<string>();
  let isReady = false;
  const table: Table<string> = openTable(frame, 'storage');
  const ready = table.load().then((rows) => {
    for (const [key, text] of rows)
      if (expected.has(key) && !values.has(key)) values.set(key, text);
    isReady = true;
  });
  return {
    ready,
    expect: (key) => void expected.add(key),
    read: (key) => {
      if (expected.has(key) && !values.has(key) && !isReady) {
        throw new ApiFault('the value is still being loaded; read it from App.onLaunch on');
      }
      return values.get(key);
    },
    write: (key, text) => {
      expected.add(key);
      values.set(key, text);
      return table.put(key, text);
    },
    remove: (key) => {
      if (!expected.delete(key)) return;
      values.delete(key);
      void table.remove(key);
    },
  };
}

const encoder = new TextEncoder();

function byteLength(text: string): number {
  return encoder.encode(text).byteLength;
}
