/** Packages that are taken out of the system: written over by the next of the same story version, cleared later. */
import cloudbase from '@cloudbase/node-sdk';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Fault } from '../kernel/faults';
import type { PackageDocument } from './collections/packages';
import { databaseFault, type Database } from './database';
import { deletePaths, download, storyFilePath, type StoryFile } from './files';
import { reading } from './reading';

type Storage = ReturnType<typeof cloudbase.init>;

/** Packages cleared in one go; the next minute takes the rest. */
const clearedAtOnce = 20;

export function openPackages(database: Database) {
  const noted = () => database.collection('packages');
  let storage: Storage | undefined;
  const open = () =>
    (storage ??= cloudbase.init({ env: cloudbase.SYMBOL_CURRENT_ENV, keepalive: true }));
  return {
    /** The bytes of a file that a story names. */
    readStoryFile: async (storyId: string, file: StoryFile): Promise<Buffer> => {
      const bytes = await download(open(), storyFilePath(storyId, file));
      if (!bytes) throw new Fault('story_file_missing', 'never');
      return bytes;
    },
    /** Where a package is about to lie: noted first, so that none lies there unknown. */
    notePackage: async ({ _id, ...note }: PackageDocument): Promise<void> => {
      try {
        await noted().doc(_id).set(note);
      } catch (error) {
        throw databaseFault(error, 'safe');
      }
    },
    listOldPackages: (before: number) =>
      reading<PackageDocument>(() =>
        noted()
          .where({ at: database.command.lt(before) })
          .orderBy('at', 'asc')
          .limit(clearedAtOnce)
          .get(),
      ),
    /** False where the storage would not. */
    clearPackage: async ({ _id, paths, at }: PackageDocument): Promise<boolean> => {
      if (!(await deletePaths(open(), paths))) return false;
      try {
        // One that was made anew meanwhile stays noted.
        await noted().where({ _id, at }).remove();
      } catch (error) {
        throw databaseFault(error, 'safe');
      }
      return true;
    },
    /** Keeps what comes piece by piece, never holding the whole; answers its length. */
    keepPackage: (cloudPath: string, pieces: AsyncIterable<Uint8Array>) =>
      keepPackage(open(), cloudPath, pieces),
  };
}

/** Over the function's own disk (512 MB), since what is uploaded must be a file or lie in memory. */
async function keepPackage(
  storage: Storage,
  cloudPath: string,
  pieces: AsyncIterable<Uint8Array>,
): Promise<number> {
  const folder = await mkdtemp(path.join(tmpdir(), 'package-'));
  const file = path.join(folder, 'package');
  try {
    const written = createWriteStream(file);
    await pipeline(Readable.from(pieces), written);
    await storage.uploadFile({ cloudPath, fileContent: createReadStream(file) });
    return written.bytesWritten;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
