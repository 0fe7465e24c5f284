// `npm run shots -- [--stage http://127.0.0.1:4200]`: takes the README's pictures anew from a running
// `npm start`, into docs/images.
import { createRequire } from 'node:module';
import path from 'node:path';
import { parseArgs } from 'node:util';
import * as esbuild from 'esbuild';
import { root } from './build.mjs';

const { values } = parseArgs({
  options: { stage: { type: 'string', default: 'http://127.0.0.1:4200' } },
});
// As deep in the tree as test/support, which finds the project's root from where it lies.
const outfile = path.join(root, 'dist/shots/main.js');
await esbuild.build({
  entryPoints: [path.join(root, 'scripts/shots/main.ts')],
  outfile,
  bundle: true,
  packages: 'external',
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  logLevel: 'warning',
});
const { takeShots } = createRequire(import.meta.url)(outfile);
await takeShots(values.stage, path.join(root, 'docs/images'));
