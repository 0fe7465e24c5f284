// `npm run deploy -- --env ID`: everything the environment needs, as often as one likes. `--dry-run`
// prints the plan without account or network, `--check` the differences; `--json`, `--new-code`.
import { createRequire } from 'node:module';
import path from 'node:path';
import * as esbuild from 'esbuild';
import { buildIfStale, root } from './build.mjs';

await buildIfStale();
const outfile = path.join(root, 'dist/deploy/main.js');
await esbuild.build({
  entryPoints: [path.join(root, 'scripts/deploy/main.ts')],
  outfile,
  bundle: true,
  packages: 'external',
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  logLevel: 'warning',
});
const { deploy } = createRequire(import.meta.url)(outfile);
process.exit(await deploy(process.argv.slice(2), root));
