import { Binary } from 'bson';

/** A document in plain JavaScript values, with Date, RegExp and bson's Binary among them. */
export type Doc = Record<string, unknown>;

/** True of a nested document: an object that is no array, date, regex, Binary or BSON value. */
export function isDoc(value: unknown): value is Doc {
  if (value === null || typeof value !== 'object') return false;
  // Nearly every object asked about is a plain one; the rest of the questions cost more.
  if (Object.getPrototypeOf(value) === Object.prototype) return true;
  if (Array.isArray(value)) return false;
  if (value instanceof Date || value instanceof RegExp || value instanceof Binary) return false;
  return !('_bsontype' in value);
}

/** True of `{$gt: 1}` and the like: a document whose first key starts with a dollar. */
export function isOperatorDoc(value: unknown): value is Doc {
  if (!isDoc(value)) return false;
  for (const key in value) return key.startsWith('$');
  return false;
}

/** A deep copy of arrays and nested documents; dates are copied, other values are shared. */
export function copyOf<T>(value: T): T {
  // The branches below keep the shape of T; TypeScript cannot follow that through `unknown`.
  if (Array.isArray(value)) return value.map(copyOf) as T;
  if (value instanceof Date) return new Date(value.getTime()) as T;
  if (!isDoc(value)) return value;
  const copy: Doc = {};
  for (const key of Object.keys(value)) copy[key] = copyOf(value[key]);
  return copy as T;
}
