// Bundles the embedded cloud and its function worker; npm packages stay in node_modules.
import path from 'node:path';
import * as esbuild from 'esbuild';

export async function buildCloud(root) {
  await esbuild.build({
    entryPoints: {
      main: path.join(root, 'local/cloud/main.ts'),
      worker: path.join(root, 'local/cloud/functions/worker.ts'),
    },
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
