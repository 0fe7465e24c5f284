/**
 * The keys that a document has in an index, after MongoDB's multikey rules: an array is opened
 * element by element, at the leaf or on the way, once per array; a missing field counts as null,
 * an empty leaf array as undefined. Fields under the same array go through its elements together;
 * two different arrays in one index are refused.
 */
import { requestFailed, writeRefused } from './errors';
import { encodeValue, inverted } from './key';
import { isDoc } from './language/doc';
import type { Doc } from './language';
import { ENTRIES_PER_DOCUMENT_MAX, INDEX_KEY_BYTES_MAX } from './limits';
import type { Index, IndexField } from './shape';

export interface DocumentKeys {
  /** Without repetitions, in no particular order. */
  keys: Buffer[];
  /** Bit i is set when field i met an array. */
  multikey: number;
  /** Values of the first key, for messages. */
  values: unknown[];
}

/** All keys of a document in an index; throws CloudError where MongoDB cannot index it. */
export function keysOf(index: Index, doc: Doc): DocumentKeys {
  const keys = new Map<string, Buffer>();
  let values: unknown[] | undefined;
  let multikey = 0;
  const start = index.fields.map((field) => ({ value: doc as unknown, rest: pathOf(field) }));
  const open: Cursor[][] = [start];
  for (let cursors = open.pop(); cursors; cursors = open.pop()) {
    const ends = cursors.map(advance);
    const array = theArray(index, ends);
    if (!array) {
      const leaves = ends.map(({ value }) => value);
      values ??= leaves;
      const key = keyOf(index, leaves);
      keys.set(key.toString('latin1'), key);
      continue;
    }
    if (array.length > ENTRIES_PER_DOCUMENT_MAX) throw requestFailed('too many index keys');
    ends.forEach((end, i) => (multikey |= end.value === array ? 1 << i : 0));
    // Backwards, so that the first element is met first.
    for (let i = array.length - 1; i >= 0; i--) open.push(ends.map(enter(array, array[i])));
    if (array.length === 0) open.push(ends.map(enter(array, undefined)));
  }
  return { keys: [...keys.values()], multikey, values: values ?? [] };
}

/** Joins encoded values in the index's directions. */
function keyOf(index: Index, values: unknown[]): Buffer {
  const parts = values.map((value, i) => fieldKey(index.fields[i], value));
  const key = parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts);
  if (key.length <= INDEX_KEY_BYTES_MAX) return key;
  throw writeRefused(
    `WiredTigerIndex::insert: key too large to index, failing ${key.length} (${index.name})`,
  );
}

/** One value as it lies within a key of an index. */
export function fieldKey(field: IndexField | undefined, value: unknown): Buffer {
  const key = encodeValue(value);
  return field?.direction === -1 ? inverted(key) : key;
}

/** A way through the document: where it stands and which parts of the path are left. */
interface Cursor {
  value: unknown;
  rest: readonly string[];
  /** It stands on an array's element, where arrays are not opened again. */
  isInside?: boolean;
}

const paths = new WeakMap<IndexField, readonly string[]>();

function pathOf(field: IndexField): readonly string[] {
  let path = paths.get(field);
  if (!path) paths.set(field, (path = field.path.split('.')));
  return path;
}

/** Goes on through nested documents to an array, the leaf, or where nothing is. */
function advance(cursor: Cursor): Cursor {
  let { value } = cursor;
  if (Array.isArray(value) && !cursor.isInside) return cursor;
  for (let at = 0; at < cursor.rest.length; at++) {
    const name = cursor.rest[at] ?? '';
    if (!isDoc(value) || !Object.hasOwn(value, name)) return { value: null, rest: [] };
    value = value[name];
    if (Array.isArray(value)) return { value, rest: cursor.rest.slice(at + 1) };
  }
  return { value, rest: [], isInside: cursor.isInside };
}

/** The array that some cursors stand before, if any; two different ones cannot be indexed. */
function theArray(index: Index, cursors: Cursor[]): unknown[] | undefined {
  let found: unknown[] | undefined;
  for (const { value, isInside } of cursors) {
    if (isInside || !Array.isArray(value)) continue;
    if (found && found !== value) {
      throw writeRefused(`cannot index parallel arrays (${index.name})`);
    }
    found = value;
  }
  return found;
}

/** Moves the cursors before this array onto one of its elements; undefined when it is empty. */
const enter =
  (array: unknown[], element: unknown) =>
  (cursor: Cursor): Cursor => {
    if (cursor.value !== array || cursor.isInside) return cursor;
    const isLeaf = cursor.rest.length === 0;
    if (element === undefined) return { value: isLeaf ? undefined : null, rest: [] };
    return { value: element, rest: cursor.rest, isInside: true };
  };
