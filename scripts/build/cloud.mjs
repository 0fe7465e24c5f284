// Bundles the embedded cloud and its function worker; npm packages stay in node_modules.
import { existsSync } from 'node:fs';
import path from 'node:path';
import * as esbuild from 'esbuild';

export async function buildCloud(root) {
  await esbuild.build({
    entryPoints: Object.fromEntries(
      Object.entries({
        main: path.join(root, 'local/cloud/main.ts'),
        worker: path.join(root, 'local/cloud/functions/worker.ts'),
      }).filter(([, file]) => existsSync(file)),
    ),
    outdir: path.join(root, 'dist/local/cloud'),
    bundle: true,
    packages: 'external',
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    sourcemap: true,
    logLevel: 'warning',
  });
}
