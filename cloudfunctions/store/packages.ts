/** Packages that are taken out of the system: written over by the next of the same story version. */
import cloudbase from '@cloudbase/node-sdk';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Fault } from '../kernel/faults';
import { download, storyFilePath, type StoryFile } from './files';

type Storage = ReturnType<typeof cloudbase.init>;

export function openPackages() {
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
