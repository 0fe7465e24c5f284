import type { IncomingMessage } from 'node:http';
import { CloudError } from '../errors';
import { LINGER_BYTES_MAX, LINGER_MS_MAX } from './limits';

/**
 * The whole body, at most `bytesMax` bytes. Throws EXCEED_MAX_PAYLOAD_SIZE as soon as the announced or
 * received size passes the limit, without reading the rest, and INVALID_PARAM when the sender gave up.
 */
export function readBody(request: IncomingMessage, bytesMax: number): Promise<Buffer> {
  const announced = Number(request.headers['content-length'] ?? 0);
  if (announced > bytesMax) return Promise.reject(tooLarge(bytesMax));
  // Listeners, since an async iterator costs each small request more than all its parsing.
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const take = (chunk: Buffer) => {
      size += chunk.length;
      if (size <= bytesMax) return void chunks.push(chunk);
      // The rest is left unread; the socket stays open, or the refusal could not be answered.
      request.off('data', take);
      request.pause();
      reject(tooLarge(bytesMax));
    };
    request.on('data', take);
    request.once('end', () => resolve(oneBuffer(chunks, size)));
    request.once('error', reject);
    request.once('close', () => {
      // Every request closes; an error that nobody gets would cost each of them its stack.
      if (!request.readableEnded) reject(endedEarly());
    });
  });
}

/** The body as a JSON object; an empty body is `{}`. Throws INVALID_PARAM on anything else. */
export async function readJsonObject(
  request: IncomingMessage,
  bytesMax: number,
): Promise<Record<string, unknown>> {
  const text = (await readBody(request, bytesMax)).toString('utf8');
  if (text.trim() === '') return {};
  return parseJsonObject(text);
}

/** Text as a JSON object; throws INVALID_PARAM with the parser's reason. */
export function parseJsonObject(text: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CloudError('INVALID_PARAM', `the request body is not JSON: ${reason}`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new CloudError('INVALID_PARAM', 'the request body must be a JSON object');
  }
  // Narrowed above to a non-null object that is no array.
  return value as Record<string, unknown>;
}

/**
 * Reads on for a moment after an early refusal. Closing at once would reset the connection while the
 * sender still writes, and it would see a broken pipe instead of the answer.
 */
export function linger(request: IncomingMessage): void {
  if (request.complete || request.destroyed) return;
  let size = 0;
  const giveUp = setTimeout(() => request.socket.destroy(), LINGER_MS_MAX);
  giveUp.unref();
  request.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size > LINGER_BYTES_MAX) request.socket.destroy();
  });
  request.once('close', () => clearTimeout(giveUp));
  request.resume();
}

/** The chunk itself where there is but one. */
function oneBuffer(chunks: Buffer[], size: number): Buffer {
  return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks, size);
}

function endedEarly(): CloudError {
  return new CloudError('INVALID_PARAM', 'the request body ended too early');
}

function tooLarge(bytesMax: number): CloudError {
  const message = `request body size exceeds the limit of ${bytesMax} bytes`;
  return new CloudError('EXCEED_MAX_PAYLOAD_SIZE', message);
}
