import type { Connection } from './connection';
import { collectionExists, collectionMissing, invalidParam } from './errors';
import { COLLECTION_NAME_BYTES_MAX } from './limits';
import { firstN, idIndex } from './shape';
import type { Collection, Index, IndexField, IndexShape } from './shape';

/** Collections and their indexes: in memory, and in the file's tables. */
export interface Catalog {
  /** Throws DATABASE_COLLECTION_NOT_EXIST. */
  need(name: string): Collection;
  find(name: string): Collection | undefined;
  list(): Collection[];
  /** Within a write; throws when the collection is there or its name is no name. */
  create(name: string): Collection;
  /** Within a write. The index is empty and not yet among the collection's. */
  createIndex(collection: Collection, shape: IndexShape, since: number): Index;
  /** Within a write: removes the index and its entries from the file. */
  dropIndex(collection: Collection, index: Index): void;
  /** Within a write. */
  saveMultikey(index: Index, multikey: number): void;
  /** The write came through: memory and file agree. */
  committed(): void;
  /** A write was undone: reads again what it had changed here. */
  undone(): void;
  /** Reads everything again. */
  reload(): void;
}

/** The catalog of a file; reads it at once. */
export function createCatalog(connection: Connection): Catalog {
  const collections = new Map<string, Collection>();
  // Indexes made since the file was opened, by id; all others are older than any snapshot.
  const sinceById = new Map<number, number>();
  let isChanged = false;
  const catalog: Catalog = {
    need(name) {
      const collection = collections.get(name);
      if (!collection) throw collectionMissing();
      return collection;
    },
    find: (name) => collections.get(name),
    list: () => [...collections.values()],
    create(name) {
      checkName(name);
      if (collections.has(name)) throw collectionExists();
      isChanged = true;
      const [id] = connection.row('insert into collections(name) values(?) returning id', name) as [
        number,
      ];
      const collection = { id, name, indexes: [idIndex], nextN: firstN(id) };
      collections.set(name, collection);
      return collection;
    },
    createIndex(collection, shape, since) {
      isChanged = true;
      const index = insertIndex(connection, collection, shape, since);
      sinceById.set(index.id, since);
      return index;
    },
    dropIndex(collection, index) {
      isChanged = true;
      connection.run('delete from entries where index_id = ?', index.id);
      connection.run('delete from indexes where id = ?', index.id);
      collection.indexes = collection.indexes.filter((kept) => kept !== index);
    },
    saveMultikey(index, multikey) {
      isChanged = true;
      index.multikey |= multikey;
      connection.run('update indexes set multikey = ? where id = ?', index.multikey, index.id);
    },
    committed() {
      isChanged = false;
    },
    undone() {
      if (isChanged) read();
    },
    reload: read,
  };
  read();
  return catalog;

  function read(): void {
    const kept = new Map(collections);
    collections.clear();
    for (const collection of readCollections(connection, sinceById)) {
      // Those who hold a collection across this keep on seeing it as it is.
      const known = kept.get(collection.name);
      const same = known?.id === collection.id ? known : undefined;
      collections.set(collection.name, same ? Object.assign(same, collection) : collection);
    }
  }
}

function insertIndex(
  connection: Connection,
  collection: Collection,
  shape: IndexShape,
  since: number,
): Index {
  const unique = shape.unique === true;
  const [id] = connection.row(
    `insert into indexes(collection, name, fields, is_unique, multikey)
     values(?, ?, ?, ?, 0) returning id`,
    collection.id,
    shape.name,
    JSON.stringify(shape.fields),
    unique ? 1 : 0,
  ) as [number];
  return { id, name: shape.name, fields: shape.fields, unique, multikey: 0, since };
}

function readCollections(connection: Connection, sinceById: Map<number, number>): Collection[] {
  const indexes = new Map<number, Index[]>();
  const indexRows = connection.rows(
    'select id, collection, name, fields, is_unique, multikey from indexes order by id',
  ) as [number, number, string, string, number, number][];
  for (const [id, collectionId, name, fields, isUnique, multikey] of indexRows) {
    const list = indexes.get(collectionId) ?? [];
    // The column was written by insertIndex from a checked shape.
    const parsed = JSON.parse(fields) as IndexField[];
    const since = sinceById.get(id) ?? 0;
    list.push({ id, name, fields: parsed, unique: isUnique === 1, multikey, since });
    indexes.set(collectionId, list);
  }
  const rows = connection.rows('select id, name from collections order by id') as [
    number,
    string,
  ][];
  return rows.map(([id, name]) => ({
    id,
    name,
    indexes: [idIndex, ...(indexes.get(id) ?? [])],
    nextN: nextN(connection, id),
  }));
}

function nextN(connection: Connection, collectionId: number): number {
  const last = connection.row(
    'select max(n) from documents where n >= ? and n < ?',
    firstN(collectionId),
    firstN(collectionId + 1),
  )?.[0];
  return typeof last === 'number' ? last + 1 : firstN(collectionId);
}

/** MongoDB's rules for names of collections. */
function checkName(name: string): void {
  const isBad =
    name === '' ||
    name.startsWith('system.') ||
    /[$\0]/.test(name) ||
    Buffer.byteLength(name) > COLLECTION_NAME_BYTES_MAX;
  if (isBad) throw invalidParam(`collectionName "${name.slice(0, 40)}" is not a collection's name`);
}
