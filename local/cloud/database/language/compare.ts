/**
 * MongoDB's order over all values, as in its manual, "Comparison/Sort Order". A missing value
 * (undefined) stands below null; where a missing field counts as null (sorts, indexes, filters),
 * the caller puts null in its place.
 */
import { Binary, MaxKey, MinKey } from 'bson';
import type { Doc } from './doc';

/** Negative, zero or positive, as `a` stands before, level with or after `b`. A total order. */
export function compareValues(a: unknown, b: unknown): number {
  if (a === b) return 0;
  const rank = rankOf(a);
  const rankGap = rank - rankOf(b);
  if (rankGap !== 0) return rankGap;
  // Equal ranks mean equal kinds, so the casts below hold for both sides.
  switch (rank) {
    case Rank.number:
      return compareNumbers(a as number, b as number);
    case Rank.string:
      return compareStrings(a as string, b as string);
    case Rank.object:
      return compareDocs(a as Doc, b as Doc);
    case Rank.array:
      return compareArrays(a as unknown[], b as unknown[]);
    case Rank.binary:
      return compareBinaries(a as Binary, b as Binary);
    case Rank.boolean:
      return Number(a) - Number(b);
    case Rank.date:
      return (a as Date).getTime() - (b as Date).getTime();
    case Rank.regex:
      return compareRegexes(a as RegExp, b as RegExp);
    default:
      return 0;
  }
}

/** Whether two values are equal by that order: documents field by field in order, -0 as 0. */
export function sameValue(a: unknown, b: unknown): boolean {
  return compareValues(a, b) === 0;
}

/** The kinds of values in their order; filters compare only within one kind. */
export const Rank = {
  minKey: 0,
  missing: 1,
  null: 2,
  number: 3,
  string: 4,
  object: 5,
  array: 6,
  binary: 7,
  boolean: 8,
  date: 9,
  regex: 10,
  maxKey: 11,
} as const;

/** The kind of a value: one of Rank. */
export function rankOf(value: unknown): number {
  switch (typeof value) {
    case 'number':
    case 'bigint':
      return Rank.number;
    case 'string':
      return Rank.string;
    case 'boolean':
      return Rank.boolean;
    case 'undefined':
      return Rank.missing;
  }
  if (value === null) return Rank.null;
  if (Array.isArray(value)) return Rank.array;
  if (value instanceof Date) return Rank.date;
  if (value instanceof RegExp) return Rank.regex;
  if (value instanceof Binary) return Rank.binary;
  if (value instanceof MinKey) return Rank.minKey;
  if (value instanceof MaxKey) return Rank.maxKey;
  return Rank.object;
}

/** NaN stands below all other numbers and level with itself. */
function compareNumbers(a: number, b: number): number {
  if (a < b) return -1;
  if (a > b) return 1;
  if (a === b) return 0;
  return Number(Number.isNaN(b)) - Number(Number.isNaN(a));
}

/** MongoDB compares UTF-8 bytes, which is the order of code points and not of UTF-16 units. */
function compareStrings(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const unitA = a.charCodeAt(i);
    const unitB = b.charCodeAt(i);
    if (unitA !== unitB) return codePointOrder(unitA) - codePointOrder(unitB);
  }
  return a.length - b.length;
}

/** Surrogates stand for code points above U+FFFF, so they come after U+E000–U+FFFF. */
function codePointOrder(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}

/** Pair by pair in the order of the fields: kind of value, then name, then value. */
function compareDocs(a: Doc, b: Doc): number {
  const namesA = Object.keys(a);
  const namesB = Object.keys(b);
  const length = Math.min(namesA.length, namesB.length);
  for (let i = 0; i < length; i++) {
    // i is below both lengths.
    const nameA = namesA[i]!;
    const nameB = namesB[i]!;
    const gap =
      rankOf(a[nameA]) - rankOf(b[nameB]) ||
      compareStrings(nameA, nameB) ||
      compareValues(a[nameA], b[nameB]);
    if (gap !== 0) return gap;
  }
  return namesA.length - namesB.length;
}

function compareArrays(a: unknown[], b: unknown[]): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const gap = compareValues(a[i], b[i]);
    if (gap !== 0) return gap;
  }
  return a.length - b.length;
}

/** Length first, then subtype, then the bytes. */
function compareBinaries(a: Binary, b: Binary): number {
  const bytesA = a.value();
  const bytesB = b.value();
  return (
    bytesA.length - bytesB.length ||
    a.sub_type - b.sub_type ||
    Buffer.compare(Buffer.from(bytesA), Buffer.from(bytesB))
  );
}

function compareRegexes(a: RegExp, b: RegExp): number {
  return compareStrings(a.source, b.source) || compareStrings(a.flags, b.flags);
}
