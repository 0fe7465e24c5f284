/**
 * The wire's notation: MongoDB Extended JSON v2, canonical or relaxed, to plain values and back.
 * Numbers become JavaScript numbers, ObjectIds strings (as CloudBase answers them), regular
 * expressions RegExp; only Binary, MinKey and MaxKey stay BSON values.
 */
import { EJSON } from 'bson';
import { isDoc } from './doc';
import { badQuery } from './refusal';
import { regexOf } from './regex';

/** Decodes EJSON text; `{$tcb_server_date:{offset}}` is `nowMs + offset`. Throws CloudError. */
export function decodeEjson(text: string, nowMs: number): unknown {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw badQuery('invalid JSON input', 'FailedToParse');
  }
  return plainOf(parsed, nowMs, 0);
}

/** Encodes plain values as relaxed EJSON text, as the SDK's own EJSON.parse reads it. */
export function encodeEjson(value: unknown): string {
  return JSON.stringify(relaxedOf(value) ?? null);
}

// Only these make an object a value; `{$gt: …}` and `{$regex: …}` stay documents.
const typeWrappers = new Set([
  '$binary',
  '$code',
  '$date',
  '$maxKey',
  '$minKey',
  '$numberDecimal',
  '$numberDouble',
  '$numberInt',
  '$numberLong',
  '$oid',
  '$regularExpression',
  '$symbol',
  '$timestamp',
  '$undefined',
  '$uuid',
]);

// The server's BSONDepth::kDefaultMaxAllowableDepth (src/mongo/bson/bson_depth.h).
const depthMax = 200;

/** Rewrites a freshly parsed tree in place; what it returns replaces its argument. */
function plainOf(parsed: unknown, nowMs: number, depth: number): unknown {
  if (parsed === null || typeof parsed !== 'object') return parsed;
  if (depth > depthMax) {
    throw badQuery(`exceeded maximum nested object depth: ${depthMax}`, 'Overflow');
  }
  if (Array.isArray(parsed)) {
    for (let i = 0; i < parsed.length; i++) parsed[i] = plainOf(parsed[i], nowMs, depth + 1);
    return parsed;
  }
  // A non-null object that is no array, fresh from JSON.parse, is a record of unknowns.
  const doc = parsed as Record<string, unknown>;
  const keys = Object.keys(doc);
  const first = keys[0];
  if (first !== undefined && first.startsWith('$')) {
    if (first === '$tcb_server_date') return serverDate(doc[first], nowMs);
    if (typeWrappers.has(first)) return typedValue(doc, first);
  }
  for (const key of keys) {
    // Assigning to it, also as a part of a path, would set the prototype and lose the field.
    if (key.includes('__proto__')) throw badQuery('field name __proto__ is not allowed');
    doc[key] = plainOf(doc[key], nowMs, depth + 1);
  }
  return doc;
}

function serverDate(wrapped: unknown, nowMs: number): Date {
  const offset = isDoc(wrapped) ? plainOf(wrapped.offset ?? 0, nowMs, 0) : 0;
  if (typeof offset !== 'number') throw badQuery('server date offset must be a number');
  return new Date(nowMs + offset);
}

function typedValue(wrapped: Record<string, unknown>, wrapper: string): unknown {
  if (wrapper === '$regularExpression') {
    const regex = wrapped[wrapper];
    if (!isDoc(regex)) throw badQuery('$regularExpression must be an object');
    return regexOf(String(regex.pattern), String(regex.options ?? ''));
  }
  const quick = quickValue(wrapper, wrapped[wrapper]);
  if (quick !== undefined) return quick;
  let value: unknown;
  try {
    value = EJSON.deserialize(wrapped, { relaxed: true });
  } catch (error) {
    throw badQuery(`invalid extended JSON: ${String(error)}`, 'FailedToParse');
  }
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) throw badQuery('invalid date', 'FailedToParse');
    return value;
  }
  const bsonType = value !== null && typeof value === 'object' && bsonTypeOf(value);
  if (bsonType === 'ObjectId' || bsonType === 'BSONSymbol') return String(value);
  if (bsonType === 'Decimal128' || bsonType === 'Long') return Number(String(value));
  return value;
}

/** Numbers and dates come in every document, so they are read without bson; else undefined. */
function quickValue(wrapper: string, inner: unknown): unknown {
  if (typeof inner === 'string') {
    const isNumber = wrapper === '$numberInt' || wrapper === '$numberLong';
    if (isNumber && /^-?\d+$/.test(inner)) return Number(inner);
    if (wrapper === '$date' && isoUtc.test(inner)) return dateIfValid(Date.parse(inner));
  }
  if (wrapper !== '$date' || !isDoc(inner)) return undefined;
  const ms = inner.$numberLong;
  return typeof ms === 'string' && /^-?\d{1,15}$/.test(ms) ? new Date(Number(ms)) : undefined;
}

const isoUtc = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

function dateIfValid(ms: number): Date | undefined {
  return Number.isNaN(ms) ? undefined : new Date(ms);
}

function bsonTypeOf(value: object): unknown {
  return '_bsontype' in value ? value._bsontype : undefined;
}

/** The JSON tree of a plain value, or undefined where a document leaves the field out. */
function relaxedOf(value: unknown): unknown {
  if (typeof value === 'number') {
    if (Number.isFinite(value) && !Object.is(value, -0)) return value;
    return { $numberDouble: Object.is(value, -0) ? '-0.0' : String(value) };
  }
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((element) => relaxedOf(element) ?? null);
  if (value instanceof Date) return relaxedDate(value);
  if (value instanceof RegExp) {
    return { $regularExpression: { pattern: value.source, options: value.flags } };
  }
  if (!isDoc(value)) return EJSON.serialize(value, { relaxed: true });
  const tree: Record<string, unknown> = {};
  for (const key of Object.keys(value)) tree[key] = relaxedOf(value[key]);
  return tree;
}

/** Relaxed EJSON writes years 1970–9999 as ISO text and all other dates as milliseconds. */
function relaxedDate(date: Date): unknown {
  const ms = date.getTime();
  if (ms >= 0 && ms < Date.UTC(10_000, 0, 1)) return { $date: date.toISOString() };
  return { $date: { $numberLong: String(ms) } };
}
