import type { IncomingMessage } from 'node:http';
import { contentType } from 'mime-types';
import { extname } from 'node:path';
import { CloudError } from '../errors';
import type { CloudContext } from '../service';
import { asStorageError, tooLarge } from './blobs';
import type { Blobs } from './blobs';
import type { Catalog, StoredFile } from './catalog';

/** Puts, copies and removes files; the one place that changes blobs and catalog together. */
export interface Files {
  /** Streams a request's body to `path`; stored, durably, when it resolves to the md5. */
  put(upload: Upload): Promise<string>;
  /** False when there is nothing at the path. */
  remove(path: string): Promise<boolean>;
  /** Copies share the bytes, which never change; a move is one change. */
  copy(from: string, to: string, how: { isOverwriting: boolean; isMove: boolean }): Promise<Copied>;
  /** Resolves when no upload is under way any longer. */
  settled(): Promise<void>;
}

/** `absent`: nothing is at `from`; `taken`: something is at `to`, and is not to be written over. */
export type Copied = 'copied' | 'absent' | 'taken';

interface Upload {
  path: string;
  openid: string | null;
  body: IncomingMessage;
  bytesMax: number;
}

/** The files of a catalog and its blobs. */
export function createFiles(context: CloudContext, catalog: Catalog, blobs: Blobs): Files {
  const underWay = new Set<Promise<unknown>>();

  async function write({ path, openid, body, bytesMax }: Upload): Promise<string> {
    const announced = Number(body.headers['content-length'] ?? 0);
    if (announced > bytesMax) throw tooLarge(bytesMax);
    const blob = await blobs.write(bytesOf(body), {
      bytesMax,
      confirm: ({ md5 }) => confirmWhole(body, md5),
    });
    const { name, sizeBytes, md5 } = blob;
    const createdAt = context.clock.now();
    const row = { path, blob: name, sizeBytes, md5, contentType: typeOf(path), openid, createdAt };
    await blobs.remove(await putOrUndo(row));
    return md5;
  }

  async function putOrUndo(row: StoredFile): Promise<string[]> {
    try {
      return await catalogued(catalog, () => catalog.put(row));
    } catch (error) {
      await blobs.remove([row.blob]);
      throw error;
    }
  }

  return {
    put(upload) {
      const written = write(upload);
      const settled = written.catch(() => undefined);
      underWay.add(settled);
      void settled.then(() => underWay.delete(settled));
      return written;
    },
    async remove(path) {
      const unused = await catalogued(catalog, () =>
        catalog.find(path) ? catalog.remove(path) : undefined,
      );
      if (!unused) return false;
      await blobs.remove(unused);
      return true;
    },
    async copy(from, to, { isOverwriting, isMove }) {
      const made = await catalogued(catalog, () => {
        const source = catalog.find(from);
        if (!source) return 'absent';
        if (!isOverwriting && catalog.find(to)) return 'taken';
        const createdAt = context.clock.now();
        const unused = catalog.put({ ...source, path: to, contentType: typeOf(to), createdAt });
        if (isMove) catalog.remove(from);
        return unused;
      });
      if (typeof made === 'string') return made;
      await blobs.remove(made);
      return 'copied';
    },
    settled: async () => void (await Promise.all(underWay)),
  };
}

/** A change of the catalog, with the disk's faults in words. */
async function catalogued<Result>(catalog: Catalog, change: () => Result): Promise<Result> {
  try {
    return await catalog.change(change);
  } catch (error) {
    throw asStorageError(error);
  }
}

/** The body in chunks; the socket outlives a refusal, so that it can be answered. */
async function* bytesOf(body: IncomingMessage): AsyncIterable<Buffer> {
  for await (const chunk of body.iterator({ destroyOnReturn: false })) {
    // Without setEncoding a request yields Buffers only.
    yield chunk as Buffer;
  }
}

/** Throws unless the sender sent all that it announced, and what it said it was. */
function confirmWhole(body: IncomingMessage, md5: string): void {
  if (!body.complete) throw new CloudError('INVALID_PARAM', 'the upload ended too early');
  const wanted = body.headers['content-md5'];
  if (wanted !== undefined && wanted !== Buffer.from(md5, 'hex').toString('base64')) {
    throw new CloudError('INVALID_PARAM', 'Content-MD5 does not match the body');
  }
}

function typeOf(path: string): string {
  return contentType(extname(path)) || 'application/octet-stream';
}
