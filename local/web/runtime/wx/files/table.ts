/** One object store of the frame's IndexedDB database: text or bytes by key, written in order. */
export interface Table<V> {
  load(): Promise<Map<string, V>>;
  /** Resolves once the browser says the value is on disk; rejects when the disk is full. */
  put(key: string, value: V): Promise<void>;
  remove(key: string): Promise<void>;
  /** Puts and removes in one transaction: all or nothing. */
  change(puts: Map<string, V>, removals: string[]): Promise<void>;
}

const TABLE_NAMES = ['storage', 'files'] as const;

/** Opens a table of the frame's own database; the database is made on the first use. */
export function openTable<V>(frame: string, name: (typeof TABLE_NAMES)[number]): Table<V> {
  const change = async (puts: Map<string, V>, removals: string[]) => {
    const transaction = (await database(frame)).transaction(name, 'readwrite', {
      durability: 'strict',
    });
    const store = transaction.objectStore(name);
    for (const key of removals) store.delete(key);
    for (const [key, value] of puts) store.put(value, key);
    const committed = finished(transaction);
    // Asked for at once, so that the browser goes on even if the page is left right now.
    transaction.commit();
    await committed;
  };
  return {
    load: async () => {
      const store = (await database(frame)).transaction(name).objectStore(name);
      const [keys, values] = await Promise.all([
        answered(store.getAllKeys()),
        answered(store.getAll() as IDBRequest<V[]>),
      ]);
      // getAll answers in the order of getAllKeys, one value a key.
      return new Map(keys.map((key, position) => [String(key), values[position] as V]));
    },
    put: (key, value) => change(new Map([[key, value]]), []),
    remove: (key) => change(new Map(), [key]),
    change,
  };
}

const databases = new Map<string, Promise<IDBDatabase>>();

function database(frame: string): Promise<IDBDatabase> {
  const known = databases.get(frame);
  if (known) return known;
  const opening = indexedDB.open(`wx:${frame}`, 1);
  opening.onupgradeneeded = () => {
    for (const name of TABLE_NAMES) opening.result.createObjectStore(name);
  };
  const opened = answered<IDBDatabase>(opening);
  databases.set(frame, opened);
  return opened;
}

function answered<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('the request failed'));
  });
}

function finished(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('the write was aborted'));
  });
}
