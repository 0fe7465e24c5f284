/** Text and bytes, in the encodings that WeChat's file system documents. */
import { parameterFault } from '../fault';
import { fileFault } from './faults';

export type Encoding = NonNullable<WechatMiniprogram.ReadFileOption['encoding']>;
type Bytes = Uint8Array<ArrayBuffer>;

/** Bytes of what a mini-program wants written; text is UTF-8 unless it says otherwise. */
export function toBytes(content: string | ArrayBuffer, encoding: Encoding = 'utf8'): Bytes {
  if (content instanceof ArrayBuffer) return new Uint8Array(content.slice(0));
  if (typeof content !== 'string')
    throw parameterFault('data should be a string or an ArrayBuffer');
  switch (encoding) {
    case 'base64':
      return base64ToBytes(content);
    case 'hex':
      return Uint8Array.from(content.match(/../g) ?? [], (pair) => parseInt(pair, 16));
    case 'ascii':
    case 'latin1':
    case 'binary':
      return Uint8Array.from(content, (character) => character.charCodeAt(0) & 0xff);
    case 'ucs2':
    case 'ucs-2':
    case 'utf16le':
    case 'utf-16le':
      return utf16Bytes(content);
    default:
      return new TextEncoder().encode(content);
  }
}

/** Text of bytes; without an encoding the bytes themselves, copied so that nobody shares them. */
export function fromBytes(bytes: Bytes, encoding?: Encoding): string | ArrayBuffer {
  switch (encoding) {
    case undefined:
      return bytes.slice().buffer;
    case 'base64':
      return bytesToBase64(bytes);
    case 'hex':
      return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    case 'ascii':
    case 'latin1':
    case 'binary':
      return binaryText(bytes);
    case 'ucs2':
    case 'ucs-2':
    case 'utf16le':
    case 'utf-16le':
      return new TextDecoder('utf-16le').decode(bytes);
    default:
      return new TextDecoder().decode(bytes);
  }
}

/** Standard base64, padded. */
export function bytesToBase64(bytes: Bytes): string {
  return btoa(binaryText(bytes));
}

/** Throws the documented fault on what is not base64. */
export function base64ToBytes(base64: string): Bytes {
  try {
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  } catch {
    throw fileFault.badBase64();
  }
}

// Built in pieces: a call with a million arguments overflows the stack.
const PIECE_BYTES = 0x8000;

function binaryText(bytes: Bytes): string {
  let text = '';
  for (let start = 0; start < bytes.length; start += PIECE_BYTES) {
    text += String.fromCharCode(...bytes.subarray(start, start + PIECE_BYTES));
  }
  return text;
}

function utf16Bytes(text: string): Bytes {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let position = 0; position < text.length; position += 1) {
    view.setUint16(position * 2, text.charCodeAt(position), true);
  }
  return new Uint8Array(view.buffer);
}
