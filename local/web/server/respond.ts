/** Answers with a file of the bundle: type, validator, compression. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** A content in memory, or a file on disk. */
export type Content = Uint8Array | { file: string };

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.mp3': 'audio/mpeg',
  '.m4a': 'audio/mp4',
  '.wav': 'audio/wav',
  '.mp4': 'video/mp4',
  '.pdf': 'application/pdf',
};
const COMPRESSED = /^(?:text\/|application\/json|image\/svg)/;

/** Below this a compressed answer saves nothing over one network packet. */
const COMPRESS_BYTES_MIN = 1024;

/** Brotli's quality: 9 takes some 0.1 s for a whole bundle, 11 twenty times that for 5 % less. */
const BROTLI_QUALITY = 9;

interface Compressed {
  etag: string;
  /** By encoding: `br`, `gzip`, `identity`. */
  bodies: Map<string, Promise<Uint8Array>>;
}

const compressed = new WeakMap<Uint8Array, Compressed>();

/** Sends the content named `name`; answers 304 to a browser that has it already. */
export async function sendContent(
  request: IncomingMessage,
  response: ServerResponse,
  name: string,
  content: Content,
): Promise<void> {
  const type = TYPES[path.extname(name).toLowerCase()] ?? 'application/octet-stream';
  const bytes = 'file' in content ? await readFile(content.file) : content;
  const known = knownOf(bytes);
  response.setHeader('content-type', type);
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('etag', known.etag);
  response.setHeader('cache-control', cacheControl(name));
  if (request.headers['if-none-match'] === known.etag) {
    response.writeHead(304).end();
    return;
  }
  const isSmall = bytes.byteLength < COMPRESS_BYTES_MIN;
  const encoding = isSmall || !COMPRESSED.test(type) ? 'identity' : acceptedEncoding(request);
  if (!isSmall) response.setHeader('vary', 'accept-encoding');
  if (encoding !== 'identity') response.setHeader('content-encoding', encoding);
  const body = await encode(known, bytes, encoding);
  response.setHeader('content-length', body.byteLength);
  response.writeHead(200).end(request.method === 'HEAD' ? undefined : body);
}

/** Files whose name carries their hash never change; all others are asked for again. */
function cacheControl(name: string): string {
  return /-[A-Z0-9]{8}\.js$/.test(name) ? 'public, max-age=31536000, immutable' : 'no-cache';
}

function knownOf(bytes: Uint8Array): Compressed {
  const known = compressed.get(bytes);
  if (known) return known;
  const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
  const fresh = { etag, bodies: new Map<string, Promise<Uint8Array>>() };
  compressed.set(bytes, fresh);
  return fresh;
}

function acceptedEncoding(request: IncomingMessage): 'br' | 'gzip' | 'identity' {
  const accepted = String(request.headers['accept-encoding'] ?? '');
  if (/\bbr\b/.test(accepted)) return 'br';
  return /\bgzip\b/.test(accepted) ? 'gzip' : 'identity';
}

function encode(known: Compressed, bytes: Uint8Array, encoding: string): Promise<Uint8Array> {
  if (encoding === 'identity') return Promise.resolve(bytes);
  const ready = known.bodies.get(encoding);
  if (ready) return ready;
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength,
  };
  const body =
    encoding === 'br' ? promisify(brotliCompress)(bytes, { params }) : promisify(gzip)(bytes);
  known.bodies.set(encoding, body);
  return body;
}
