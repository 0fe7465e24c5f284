/**
 * What the file system manager can do, once for its asynchronous and its synchronous half. Each
 * operation checks and changes memory at once, and throws WeChat's fault; a change answers the disk's promise.
 */
import { requireParent, type Drive, type FileNode } from './drive';
import { fromBytes, toBytes, type Encoding } from './encoding';
import { fileFault } from './faults';
import {
  extensionOf,
  freshPath,
  parentOf,
  SAVED_PREFIX,
  TEMPORARY_PREFIX,
  tidyPath,
  USER_ROOT,
  writablePath,
} from './paths';

export type Operations = ReturnType<typeof createOperations>;

/** `content` as it is written; encoding applies to text. */
export interface Writing {
  filePath: string;
  content: string | ArrayBuffer;
  encoding?: Encoding;
}

/** The operations on a drive; paths of the package are not among them. */
export function createOperations(drive: Drive) {
  const nodeAt = (path: string): FileNode => {
    const node = drive.find(tidyPath(path));
    if (!node) throw fileFault.missing(path);
    return node;
  };
  const write = ({ filePath, content, encoding }: Writing, existing?: Uint8Array) => {
    const path = writablePath(filePath);
    requireParent(drive, path);
    const present = drive.find(path);
    if (present && !present.bytes) throw fileFault.isDirectory(filePath);
    return drive.change(new Map([[path, joined(existing, toBytes(content, encoding))]]), []);
  };
  return {
    access: (path: string) => void nodeAt(path),
    read: (path: string, encoding?: Encoding, range: { position?: number; length?: number } = {}) =>
      fromBytes(ranged(drive.bytesOf(tidyPath(path)), range), encoding),
    bytes: (path: string) => drive.bytesOf(tidyPath(path)),
    write: (writing: Writing) => write(writing),
    append: (writing: Writing) => write(writing, drive.bytesOf(writablePath(writing.filePath))),
    copy: (from: string, to: string) => {
      const bytes = drive.bytesOf(tidyPath(from));
      const path = writablePath(to);
      requireParent(drive, path);
      return drive.change(new Map([[path, bytes]]), []);
    },
    unlink: (filePath: string) => {
      const path = tidyPath(filePath);
      drive.bytesOf(path);
      return drive.change(new Map(), [path]);
    },
    stat: (path: string) => statsOf(nodeAt(path)),
    statAll: (path: string) => statAll(drive, tidyPath(path)),
    list: (dirPath: string) => childrenOf(drive, directoryAt(drive, dirPath)),
    makeDirectory: (dirPath: string, isRecursive: boolean) =>
      makeDirectory(drive, writablePath(dirPath), isRecursive),
    removeDirectory: (dirPath: string, isRecursive: boolean) =>
      removeDirectory(drive, writablePath(dirPath), isRecursive),
    rename: (from: string, to: string) => rename(drive, from, to),
    save: (temporaryPath: string, filePath?: string) => save(drive, temporaryPath, filePath),
    savedFiles: () =>
      drive.under(SAVED_PREFIX).map(([filePath, node]) => ({
        filePath,
        size: node.bytes?.byteLength ?? 0,
        createTime: seconds(node.createdAt),
      })),
  };
}

function joined(before: Uint8Array | undefined, added: Uint8Array<ArrayBuffer>) {
  if (!before) return added;
  const whole = new Uint8Array(before.byteLength + added.byteLength);
  whole.set(before);
  whole.set(added, before.byteLength);
  return whole;
}

function ranged(
  bytes: Uint8Array<ArrayBuffer>,
  { position, length }: { position?: number; length?: number },
) {
  const start = position ?? 0;
  if (start < 0 || start > bytes.byteLength) throw fileFault.badPosition();
  if (length !== undefined && (length < 0 || start + length > bytes.byteLength)) {
    throw fileFault.badLength();
  }
  return bytes.subarray(start, length === undefined ? undefined : start + length);
}

function seconds(ms: number): number {
  return Math.floor(ms / 1000);
}

// Mode bits as a POSIX system gives them: a plain file and a directory, readable and writable.
const FILE_MODE = 0o100644;
const DIRECTORY_MODE = 0o040755;

function statsOf(node: FileNode): WechatMiniprogram.Stats {
  const { bytes, modifiedAt } = node;
  return {
    mode: bytes ? FILE_MODE : DIRECTORY_MODE,
    size: bytes?.byteLength ?? 0,
    lastAccessedTime: seconds(modifiedAt),
    lastModifiedTime: seconds(modifiedAt),
    isDirectory: () => bytes === undefined,
    isFile: () => bytes !== undefined,
  };
}

// Documented for `recursive`: one entry for the directory (path "") and one for all below it.
function statAll(drive: Drive, path: string): WechatMiniprogram.FileStats[] {
  const node = drive.find(path);
  if (!node) throw fileFault.missing(path);
  const below = drive.under(`${path}/`);
  return [
    { path: '', stats: statsOf(node) },
    ...below.map(([inner, found]) => ({ path: inner.slice(path.length), stats: statsOf(found) })),
  ];
}

function directoryAt(drive: Drive, dirPath: string): string {
  const path = tidyPath(dirPath);
  const node = drive.find(path);
  if (!node) throw fileFault.missing(dirPath);
  if (node.bytes) throw fileFault.notDirectory(dirPath);
  return path;
}

function childrenOf(drive: Drive, path: string): string[] {
  return drive
    .under(`${path}/`)
    .map(([inner]) => inner.slice(path.length + 1))
    .filter((name) => !name.includes('/'));
}

function makeDirectory(drive: Drive, path: string, isRecursive: boolean): Promise<void> {
  const present = drive.find(path);
  if (present) throw fileFault.exists(path);
  if (!isRecursive) {
    requireParent(drive, path);
    return drive.change(new Map([[path, 'directory']]), []);
  }
  const missing = new Map<string, 'directory'>();
  for (let step = path; !drive.find(step); step = parentOf(step)) missing.set(step, 'directory');
  return drive.change(missing, []);
}

function removeDirectory(drive: Drive, path: string, isRecursive: boolean): Promise<void> {
  directoryAt(drive, path);
  const below = drive.under(`${path}/`).map(([inner]) => inner);
  if (below.length > 0 && !isRecursive) throw fileFault.notEmpty(path);
  return drive.change(new Map(), [...below, path]);
}

function rename(drive: Drive, oldPath: string, newPath: string): Promise<void> {
  const from = tidyPath(oldPath);
  const to = writablePath(newPath);
  const node = drive.find(from);
  if (!node) throw fileFault.missing(oldPath);
  if (from === USER_ROOT || to.startsWith(`${from}/`)) throw fileFault.forbidden(oldPath);
  requireParent(drive, to);
  const moved = [[from, node] as const, ...drive.under(`${from}/`)];
  const puts = moved.map(
    ([path, found]) => [to + path.slice(from.length), found.bytes ?? 'directory'] as const,
  );
  return drive.change(
    new Map(puts),
    moved.map(([path]) => path),
  );
}

// A saved temporary file moves: its temporary path is gone afterwards, as documented.
function save(drive: Drive, temporaryPath: string, filePath?: string) {
  const from = tidyPath(temporaryPath);
  if (!from.startsWith(TEMPORARY_PREFIX) || !drive.find(from)) throw fileFault.temporaryMissing();
  const to = filePath ? writablePath(filePath) : freshPath(SAVED_PREFIX, extensionOf(from));
  if (filePath) requireParent(drive, to);
  const done = drive.change(new Map([[to, drive.bytesOf(from)]]), [from]);
  return { savedFilePath: to, done };
}
