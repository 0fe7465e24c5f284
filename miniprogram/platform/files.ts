/** The phone's own files: below USER_DATA_PATH, where WeChat leaves them until the app is removed. */
import { sha256 } from 'js-sha256';

const manager = () => wx.getFileSystemManager();
/** Files of stories, all in one folder. */
const folder = () => `${wx.env.USER_DATA_PATH}/stories`;
/** Read a piece at a time, so that a video does not have to fit into memory. */
const chunkBytes = 1024 * 1024;

/** A path for a new file of a story. */
export const storyFilePath = (name: string) => `${folder()}/${name}`;

/** Copies a temporary file before WeChat takes it away; rejects when the phone is full. */
export async function copyFile(from: string, to: string): Promise<void> {
  await makeFolder();
  await settled((callbacks) => manager().copyFile({ srcPath: from, destPath: to, ...callbacks }));
}

/** Writes bytes; rejects when the phone is full. */
export async function writeBytes(path: string, bytes: ArrayBuffer): Promise<void> {
  await makeFolder();
  await settled((callbacks) => manager().writeFile({ filePath: path, data: bytes, ...callbacks }));
}

/** The whole of a file, or a piece. */
export async function readBytes(
  path: string,
  piece: { position?: number; length?: number } = {},
): Promise<ArrayBuffer> {
  const { data } = await settled<{ data: string | ArrayBuffer }>((callbacks) =>
    manager().readFile({ filePath: path, ...piece, ...callbacks }),
  );
  if (typeof data === 'string') throw new Error('readFile without an encoding gives bytes');
  return data;
}

/** Length in bytes; rejects when there is no such file. */
export async function sizeOf(path: string): Promise<number> {
  const { size } = await settled<{ size: number }>((callbacks) =>
    manager().getFileInfo({ filePath: path, ...callbacks }),
  );
  return size;
}

/** Is there such a file? */
export function hasFile(path: string): Promise<boolean> {
  return settled((callbacks) => manager().access({ path, ...callbacks })).then(
    () => true,
    () => false,
  );
}

/** Removes a file; one that cannot be removed now is swept at a later start. */
export function removeFile(path: string): Promise<void> {
  return new Promise((resolve) => {
    manager().unlink({ filePath: path, success: () => resolve(), fail: () => resolve() });
  });
}

/** Paths of all files of stories. */
export async function listStoryFiles(): Promise<string[]> {
  if (!(await hasFile(folder()))) return [];
  const { files } = await settled<{ files: string[] }>((callbacks) =>
    manager().readdir({ dirPath: folder(), ...callbacks }),
  );
  return files.map(storyFilePath);
}

/** The name under which the cloud looks for a file. WeChat itself digests only md5 and sha1. */
export async function sha256Of(path: string): Promise<string> {
  const size = await sizeOf(path);
  const hash = sha256.create();
  for (let position = 0; position < size; position += chunkBytes) {
    const length = Math.min(chunkBytes, size - position);
    hash.update(await readBytes(path, { position, length }));
  }
  return hash.hex();
}

async function makeFolder(): Promise<void> {
  if (await hasFile(folder())) return;
  await settled((callbacks) =>
    manager().mkdir({ dirPath: folder(), recursive: true, ...callbacks }),
  );
}

interface Settling<Result> {
  success(result: Result): void;
  fail(failure: { errMsg: string }): void;
}

/** The file system manager answers by callbacks only. */
function settled<Result = unknown>(run: (callbacks: Settling<Result>) => void): Promise<Result> {
  return new Promise((resolve, reject) => {
    run({ success: resolve, fail: ({ errMsg }) => reject(new Error(errMsg)) });
  });
}
