/** Files in storage, as the contract cases put them there and look at them. */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { World } from './contract';

/** A few words to store where the content is no matter. */
export const someText = Buffer.from('hello 世界');

/** A path of this case alone, so that a real environment keeps nothing of two runs in one place. */
export function newPath(name: string): string {
  return `contracts/${randomUUID()}/${name}`;
}

/** Uploads a few words under this name in a new folder; resolves to the fileID. */
export async function upload(world: World, name: string): Promise<string> {
  const cloudPath = newPath(name);
  return (await world.app.uploadFile({ cloudPath, fileContent: someText })).fileID;
}

/** Uploads a few words, and names a place for their copy. */
export async function uploadForCopy(world: World) {
  const [from, to] = [newPath('copy.txt'), newPath('copy.txt')];
  const { fileID } = await world.app.uploadFile({ cloudPath: from, fileContent: someText });
  return { from, to, fileID };
}

/** Uploads, downloads, compares and removes. */
export async function roundTrip(world: World, name: string, fileContent: Buffer): Promise<void> {
  const { fileID } = await world.app.uploadFile({ cloudPath: newPath(name), fileContent });
  await expectContent(world, fileID, fileContent);
  await remove(world, fileID);
}

/** Compares without printing megabytes, and faster than jest does. */
export async function expectContent(world: World, fileID: string, wanted: Buffer): Promise<void> {
  const kept = await contentOf(world, fileID);
  expect([kept.length, kept.equals(wanted)]).toEqual([wanted.length, true]);
}

/** What downloadFile answers. */
export async function contentOf(world: World, fileID: string): Promise<Buffer> {
  const { fileContent } = await world.app.downloadFile({ fileID });
  return Buffer.from(fileContent ?? '');
}

/** What an address answers; fails unless it is 200. */
export async function bytesAt(url: string | undefined): Promise<Buffer> {
  const response = await fetch(url ?? '');
  expect(response.status).toBe(200);
  return Buffer.from(await response.arrayBuffer());
}

/** Removes one file, so that a real environment keeps nothing. */
export async function remove({ app }: World, fileID: string): Promise<void> {
  await app.deleteFile({ fileList: [fileID] });
}

/** Works in a temporary folder and removes it. */
export async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'xiangxun-storage-'));
  await work(folder).finally(() => rm(folder, { recursive: true, force: true }));
}

/** Tries again until it holds, for a minute at most. */
export async function expectSoon(holds: () => Promise<void>): Promise<void> {
  for (const end = Date.now() + 60_000; ;) {
    try {
      return await holds();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
}
