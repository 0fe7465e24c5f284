/** Pictures and other files of the mini-program that pages name. */
import { readdirSync } from 'node:fs';
import path from 'node:path';

const ASSET = /\.(?:png|jpe?g|gif|svg|webp|mp3|mp4|m4a|wav|ttf|woff2?|txt|pdf|docx|xlsx)$/i;
const SKIPPED = new Set(['node_modules', 'miniprogram_npm', '.git']);

/** Virtual path → absolute file of every asset under the root. */
export function findAssets(appDir: string): Map<string, string> {
  const found = new Map<string, string>();
  const visit = (dir: string): void => {
    for (const entry of readdirSync(dir, { withFileTypes: true })) {
      const file = path.join(dir, entry.name);
      if (entry.isDirectory() && !SKIPPED.has(entry.name)) visit(file);
      if (!entry.isFile() || !ASSET.test(entry.name)) continue;
      found.set(path.relative(appDir, file).split(path.sep).join('/'), file);
    }
  };
  visit(appDir);
  return found;
}
