import { typeNameOf } from '../filter/type-names';
import { badQuery } from '../refusal';
import { isNullish, textArgument, wholeArgument } from './argument';
import type { ByName, Operators } from './signature';

/** Text. "Bytes" count UTF-8, "CP" code points; upper and lower case know ASCII only. */
export const stringOperators: Operators = {
  $concat: { least: 0, most: Infinity, of: concat },
  $indexOfBytes: { least: 2, most: 4, of: indexOfBytes },
  $indexOfCP: { least: 2, most: 4, of: indexOfCodePoint },
  $split: { least: 2, most: 2, of: split },
  $strLenBytes: {
    least: 1,
    most: 1,
    of: (text) => Buffer.byteLength(textArgument('$strLenBytes', text)),
  },
  $strLenCP: { least: 1, most: 1, of: (text) => [...textArgument('$strLenCP', text)].length },
  $strcasecmp: {
    least: 2,
    most: 2,
    of: (a, b) => Buffer.compare(Buffer.from(upper(textOf(a))), Buffer.from(upper(textOf(b)))),
  },
  $substr: { least: 3, most: 3, of: substringOfBytes },
  $substrBytes: { least: 3, most: 3, of: substringOfBytes },
  $substrCP: { least: 3, most: 3, of: substringOfCodePoints },
  $toLower: { least: 1, most: 1, of: (text) => lower(textOf(text)) },
  $toUpper: { least: 1, most: 1, of: (text) => upper(textOf(text)) },
  $trim: trimming('$trim', (text, isTrimmed) => trimEnd(trimStart(text, isTrimmed), isTrimmed)),
  $ltrim: trimming('$ltrim', trimStart),
  $rtrim: trimming('$rtrim', trimEnd),
};

/** What MongoDB's coerceToString gives: '' for null and missing, ISO text for dates. */
function textOf(value: unknown): string {
  if (isNullish(value)) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if (value instanceof Date) return value.toISOString();
  throw badQuery(`can't convert from BSON type ${typeNameOf(value)} to String`, 'Location16007');
}

function lower(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

function upper(text: string): string {
  return text.replace(/[a-z]+/g, (letters) => letters.toUpperCase());
}

function concat(...args: unknown[]): unknown {
  if (args.some(isNullish)) return null;
  for (const value of args) {
    if (typeof value === 'string') continue;
    throw badQuery(`$concat only supports strings, not ${typeNameOf(value)}`, 'Location16702');
  }
  return args.join('');
}

function split(text: unknown, separator: unknown): unknown {
  if (isNullish(text) || isNullish(separator)) return null;
  if (separator === '') throw badQuery('$split requires a non-empty separator', 'Location40087');
  return textArgument('$split', text).split(textArgument('$split', separator));
}

function indexOfBytes(text: unknown, wanted: unknown, start: unknown = 0, end?: unknown): unknown {
  if (isNullish(text)) return null;
  const bytes = Buffer.from(textArgument('$indexOfBytes', text));
  const search = Buffer.from(textArgument('$indexOfBytes', wanted));
  const from = wholeArgument('$indexOfBytes start', start);
  const to = end === undefined ? bytes.length : wholeArgument('$indexOfBytes end', end);
  if (from < 0 || to < 0) throw badQuery('$indexOfBytes requires nonnegative start and end');
  if (from > bytes.length) return -1;
  return bytes.subarray(0, to).indexOf(search, from);
}

function indexOfCodePoint(
  text: unknown,
  wanted: unknown,
  start: unknown = 0,
  end?: unknown,
): unknown {
  if (isNullish(text)) return null;
  const points = [...textArgument('$indexOfCP', text)];
  const search = [...textArgument('$indexOfCP', wanted)];
  const from = wholeArgument('$indexOfCP start', start);
  const to = end === undefined ? points.length : wholeArgument('$indexOfCP end', end);
  if (from < 0 || to < 0) throw badQuery('$indexOfCP requires nonnegative start and end');
  const last = Math.min(to, points.length) - search.length;
  for (let at = from; at <= last; at++) {
    if (search.every((point, i) => points[at + i] === point)) return at;
  }
  return -1;
}

/** A negative length takes the rest; a cut through a character is refused, as in MongoDB. */
function substringOfBytes(text: unknown, start: unknown, length: unknown): string {
  const bytes = Buffer.from(textOf(text));
  const from = Math.trunc(numberOf('$substrBytes', start));
  const count = Math.trunc(numberOf('$substrBytes', length));
  if (from < 0)
    throw badQuery('$substrBytes: starting index must be non-negative', 'Location50752');
  const to = count < 0 ? bytes.length : Math.min(from + count, bytes.length);
  for (const edge of [from, to]) {
    // UTF-8 continuation bytes are 10xxxxxx.
    if (edge < bytes.length && ((bytes[edge] ?? 0) & 0xc0) === 0x80) {
      throw badQuery('$substrBytes: Invalid range, index is a UTF-8 continuation byte.');
    }
  }
  return bytes.subarray(from, to).toString();
}

function substringOfCodePoints(text: unknown, start: unknown, length: unknown): string {
  const from = wholeArgument('$substrCP: starting index', start);
  const count = wholeArgument('$substrCP: length', length);
  if (from < 0) throw badQuery('$substrCP: the starting index must be nonnegative integer.');
  if (count < 0) throw badQuery('$substrCP: length must be a nonnegative integer.');
  return [...textOf(text)].slice(from, from + count).join('');
}

function numberOf(name: string, value: unknown): number {
  if (typeof value === 'number') return value;
  throw badQuery(`${name}: index must be a numeric type (is BSON type ${typeNameOf(value)})`);
}

type Trim = (text: string, isTrimmed: (point: string) => boolean) => string;

// The manual's table "Whitespace Characters" of $trim.
const blanks = /^[\0\u0020\t\n\v\f\r\u00a0\u1680\u2000-\u200a]$/;

function trimming(name: string, trim: Trim): ByName {
  return {
    names: ['input', 'chars'],
    required: ['input'],
    ofNamed: (args) => {
      if (isNullish(args.input) || ('chars' in args && isNullish(args.chars))) return null;
      const chars = 'chars' in args ? new Set(textArgument(name, args.chars)) : undefined;
      return trim(textArgument(name, args.input), (point) =>
        chars ? chars.has(point) : blanks.test(point),
      );
    },
  };
}

function trimStart(text: string, isTrimmed: (point: string) => boolean): string {
  const points = [...text];
  const first = points.findIndex((point) => !isTrimmed(point));
  return first < 0 ? '' : points.slice(first).join('');
}

function trimEnd(text: string, isTrimmed: (point: string) => boolean): string {
  const points = [...text];
  let length = points.length;
  // Below its length the array has no gaps.
  while (length > 0 && isTrimmed(points[length - 1]!)) length -= 1;
  return points.slice(0, length).join('');
}
