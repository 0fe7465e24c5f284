// Bundles what runs on the laptop only: the embedded cloud, its function worker, the pages' server,
// the center and the seed; npm packages stay in node_modules.
import { existsSync } from 'node:fs';
import path from 'node:path';
import * as esbuild from 'esbuild';

const programs = {
  'cloud/main': 'local/cloud/main.ts',
  'cloud/worker': 'local/cloud/functions/worker.ts',
  'web/main': 'local/web/main.ts',
  'center/main': 'local/center/main.ts',
  'seed/index': 'local/seed/index.ts',
};

export async function buildLocal(root) {
  await esbuild.build({
    entryPoints: Object.fromEntries(
      Object.entries(programs).filter(([, file]) => existsSync(path.join(root, file))),
    ),
    absWorkingDir: root,
    outdir: path.join(root, 'dist/local'),
    bundle: true,
    packages: 'external',
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    sourcemap: true,
    logLevel: 'warning',
  });
}
