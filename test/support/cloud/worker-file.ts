/** The functions' worker built from the present source, so that these tests need no build before them. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import esbuild from 'esbuild';

/** Builds it into a folder of its own; the caller removes that with `remove`. */
export function buildWorker(): { workerFile: string; remove(): void } {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'worker-'));
  const workerFile = path.join(folder, 'worker.js');
  esbuild.buildSync({
    entryPoints: [path.join(__dirname, '../../../local/cloud/functions/worker.ts')],
    outfile: workerFile,
    bundle: true,
    platform: 'node',
    target: 'node20',
  });
  return { workerFile, remove: () => fs.rmSync(folder, { recursive: true, force: true }) };
}
