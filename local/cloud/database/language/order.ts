import { compareValues } from './compare';
import { type Doc, isDoc } from './doc';
import { indexOf, ownValue, type Path, pathOf } from './path';
import { badQuery } from './refusal';

/**
 * Compiles an order of several paths. Of an array the smallest element counts when ascending, the
 * largest when descending; a missing field counts as null and an empty array stands below it
 * (MongoDB's manual, "Sort Order" and "Arrays").
 */
export function compileOrder(order: [path: string, direction: 1 | -1][]): Comparator {
  const keys = order.map(([dotted, direction]) => {
    if (direction !== 1 && direction !== -1) {
      throw badQuery('$sort key ordering must be 1 (for ascending) or -1 (for descending)');
    }
    return { path: pathOf(dotted), direction };
  });
  return (a, b) => {
    for (const { path, direction } of keys) {
      const gap = compareValues(keyOf(a, path, direction), keyOf(b, path, direction));
      if (gap !== 0) return gap * direction;
    }
    return 0;
  };
}

/** Sorts by MongoDB's order; each document's keys are taken once, which suits long lists. */
export function sorted(docs: Iterable<Doc>, order: [path: string, direction: 1 | -1][]): Doc[] {
  const paths = order.map(([dotted, direction]) => ({ path: pathOf(dotted), direction }));
  const keyed = Array.from(docs, (doc) => ({
    doc,
    keys: paths.map(({ path, direction }) => keyOf(doc, path, direction)),
  }));
  keyed.sort((a, b) => {
    for (let i = 0; i < paths.length; i++) {
      const gap = compareValues(a.keys[i], b.keys[i]);
      // i is below the length of paths.
      if (gap !== 0) return gap * paths[i]!.direction;
    }
    return 0;
  });
  return keyed.map(({ doc }) => doc);
}

type Comparator = (a: Doc, b: Doc) => number;

/** The value that stands for a document in an order; undefined for an empty array. */
function keyOf(doc: Doc, path: Path, direction: 1 | -1): unknown {
  // A path of one part that leads to no array is by far the most frequent.
  if (path.length === 1) {
    const value = ownValue(doc, path[0]!);
    if (!Array.isArray(value)) return value ?? null;
  }
  const candidates: unknown[] = [];
  collect(doc, path, 0, candidates);
  let best = candidates[0];
  for (const candidate of candidates) {
    if (compareValues(candidate, best) * direction < 0) best = candidate;
  }
  return best;
}

function collect(value: unknown, path: Path, at: number, into: unknown[]): void {
  if (at === path.length) {
    if (!Array.isArray(value)) into.push(value ?? null);
    else if (value.length === 0) into.push(undefined);
    else into.push(...value);
    return;
  }
  if (Array.isArray(value)) return collectInArray(value, path, at, into);
  // at is below path.length here.
  collect(isDoc(value) ? ownValue(value, path[at]!) : undefined, path, at + 1, into);
}

function collectInArray(array: unknown[], path: Path, at: number, into: unknown[]): void {
  const index = indexOf(path[at]);
  if (index !== undefined && index < array.length) {
    return collect(array[index], path, at + 1, into);
  }
  if (array.length === 0) into.push(null);
  for (const element of array) {
    // Arrays directly inside arrays are not opened by a name.
    if (isDoc(element)) collect(element, path, at, into);
    else into.push(null);
  }
}
