/**
 * The phone's file system. All of it is held in memory, since WeChat also reads and writes synchronously; user
 * and saved files lie in IndexedDB too and are loaded when the mini-program starts, temporary files do not, so
 * a reload loses them as a restart of WeChat does. A promise of a change resolves when it is on disk; if
 * the disk refuses it, memory goes back to what it was.
 */
import { fileFault } from './faults';
import { freshPath, parentOf, SAVED_PREFIX, TEMPORARY_PREFIX, USER_ROOT } from './paths';
import { openTable } from './table';

/** User and saved files together; source: WeChat's file system guide. */
export const FILES_BYTES_MAX = 200 * 1024 * 1024;
/** One file; source: documentation of error 1300202. */
export const FILE_BYTES_MAX = 100 * 1024 * 1024;

/** A file or, without bytes, a directory. Times in epoch ms. */
export interface FileNode {
  readonly bytes?: Uint8Array<ArrayBuffer>;
  readonly createdAt: number;
  readonly modifiedAt: number;
}

export interface Drive {
  /** Resolves when the files of earlier starts are there. */
  readonly ready: Promise<void>;
  isReady(): boolean;
  /** Path → node of all that begins with a prefix. */
  under(prefix: string): [path: string, node: FileNode][];
  find(path: string): FileNode | undefined;
  /** Bytes of a file; throws the documented fault when there is none. */
  bytesOf(path: string): Uint8Array<ArrayBuffer>;
  /** Puts and removes at once. Throws when full; memory changes at once, the promise is the disk's. */
  change(
    puts: Map<string, Uint8Array<ArrayBuffer> | 'directory'>,
    removals: string[],
  ): Promise<void>;
  /** Keeps bytes until the next start; answers their path. */
  keepTemporarily(bytes: Uint8Array<ArrayBuffer>, extension: string): string;
  bytesUsed(): number;
  /** Sets the quota in bytes; undefined sets WeChat's own again. */
  limit(bytes: number | undefined): void;
}

/** Opens a frame's files. Before `ready`, `find` and what builds on it throw. */
export function openDrive(frame: string): Drive {
  const nodes = new Map<string, FileNode>([[USER_ROOT, { createdAt: 0, modifiedAt: 0 }]]);
  const table = openTable<FileNode>(frame, 'files');
  let max = FILES_BYTES_MAX;
  let isLoaded = false;
  const ready = table.load().then((kept) => {
    for (const [path, node] of kept) nodes.set(path, node);
    isLoaded = true;
  });

  const find = (path: string) => {
    if (!isLoaded && !path.startsWith(TEMPORARY_PREFIX)) {
      throw new Error('files are still being loaded; use them from App.onLaunch on');
    }
    return nodes.get(path);
  };
  const bytesUsed = () =>
    sumOf([...nodes].filter(([path]) => isKept(path)).map(([, node]) => node));

  return {
    ready,
    isReady: () => isLoaded,
    find,
    bytesUsed,
    under: (prefix) => [...nodes].filter(([path]) => path.startsWith(prefix)),
    bytesOf: (path) => {
      const node = find(path);
      if (!node) throw fileFault.missing(path);
      if (!node.bytes) throw fileFault.isDirectory(path);
      return node.bytes;
    },
    change: (puts, removals) => {
      const after = nodesOf(puts, nodes);
      const freed = [...removals, ...puts.keys()].filter(isKept).map((path) => nodes.get(path));
      const gained = sumOf([...after].filter(([path]) => isKept(path)).map(([, node]) => node));
      if (gained > 0 && bytesUsed() - sumOf(freed) + gained > max) throw fileFault.full();
      return applyChange({ nodes, after, removals, save: table.change });
    },
    keepTemporarily: (bytes, extension) => {
      const path = freshPath(TEMPORARY_PREFIX, extension);
      nodes.set(path, { bytes, createdAt: Date.now(), modifiedAt: Date.now() });
      return path;
    },
    limit: (bytes) => {
      max = bytes ?? FILES_BYTES_MAX;
    },
  };
}

/** Does this path outlive a restart, and count against the quota? */
function isKept(path: string): boolean {
  return path.startsWith(USER_ROOT) || path.startsWith(SAVED_PREFIX);
}

/** Throws the documented fault unless the path's parent is a directory. */
export function requireParent(drive: Drive, path: string): void {
  const parent = parentOf(path);
  const node = drive.find(parent);
  if (!node) throw fileFault.missing(path);
  if (node.bytes) throw fileFault.notDirectory(path);
}

function nodesOf(
  puts: Map<string, Uint8Array<ArrayBuffer> | 'directory'>,
  nodes: Map<string, FileNode>,
): Map<string, FileNode> {
  const now = Date.now();
  return new Map(
    [...puts].map(([path, content]) => {
      const createdAt = nodes.get(path)?.createdAt ?? now;
      if (content === 'directory') return [path, { createdAt, modifiedAt: now }];
      if (content.byteLength > FILE_BYTES_MAX) throw fileFault.full();
      return [path, { bytes: content, createdAt, modifiedAt: now }];
    }),
  );
}

interface Change {
  nodes: Map<string, FileNode>;
  after: Map<string, FileNode>;
  removals: string[];
  save(puts: Map<string, FileNode>, removals: string[]): Promise<void>;
}

async function applyChange({ nodes, after, removals, save }: Change): Promise<void> {
  const before = new Map(
    [...removals, ...after.keys()].map((path) => [path, nodes.get(path)] as const),
  );
  for (const path of removals) nodes.delete(path);
  for (const [path, node] of after) nodes.set(path, node);
  try {
    await save(new Map([...after].filter(([path]) => isKept(path))), removals.filter(isKept));
  } catch {
    for (const [path, node] of before) {
      // What a later change has put there meanwhile stays.
      if (nodes.get(path) !== after.get(path)) continue;
      if (node) nodes.set(path, node);
      else nodes.delete(path);
    }
    throw fileFault.broken();
  }
}

function sumOf(nodes: (FileNode | undefined)[]): number {
  return nodes.reduce((sum, node) => sum + (node?.bytes?.byteLength ?? 0), 0);
}
