/** Where this folder's browser sources lie: they are compiled when the pages are served. */
import { existsSync } from 'node:fs';
import path from 'node:path';

/** Folder local/web of the checkout, above this module also when it is bundled into dist/. */
export function findWebDir(): string {
  for (let dir = __dirname; ; dir = path.dirname(dir)) {
    const webDir = path.join(dir, 'local', 'web');
    if (existsSync(path.join(webDir, 'document', 'index.ts'))) return webDir;
    if (path.dirname(dir) === dir) throw new Error('local/web is not above this program');
  }
}
