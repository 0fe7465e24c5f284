// `npm run bench -- <name> [--json]`: bundles test/bench/<name>.ts and runs it. Without a name, the names.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as esbuild from 'esbuild';
import { buildIfStale, root } from './build.mjs';

const folder = path.join(root, 'test/bench');
const [name, ...words] = process.argv.slice(2);
const source = path.join(folder, `${name}.ts`);

if (!name || !existsSync(source)) {
  console.error(`usage: npm run bench -- <${names().join(' | ')}> [--json]`);
  process.exit(2);
}
await buildIfStale();
const outfile = path.join(root, 'dist/bench', `${name}.js`);
await esbuild.build({
  entryPoints: [source],
  outfile,
  bundle: true,
  packages: 'external',
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  logLevel: 'warning',
});
const run = spawnSync(process.execPath, [outfile, ...words], { cwd: root, stdio: 'inherit' });
process.exit(run.status ?? 1);

/** A bench is a file that says how it is called; the others beside it are its parts. */
function names() {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.ts'))
    .filter((file) => readFileSync(path.join(folder, file), 'utf8').includes('npm run bench -- '))
    .map((file) => path.basename(file, '.ts'));
}
