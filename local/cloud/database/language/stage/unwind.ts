import { type Doc, isDoc } from '../doc';
import { type Path, pathOf } from '../path';
import { badQuery } from '../refusal';
import { readAt } from '../update/place';
import type { Stage } from './setting';

/** `$unwind`: one document for each element; anything but an array counts as its only element. */
export function unwindStage(operand: unknown): Stage {
  const options = isDoc(operand) ? operand : { path: operand };
  const path = arrayPathOf(options.path);
  const indexField = indexFieldOf(options.includeArrayIndex);
  const keepsEmpty = options.preserveNullAndEmptyArrays === true;
  return function* (docs) {
    for (const doc of docs) {
      const value = readAt(doc, path);
      if (Array.isArray(value) && value.length > 0) {
        for (const [i, element] of value.entries()) {
          yield withIndex(withValue(doc, path, element), indexField, i);
        }
      } else if (Array.isArray(value) || value === null || value === undefined) {
        const left = value === null ? doc : withValue(doc, path, undefined);
        if (keepsEmpty) yield withIndex(left, indexField, null);
      } else {
        yield withIndex(doc, indexField, null);
      }
    }
  };
}

function arrayPathOf(path: unknown): Path {
  if (typeof path !== 'string') {
    throw badQuery('expected a string as the path for $unwind stage', 'Location28808');
  }
  if (!path.startsWith('$') || path.length < 2) {
    throw badQuery(
      `path option to $unwind stage should be prefixed with a '$': ${path}`,
      'Location28818',
    );
  }
  return pathOf(path.slice(1));
}

function indexFieldOf(name: unknown): string | undefined {
  if (name === undefined) return undefined;
  if (typeof name === 'string' && name !== '' && !name.startsWith('$')) return name;
  throw badQuery('includeArrayIndex option to $unwind stage must be a field name', 'Location28810');
}

function withIndex(doc: Doc, field: string | undefined, index: number | null): Doc {
  return field === undefined ? doc : withValue(doc, pathOf(field), index);
}

/** The document with another value at a path (undefined: without it); the rest is shared. */
function withValue(doc: Doc, path: Path, value: unknown): Doc {
  const [name, ...rest] = path;
  if (name === undefined) return doc;
  const next = { ...doc };
  const below = next[name];
  if (rest.length > 0) {
    if (isDoc(below) || value !== undefined) {
      next[name] = withValue(isDoc(below) ? below : {}, rest, value);
    }
  } else if (value === undefined) delete next[name];
  else next[name] = value;
  return next;
}
