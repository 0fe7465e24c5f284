/**
 * Values as bytes whose order is MongoDB's comparison order, so that SQLite's memcmp of index keys
 * sorts as MongoDB does. Each value starts with a byte for its kind and is self-delimiting: no
 * encoding is the beginning of another, so encodings can be joined into compound keys and inverted
 * for descending fields. First bytes lie within 0x01–0xfe.
 */
import { Binary, MaxKey, MinKey } from 'bson';

/** The kinds of values in MongoDB's order; the byte is the first of every encoding. */
export const Kind = {
  minKey: 0x01,
  undefined: 0x08,
  null: 0x10,
  number: 0x20,
  string: 0x30,
  object: 0x40,
  array: 0x50,
  binary: 0x60,
  boolean: 0x80,
  date: 0x90,
  regex: 0xb0,
  maxKey: 0xf0,
} as const;

/** The kind byte of a plain value. */
export function kindOf(value: unknown): number {
  switch (typeof value) {
    case 'number':
    case 'bigint':
      return Kind.number;
    case 'string':
      return Kind.string;
    case 'boolean':
      return Kind.boolean;
    case 'undefined':
      return Kind.undefined;
  }
  if (value === null) return Kind.null;
  if (Array.isArray(value)) return Kind.array;
  if (value instanceof Date) return Kind.date;
  if (value instanceof RegExp) return Kind.regex;
  if (value instanceof Binary) return Kind.binary;
  if (value instanceof MinKey) return Kind.minKey;
  if (value instanceof MaxKey) return Kind.maxKey;
  return Kind.object;
}

/** The ascending encoding of a plain value. */
export function encodeValue(value: unknown): Buffer {
  const kind = kindOf(value);
  // The casts below hold by kindOf.
  switch (kind) {
    case Kind.number:
      return numberKey(kind, Number(value));
    case Kind.date:
      return numberKey(kind, (value as Date).getTime());
    case Kind.string:
      return Buffer.concat([Buffer.of(kind), text(value as string)]);
    case Kind.boolean:
      return Buffer.of(kind, value === true ? 1 : 0);
    case Kind.object:
      return objectKey(value as Record<string, unknown>);
    case Kind.array:
      return Buffer.concat([
        Buffer.of(kind),
        ...(value as unknown[]).map(encodeValue),
        Buffer.of(0),
      ]);
    case Kind.binary:
      return binaryKey(value as Binary);
    case Kind.regex: {
      const regex = value as RegExp;
      return Buffer.concat([Buffer.of(kind), text(regex.source), text(regex.flags)]);
    }
    default:
      return Buffer.of(kind);
  }
}

/** Turns an ascending encoding into a descending one, and back. */
export function inverted(key: Buffer): Buffer {
  const bytes = Buffer.allocUnsafe(key.length);
  // i is below both lengths.
  for (let i = 0; i < key.length; i++) bytes[i] = ~key[i]! & 0xff;
  return bytes;
}

/**
 * The least bytes above every key that begins with these; what follows may be any bytes, 0xff too
 * (an inverted end of text, an infinity), so the last byte that can grow grows.
 */
export function after(key: Buffer): Buffer {
  let end = key.length;
  while (end > 0 && key[end - 1] === 0xff) end -= 1;
  // No key begins with 0xff.
  if (end === 0) return Buffer.of(0xff);
  const bytes = Buffer.from(key.subarray(0, end));
  bytes.writeUInt8(bytes.readUInt8(end - 1) + 1, end - 1);
  return bytes;
}

/** IEEE bits, sign flipped for positives and all bits for negatives; NaN lowest, -0 as 0. */
function numberKey(kind: number, value: number): Buffer {
  const bytes = Buffer.allocUnsafe(9);
  bytes[0] = kind;
  if (Number.isNaN(value)) return bytes.fill(0, 1);
  bytes.writeDoubleBE(value === 0 ? 0 : value, 1);
  // Nine bytes were allocated above.
  if (bytes[1]! & 0x80) for (let i = 1; i < 9; i++) bytes[i] = ~bytes[i]! & 0xff;
  else bytes[1] = bytes[1]! | 0x80;
  return bytes;
}

/** UTF-8 ended by 00 01; a zero inside becomes 00 ff, which stands above the end. */
function text(value: string): Buffer {
  if (!value.includes('\0')) return Buffer.concat([Buffer.from(value), Buffer.of(0, 1)]);
  const parts = value.split('\0').flatMap((part) => [Buffer.from(part), Buffer.of(0, 0xff)]);
  return Buffer.concat([...parts.slice(0, -1), Buffer.of(0, 1)]);
}

/** Pair by pair: kind of value, then name, then value; the shorter one first. */
function objectKey(value: Record<string, unknown>): Buffer {
  const parts: Uint8Array[] = [Buffer.of(Kind.object)];
  for (const name of Object.keys(value)) {
    const encoded = encodeValue(value[name]);
    parts.push(encoded.subarray(0, 1), text(name), encoded.subarray(1));
  }
  return Buffer.concat([...parts, Buffer.of(0)]);
}

/** Length, then subtype, then the bytes. */
function binaryKey(value: Binary): Buffer {
  const bytes = value.value();
  const head = Buffer.allocUnsafe(6);
  head[0] = Kind.binary;
  head.writeUInt32BE(bytes.length, 1);
  head[5] = value.sub_type;
  return Buffer.concat([head, bytes]);
}
