import { once } from 'node:events';
import { closeSync, openSync, readSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { codeOf } from '../durable-file';
import type { CloudContext, Route } from '../service';
import { BUFFER_BYTES, giveBuffer, takeBuffer } from './buffers';
import type { StoredFile } from './catalog';
import { answerCosError, noSuchKey, requestHasExpired, signatureDoesNotMatch } from './cos-error';
import type { ReadFailure } from './failing-reader';
import { encodePath } from './paths';
import type { Signer } from './signature';
import type { Store } from './store';

const PREFIX = '/files/';

const PLAIN_BYTES_MAX = 4 * 1024 * 1024;

interface UrlWanted {
  path: string;
  seconds: number;
  /** `encoded` for what the SDK calls COS_URL; otherwise its users encode the address themselves. */
  form: 'plain' | 'encoded';
}

/** A signed address for GET and HEAD that expires by the cloud's clock. */
export function temporaryUrl(context: CloudContext, signer: Signer, wanted: UrlWanted): string {
  const expiresAtSeconds = Math.floor(context.clock.now() / 1000) + wanted.seconds;
  const { path } = wanted;
  const sign = signer.sign({ purpose: 'download', path, expiresAtSeconds });
  const address = wanted.form === 'encoded' ? encodePath(path) : path.replace(/[%?#]/g, encodeSign);
  return `${context.base()}${PREFIX}${address}?sign=${sign}&t=${expiresAtSeconds}`;
}

/** GET and HEAD of a file, with ranges; `failureOfNext` for tests of a storage that fails. */
export function downloadRoute(
  context: CloudContext,
  { signer, catalog, blobs }: Pick<Store, 'signer' | 'catalog' | 'blobs'>,
  failureOfNext: () => ReadFailure | undefined,
): Route {
  /** The path that the signature is for; the address may come encoded never, once or twice. */
  function signedPath(request: IncomingMessage, url: URL, expiresAtSeconds: number) {
    const sent = (request.url ?? '').split('?', 1)[0]?.slice(PREFIX.length) ?? '';
    const signature = url.searchParams.get('sign') ?? '';
    return decodings(sent).find((path) =>
      signer().isSigned({ purpose: 'download', path, expiresAtSeconds }, signature),
    );
  }

  return {
    prefix: PREFIX,
    browsers: true,
    async handle(request, response, url) {
      const expiresAtSeconds = Number(url.searchParams.get('t'));
      const path = signedPath(request, url, expiresAtSeconds);
      if (path === undefined) return answerCosError(response, signatureDoesNotMatch);
      if (expiresAtSeconds * 1000 < context.clock.now()) {
        return answerCosError(response, requestHasExpired);
      }
      const file = catalog().find(path);
      if (!file) return answerCosError(response, noSuchKey);
      const failure = failureOfNext();
      if (failure === 'refuse') return answerCosError(response, serviceUnavailable);
      if (failure === 'cut') return sendHalf(response, file);
      await sendFile(request, response, file, blobs.pathOf(file.blob));
    },
  };
}

async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  file: StoredFile,
  blobPath: string,
): Promise<void> {
  response.setHeader('content-type', file.contentType);
  response.setHeader('etag', `"${file.md5}"`);
  response.setHeader('last-modified', new Date(file.createdAt).toUTCString());
  response.setHeader('cache-control', 'private, no-cache');
  // A page uploaded by a phone must not run as a page of this address.
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('content-security-policy', 'sandbox');
  if (!isPlain(request, file)) return sendPart(request, response, blobPath);
  response.setHeader('accept-ranges', 'bytes');
  try {
    if (file.sizeBytes <= BUFFER_BYTES) return await sendShort(response, blobPath);
    response.end(await readFile(blobPath));
  } catch (error) {
    // The file may have been replaced or removed after its row was read.
    answerCosError(response, codeOf(error) === 'ENOENT' ? noSuchKey : rangeOrFault(500));
  }
}

/** A file that fits into one buffer, which is anybody's again as soon as all of it went out. */
async function sendShort(response: ServerResponse, blobPath: string): Promise<void> {
  const buffer = takeBuffer();
  try {
    const length = readWhole(blobPath, buffer);
    // Whoever asked may be gone already, and a response closes only once.
    if (response.destroyed) return;
    const closed = once(response, 'close');
    response.end(buffer.subarray(0, length));
    await closed;
  } finally {
    giveBuffer(buffer);
  }
}

/** At once: handing so short a read to another thread takes longer than the read. */
function readWhole(blobPath: string, buffer: Buffer): number {
  const file = openSync(blobPath, 'r');
  try {
    for (let length = 0; ;) {
      const bytesRead = readSync(file, buffer, length, buffer.length - length, null);
      if (bytesRead === 0) return length;
      length += bytesRead;
    }
  } finally {
    closeSync(file);
  }
}

/** A whole file that fits in memory is read at once, which takes a third of a stream's time. */
function isPlain({ method, headers }: IncomingMessage, { sizeBytes }: StoredFile): boolean {
  const isAll = !Object.keys(headers).some((name) => name === 'range' || name.startsWith('if-'));
  return method === 'GET' && isAll && sizeBytes <= PLAIN_BYTES_MAX;
}

async function sendPart(
  request: IncomingMessage,
  response: ServerResponse,
  blobPath: string,
): Promise<void> {
  // Loaded at the first such download: it takes 40 ms of a start that has 1.5 s.
  const { default: send } = await import('send');
  await new Promise<void>((resolve) => {
    const options = {
      cacheControl: false,
      etag: false,
      lastModified: false,
      index: false,
    } as const;
    const sending = send(request, blobPath, { ...options, dotfiles: 'allow' });
    sending.on('error', (error: { status?: number }) => {
      // The file may have been replaced or removed after its row was read.
      if (error.status === 404) answerCosError(response, noSuchKey);
      else answerCosError(response, rangeOrFault(error.status));
      resolve();
    });
    response.once('close', resolve);
    sending.pipe(response);
  });
}

const serviceUnavailable = {
  status: 503,
  code: 'ServiceUnavailable',
  message: 'simulated by a test',
};

/** Promises the whole file and breaks off. */
function sendHalf(response: ServerResponse, { sizeBytes }: StoredFile): void {
  response.writeHead(200, { 'content-length': sizeBytes });
  response.write(Buffer.alloc(Math.floor(sizeBytes / 2)), () => response.destroy());
}

function rangeOrFault(status: number | undefined) {
  if (status === 416) {
    return { status, code: 'InvalidRange', message: 'The requested range is not satisfiable.' };
  }
  return { status: status ?? 500, code: 'InternalError', message: 'the file cannot be read' };
}

function decodings(sent: string): string[] {
  const found = [sent];
  try {
    found.push(decodeURIComponent(sent));
    found.push(decodeURIComponent(decodeURIComponent(sent)));
  } catch {
    // Not encoded so often.
  }
  return found;
}

function encodeSign(sign: string): string {
  return encodeURIComponent(sign);
}
