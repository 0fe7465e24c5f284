import { Rank, rankOf } from '../compare';
import { badQuery } from '../refusal';
import type { ValueTest } from './value-test';

/**
 * `$type`, by name or number, alone or several in an array. Plain numbers have no stored width, so
 * a whole number is `int` within 32 bits and `long` beyond, as the SDK would have sent it.
 */
export function isOfType(operand: unknown): ValueTest {
  const wanted: unknown[] = Array.isArray(operand) ? operand : [operand];
  if (wanted.length === 0) throw badQuery('$type must match at least one type', 'FailedToParse');
  const names = new Set(wanted.map(nameOfType));
  const numbers = names.has('number');
  return (value) => {
    if (value === undefined) return false;
    return names.has(typeNameOf(value)) || (numbers && typeof value === 'number');
  };
}

/** MongoDB's alias of a value's BSON type; `missing` for undefined. */
export function typeNameOf(value: unknown): string {
  if (typeof value === 'number') {
    if (!Number.isInteger(value) || Object.is(value, -0)) return 'double';
    if (Math.abs(value) <= 0x7fffffff || value === -0x80000000) return 'int';
    return Number.isSafeInteger(value) ? 'long' : 'double';
  }
  // Every rank has a name.
  return namesByRank[rankOf(value)]!;
}

const namesByRank: Record<number, string> = {
  [Rank.minKey]: 'minKey',
  [Rank.missing]: 'missing',
  [Rank.null]: 'null',
  [Rank.number]: 'number',
  [Rank.string]: 'string',
  [Rank.object]: 'object',
  [Rank.array]: 'array',
  [Rank.binary]: 'binData',
  [Rank.boolean]: 'bool',
  [Rank.date]: 'date',
  [Rank.regex]: 'regex',
  [Rank.maxKey]: 'maxKey',
};

// From the manual's table "Available Types" of $type.
const typeNumbers = new Map<number, string>([
  [1, 'double'],
  [2, 'string'],
  [3, 'object'],
  [4, 'array'],
  [5, 'binData'],
  [6, 'undefined'],
  [7, 'objectId'],
  [8, 'bool'],
  [9, 'date'],
  [10, 'null'],
  [11, 'regex'],
  [12, 'dbPointer'],
  [13, 'javascript'],
  [14, 'symbol'],
  [15, 'javascriptWithScope'],
  [16, 'int'],
  [17, 'timestamp'],
  [18, 'long'],
  [19, 'decimal'],
  [-1, 'minKey'],
  [127, 'maxKey'],
]);
const typeNames = new Set([...typeNumbers.values(), 'number']);

function nameOfType(wanted: unknown): string {
  if (typeof wanted === 'number') {
    const name = typeNumbers.get(wanted);
    if (name !== undefined) return name;
    throw badQuery(`Invalid numerical type code: ${wanted}`);
  }
  if (typeof wanted === 'string') {
    if (typeNames.has(wanted)) return wanted;
    throw badQuery(`Unknown type name alias: ${wanted}`);
  }
  throw badQuery('type must be represented as a number or a string', 'TypeMismatch');
}
