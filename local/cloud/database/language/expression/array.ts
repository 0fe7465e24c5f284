import { sameValue } from '../compare';
import { type Doc, isDoc } from '../doc';
import { typeNameOf } from '../filter/type-names';
import { badQuery } from '../refusal';
import { arrayArgument, isNullish, wholeArgument } from './argument';
import type { Operators } from './signature';

/** Arrays, and documents taken apart and put together. */
export const arrayOperators: Operators = {
  $arrayElemAt: { least: 2, most: 2, of: elementAt },
  $arrayToObject: { least: 1, most: 1, of: arrayToObject },
  $concatArrays: {
    least: 0,
    most: Infinity,
    of: (...args) => {
      if (args.some(isNullish)) return null;
      return args.flatMap((array) =>
        arrayArgument('$concatArrays only supports arrays, not', array),
      );
    },
  },
  $in: {
    least: 2,
    most: 2,
    of: (wanted, array) =>
      arrayArgument('$in requires an array as a second argument, found:', array).some((element) =>
        sameValue(element, wanted),
      ),
  },
  $indexOfArray: { least: 2, most: 4, of: indexOfArray },
  $isArray: { least: 1, most: 1, of: (value) => Array.isArray(value) },
  $mergeObjects: { least: 0, most: Infinity, of: mergeObjects },
  $objectToArray: { least: 1, most: 1, of: objectToArray },
  $range: { least: 2, most: 3, of: range },
  $reverseArray: {
    least: 1,
    most: 1,
    of: (array) =>
      isNullish(array)
        ? null
        : [
            ...arrayArgument(
              'The argument to $reverseArray must be an array, but was of type:',
              array,
            ),
          ].reverse(),
  },
  $size: {
    least: 1,
    most: 1,
    of: (array) =>
      arrayArgument('The argument to $size must be an array, but was of type:', array).length,
  },
  $slice: { least: 2, most: 3, of: slice },
  $zip: {
    names: ['inputs', 'useLongestLength', 'defaults'],
    required: ['inputs'],
    ofNamed: zip,
  },
};

/** An index past either end gives a missing value. */
function elementAt(array: unknown, index: unknown): unknown {
  if (isNullish(array) || isNullish(index)) return null;
  const elements = arrayArgument("$arrayElemAt's first argument must be an array, but is", array);
  const at = wholeArgument("$arrayElemAt's second argument", index);
  return elements[at < 0 ? elements.length + at : at];
}

/** From `[[k, v], …]` or `[{k, v}, …]`; a later name wins. */
function arrayToObject(array: unknown): unknown {
  if (isNullish(array)) return null;
  const doc: Doc = {};
  for (const pair of arrayArgument('$arrayToObject requires an array input, found:', array)) {
    const [name, value]: unknown[] = Array.isArray(pair)
      ? pair
      : isDoc(pair) && 'k' in pair && 'v' in pair
        ? [pair.k, pair.v]
        : [];
    if (typeof name !== 'string') {
      throw badQuery(
        '$arrayToObject requires pairs of a string and a value, or objects of k and v',
      );
    }
    doc[name] = value ?? null;
  }
  return doc;
}

function objectToArray(doc: unknown): unknown {
  if (isNullish(doc)) return null;
  if (isDoc(doc)) return Object.entries(doc).map(([k, v]) => ({ k, v }));
  throw badQuery(`$objectToArray requires a document input, found: ${typeNameOf(doc)}`);
}

function mergeObjects(...args: unknown[]): unknown {
  const [only] = args;
  const docs = args.length === 1 && Array.isArray(only) ? only : args;
  const merged: Doc = {};
  for (const doc of docs) {
    if (isNullish(doc)) continue;
    if (!isDoc(doc)) {
      throw badQuery(
        `$mergeObjects requires object inputs, but input is of type ${typeNameOf(doc)}`,
      );
    }
    Object.assign(merged, doc);
  }
  return merged;
}

function indexOfArray(array: unknown, wanted: unknown, start: unknown = 0, end?: unknown): unknown {
  if (isNullish(array)) return null;
  const elements = arrayArgument(
    '$indexOfArray requires an array as a first argument, found:',
    array,
  );
  const from = wholeArgument('$indexOfArray start', start);
  const to = end === undefined ? elements.length : wholeArgument('$indexOfArray end', end);
  if (from < 0 || to < 0) throw badQuery('$indexOfArray requires nonnegative start and end');
  return elements.findIndex((element, i) => i >= from && i < to && sameValue(element, wanted));
}

// MongoDB's own bound is its 100 MB of memory; this keeps a mistyped $range from filling ours.
const rangeLengthMax = 5_000_000;

function range(start: unknown, end: unknown, step: unknown = 1): number[] {
  const from = wholeArgument('$range start', start);
  const to = wholeArgument('$range end', end);
  const by = wholeArgument('$range step', step);
  if (by === 0) throw badQuery('$range requires a non-zero step value', 'Location34449');
  if ((to - from) / by > rangeLengthMax) throw badQuery('$range would use too much memory');
  const numbers: number[] = [];
  for (let n = from; by > 0 ? n < to : n > to; n += by) numbers.push(n);
  return numbers;
}

/** `[array, n]` (from the end if negative) or `[array, position, n]`. */
function slice(array: unknown, second: unknown, third?: unknown): unknown {
  if (isNullish(array) || isNullish(second) || third === null) return null;
  const elements = arrayArgument(
    'First argument to $slice must be an array, but is of type:',
    array,
  );
  const first = wholeArgument('Second argument to $slice', second);
  if (third === undefined) {
    return first >= 0 ? elements.slice(0, first) : elements.slice(first);
  }
  const count = wholeArgument('Third argument to $slice', third);
  if (count <= 0) throw badQuery(`Third argument to $slice must be positive: ${count}`);
  const start = first < 0 ? Math.max(elements.length + first, 0) : first;
  return elements.slice(start, start + count);
}

function zip({ inputs, useLongestLength, defaults }: Record<string, unknown>): unknown {
  const arrays = arrayArgument('inputs must be an array of expressions, found', inputs);
  if (arrays.some(isNullish)) return null;
  const columns = arrays.map((array) =>
    arrayArgument('$zip found a non-array expression in input:', array),
  );
  const fill = isNullish(defaults)
    ? []
    : arrayArgument('defaults must be an array, found', defaults);
  if (fill.length > 0 && useLongestLength !== true) {
    throw badQuery('cannot specify defaults unless useLongestLength is true');
  }
  const lengths = columns.map((column) => column.length);
  const length = useLongestLength === true ? Math.max(0, ...lengths) : Math.min(...lengths);
  return Array.from({ length }, (_, row) =>
    columns.map((column, i) => (row < column.length ? column[row] : (fill[i] ?? null))),
  );
}
