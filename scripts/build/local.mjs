// Bundles what runs on the laptop only: the embedded cloud, its function worker, the pages' server,
// the center and the seed. Their npm packages go in, since loading them from node_modules takes longer
// than all else of a start; the pages' compilers stay there, which read files of their own, and so does
// SQLite, which is no JavaScript.
import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import * as esbuild from 'esbuild';
import { sdkParts } from './sdk-parts.mjs';

const programs = {
  'cloud/main': 'local/cloud/main.ts',
  'cloud/worker': 'local/cloud/functions/worker.ts',
  'center/main': 'local/center/main.ts',
};
const pages = { 'web/main': 'local/web/main.ts' };
const seed = { 'seed/index': 'local/seed/index.ts', 'seed/draw': 'local/seed/draw.ts' };

export async function buildLocal(root) {
  // Compiled code of bundles that are no more (local/cloud/functions/code-cache.ts).
  rmSync(path.join(root, 'dist/local/cloud/code-cache'), { recursive: true, force: true });
  await Promise.all([
    bundle(root, programs, { external: ['libsql'], sourcemap: true }),
    bundle(root, pages, { packages: 'external', sourcemap: true }),
    bundle(root, seed, { plugins: [sdkParts] }),
  ]);
}

function bundle(root, entries, options) {
  return esbuild.build({
    entryPoints: Object.fromEntries(
      Object.entries(entries).filter(([, file]) => existsSync(path.join(root, file))),
    ),
    absWorkingDir: root,
    outdir: path.join(root, 'dist/local'),
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    logLevel: 'warning',
    ...options,
  });
}
