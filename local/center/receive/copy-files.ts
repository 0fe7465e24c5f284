/** Copies the photos of a story before it counts as received: their links do not live for ever. */
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { syncFolder } from '../../cloud/durable-file';
import { Refusal } from '../refusal';
import type { CopiedFile } from '../record';
import type { Association } from './ninjs';

/** Largest photo or film that is taken, and how long one may take. */
const FILE_BYTES_MAX = 200 * 1024 * 1024;
const COPY_MS_MAX = 60_000;
/** At once, for one story. */
const COPIES_AT_ONCE = 4;

/** Copies the largest rendition of each into the folder; throws photo_not_copied when one fails. */
export async function copyFiles(
  associations: Association[],
  folder: string,
): Promise<CopiedFile[]> {
  if (associations.length === 0) return [];
  await mkdir(folder, { recursive: true });
  const copied: CopiedFile[] = [];
  const waiting = associations.entries();
  const copyNext = async (): Promise<void> => {
    for (const [index, one] of waiting) copied[index] = await copyOne(one, folder);
  };
  await Promise.all(Array.from({ length: COPIES_AT_ONCE }, copyNext));
  await syncFolder(folder);
  return copied;
}

async function copyOne(association: Association, folder: string): Promise<CopiedFile> {
  const largest = [...association.renditions].sort(
    (one, other) => (other.width ?? 0) - (one.width ?? 0),
  )[0];
  if (!largest) throw new Refusal('photo_not_copied', `${association.name}: no rendition`);
  try {
    const { file, bytes } = await download(largest.href, folder);
    if (largest.sizeInBytes !== undefined && largest.sizeInBytes !== bytes)
      throw new Error(`${bytes} bytes came, ${largest.sizeInBytes} were announced`);
    return {
      ...{ file, bytes },
      contentType: largest.contentType ?? 'application/octet-stream',
      width: largest.width ?? null,
      height: largest.height ?? null,
      caption: association.descriptions?.[0]?.value ?? '',
      credit: association.by ?? '',
    };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Refusal('photo_not_copied', `${association.name}: ${reason}`);
  }
}

/** Streams to a file named by its hash; redirects lead from the lasting link to a fresh one. */
async function download(href: string, folder: string): Promise<{ file: string; bytes: number }> {
  const response = await fetch(href, { signal: AbortSignal.timeout(COPY_MS_MAX) });
  if (!response.ok || !response.body) throw new Error(`the link answered ${response.status}`);
  const part = path.join(folder, `${randomUUID()}.part`);
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    const target = await open(part, 'w', 0o600);
    try {
      for await (const chunk of response.body) {
        bytes += chunk.length;
        if (bytes > FILE_BYTES_MAX) throw new Error(`it is larger than ${FILE_BYTES_MAX} bytes`);
        hash.update(chunk);
        await target.writeFile(chunk);
      }
      await target.sync();
    } finally {
      await target.close();
    }
    const file = hash.digest('hex');
    await rename(part, path.join(folder, file));
    return { file, bytes };
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}
