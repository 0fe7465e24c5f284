import { createHash, randomUUID } from 'node:crypto';
import { closeSync, fsync, openSync } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { codeOf, syncFolder } from '../durable-file';
import { CloudError } from '../errors';
import { shareNext } from '../share-next';
import { giveBuffer, takeBuffer } from './buffers';

/** The bytes of files, each in a file of its own with a made-up name. Written once, never changed. */
export interface Blobs {
  /** Streams to disk; when it resolves, the bytes and the name survive a power cut. */
  write(source: AsyncIterable<Buffer>, limits: WriteLimits): Promise<Blob>;
  remove(names: Iterable<string>): Promise<void>;
  pathOf(name: string): string;
  /** Removes what a crash left: blobs that no path uses, half-written ones among them. */
  sweep(used: ReadonlySet<string>): Promise<void>;
}

export interface Blob {
  name: string;
  sizeBytes: number;
  md5: string;
}

export interface WriteLimits {
  bytesMax: number;
  /** Called when the source has ended, before anything is called written; throws to refuse. */
  confirm(written: { sizeBytes: number; md5: string }): void;
}

/** Writes one chunk to an open file; tests give one that fails as a full disk does. */
export type WriteChunk = (file: number, chunk: Buffer) => void;

const sync = promisify(fsync);

/** The blobs of a folder. */
export function createBlobs(folder: string, writeChunk: WriteChunk): Blobs {
  const keepNames = shareNext(() => syncFolder(folder));

  async function write(source: AsyncIterable<Buffer>, limits: WriteLimits): Promise<Blob> {
    const name = randomUUID();
    try {
      const written = await writeBytes(join(folder, name), source, limits);
      await keepNames();
      return { name, ...written };
    } catch (error) {
      await rm(join(folder, name), { force: true });
      throw asStorageError(error);
    }
  }

  async function writeBytes(path: string, source: AsyncIterable<Buffer>, limits: WriteLimits) {
    // Only the sync waits for the disk: handing the rest to another thread takes longer than doing it.
    const file = openSync(path, 'wx', 0o600);
    try {
      const digest = createHash('md5');
      let sizeBytes = 0;
      for await (const piece of piecesOf(source, (chunk) => {
        sizeBytes += chunk.length;
        if (sizeBytes > limits.bytesMax) throw tooLarge(limits.bytesMax);
      })) {
        digest.update(piece);
        writeChunk(file, piece);
      }
      const written = { sizeBytes, md5: digest.digest('hex') };
      limits.confirm(written);
      await sync(file);
      return written;
    } finally {
      closeSync(file);
    }
  }

  async function remove(names: Iterable<string>): Promise<void> {
    for (const name of names) await rm(join(folder, name), { force: true });
  }

  return {
    write,
    remove,
    pathOf: (name) => join(folder, name),
    async sweep(used) {
      await mkdir(folder, { recursive: true });
      const found = await readdir(folder);
      await remove(found.filter((name) => !used.has(name)));
    },
  };
}

/**
 * The chunks in larger pieces; each chunk is looked at as it comes. Whoever takes a piece is done with it
 * before it asks for the next one: they share a buffer.
 */
async function* piecesOf(source: AsyncIterable<Buffer>, look: (chunk: Buffer) => void) {
  const buffer = takeBuffer();
  let bytes = 0;
  try {
    for await (const chunk of source) {
      look(chunk);
      for (let from = 0; from < chunk.length;) {
        const copied = chunk.copy(buffer, bytes, from);
        from += copied;
        bytes += copied;
        if (bytes < buffer.length) continue;
        yield buffer;
        bytes = 0;
      }
    }
    if (bytes > 0) yield buffer.subarray(0, bytes);
  } finally {
    giveBuffer(buffer);
  }
}

/** What the sender of an upload is told when the disk fails. */
export function asStorageError(error: unknown): unknown {
  const code = codeOf(error);
  if (error instanceof CloudError || code === undefined) return error;
  if (['ENOSPC', 'EDQUOT', 'EFBIG', 'SQLITE_FULL'].includes(code)) {
    const message = `no space left on the cloud's disk (${code}); nothing was changed`;
    return new CloudError('STORAGE_REQUEST_FAIL', message);
  }
  if (['EIO', 'EROFS', 'EMFILE', 'SQLITE_IOERR'].includes(code)) {
    const message = `the cloud's disk failed (${code}); nothing was changed`;
    return new CloudError('STORAGE_REQUEST_FAIL', message);
  }
  return error;
}

/** Refusal of a file over the limit; code as in the docs of wx.cloud.uploadFile. */
export function tooLarge(bytesMax: number): CloudError {
  return new CloudError('STORAGE_FILE_TOO_LARGE', `the file is larger than ${bytesMax} bytes`);
}
