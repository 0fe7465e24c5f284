import { CloudError } from '../errors';
import { invalidParam, requestFailed } from './errors';
import { INDEX_FIELDS_MAX, INDEXES_MAX } from './limits';
import type { Collection, CollectionShape, Index, IndexField, IndexShape } from './shape';
import { addToIndex } from './write';
import type { WriteTarget } from './write';

export interface SchemaChange {
  collections: CollectionShape[];
  /** Drops the other indexes of the collections that are named. */
  dropOthers: boolean;
  /** Creates the collections that are missing; otherwise they are an error. */
  createCollections: boolean;
}

/** Within a write. Does nothing where the schema is so already. */
export function applySchema(target: WriteTarget, change: SchemaChange): void {
  const { catalog } = target;
  for (const shape of change.collections) {
    const isMissing = change.createCollections && !catalog.find(shape.name);
    const collection = isMissing ? catalog.create(shape.name) : catalog.need(shape.name);
    if (change.dropOthers) {
      const names = new Set(shape.indexes.map((index) => index.name));
      for (const index of indexesMade(collection)) {
        if (!names.has(index.name)) catalog.dropIndex(collection, index);
      }
    }
    for (const index of shape.indexes) setIndex(target, collection, index);
  }
}

/** Reads `{collections: [{name, indexes: [{name, fields, unique?}]}]}`; throws INVALID_PARAM. */
export function schemaOf(given: unknown): CollectionShape[] {
  if (!isRecord(given) || !Array.isArray(given.collections)) {
    throw invalidParam('schema: `collections` must be a list');
  }
  return given.collections.map((entry: unknown) => {
    if (!isRecord(entry) || typeof entry.name !== 'string') {
      throw invalidParam('schema: each collection needs a `name`');
    }
    return { name: entry.name, indexes: indexShapesOf(entry.name, entry.indexes ?? []) };
  });
}

/** Reads a list of `{name, fields: [{path, direction}], unique?}`; throws INVALID_PARAM. */
export function indexShapesOf(collection: string, given: unknown): IndexShape[] {
  if (!Array.isArray(given)) throw invalidParam(`schema: indexes of ${collection} must be a list`);
  if (given.length + 1 > INDEXES_MAX) {
    throw invalidParam(`schema: ${collection} has more than ${INDEXES_MAX} indexes`);
  }
  return given.map((entry: unknown) => {
    const place = `schema: an index of ${collection}`;
    if (!isRecord(entry) || typeof entry.name !== 'string' || entry.name === '_id_') {
      throw invalidParam(`${place} needs a \`name\` other than _id_`);
    }
    if (!Array.isArray(entry.fields) || entry.fields.length === 0) {
      throw invalidParam(`${place} needs \`fields\``);
    }
    if (entry.fields.length > INDEX_FIELDS_MAX) {
      throw invalidParam(`${place} has more than ${INDEX_FIELDS_MAX} fields`);
    }
    const fields = entry.fields.map((field: unknown) => fieldOf(field, place));
    return { name: entry.name, fields, unique: entry.unique === true };
  });
}

function fieldOf(field: unknown, place: string): IndexField {
  const isPath = isRecord(field) && typeof field.path === 'string' && field.path !== '';
  if (!isPath || (field.direction !== 1 && field.direction !== -1)) {
    throw invalidParam(`${place} needs fields of {path, direction: 1 or -1}`);
  }
  const path = String(field.path);
  // A number in a path can mean a field or a place in an array, which keys cannot tell apart.
  if (path.split('.').some((part) => part === '' || /^\d+$/.test(part) || part.startsWith('$'))) {
    throw invalidParam(`${place} cannot have the path ${path}`);
  }
  return { path, direction: field.direction };
}

function setIndex(target: WriteTarget, collection: Collection, shape: IndexShape): void {
  const known = collection.indexes.find((index) => index.name === shape.name);
  if (known && isSame(known, shape)) return;
  if (known) target.catalog.dropIndex(collection, known);
  if (collection.indexes.length >= INDEXES_MAX) {
    throw requestFailed(`collection ${collection.name} has ${INDEXES_MAX} indexes already`);
  }
  const index = target.catalog.createIndex(collection, shape, target.nextVersion());
  try {
    for (const stored of target.reader.all(collection)) {
      addToIndex(target, collection, index, stored);
    }
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    const name = `${shape.name} of ${collection.name}`;
    throw new CloudError(error.code, `index ${name} cannot be built: ${error.message}`);
  }
  collection.indexes = [...collection.indexes, index];
}

function isSame(index: Index, shape: IndexShape): boolean {
  return (
    index.unique === (shape.unique === true) &&
    JSON.stringify(index.fields) === JSON.stringify(shape.fields)
  );
}

const indexesMade = (collection: Collection) => collection.indexes.filter(({ id }) => id !== 0);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);
