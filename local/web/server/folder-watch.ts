/**
 * Watches folders and everything below them. Each folder has its own watcher, for Node's recursive
 * watching on Linux misses files that an editor replaces by renaming.
 */
import { existsSync, readdirSync, watch, type FSWatcher } from 'node:fs';
import path from 'node:path';

const SKIPPED = new Set(['node_modules', 'miniprogram_npm', 'dist', '.git']);

/** Editors write a file in several steps; changes this close together are one. */
const QUIET_MS = 40;

/** Calls `onChange` once after each burst of changes; answers the stopper. */
export function watchFolders(roots: string[], onChange: () => void): () => void {
  const watchers = new Map<string, FSWatcher>();
  let timer: NodeJS.Timeout | undefined;

  const follow = (): void => {
    const folders = new Set(roots.flatMap(foldersBelow));
    for (const [folder, watcher] of watchers) {
      if (folders.has(folder)) continue;
      watcher.close();
      watchers.delete(folder);
    }
    for (const folder of folders) {
      if (watchers.has(folder)) continue;
      const watcher = watch(folder, changed);
      // A folder that vanishes is noticed by its parent's watcher.
      watcher.on('error', () => watcher.close());
      watchers.set(folder, watcher);
    }
  };
  const changed = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      follow();
      onChange();
    }, QUIET_MS);
  };
  follow();
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers.values()) watcher.close();
    watchers.clear();
  };
}

function foldersBelow(root: string): string[] {
  if (!existsSync(root)) return [];
  const below = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !SKIPPED.has(entry.name))
    .flatMap((entry) => foldersBelow(path.join(root, entry.name)));
  return [root, ...below];
}
