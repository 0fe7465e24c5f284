// Bundles each deployable of cloudfunctions/functions into dist/cloudfunctions/<name>/: one
// self-contained index.js, its config.json, and a package.json without dependencies.
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import * as esbuild from 'esbuild';
import { sdkParts } from './sdk-parts.mjs';

const require = createRequire(import.meta.url);

/** Options every function bundle shares; CloudBase runs Nodejs18.15. */
export const functionBundle = {
  bundle: true,
  platform: 'node',
  target: 'node18',
  format: 'cjs',
  minify: true,
  keepNames: true,
  legalComments: 'none',
  logLevel: 'warning',
  plugins: [sdkParts],
};

export async function buildFunctions(root) {
  const from = path.join(root, 'cloudfunctions/functions');
  const to = path.join(root, 'dist/cloudfunctions');
  const names = readdirSync(from, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
  dropGone(to, names);
  await Promise.all(names.map((name) => buildFunction(path.join(from, name), path.join(to, name))));
  await buildSchema(root);
}

async function buildFunction(from, to) {
  mkdirSync(to, { recursive: true });
  await esbuild.build({
    ...functionBundle,
    entryPoints: [path.join(from, 'index.ts')],
    outfile: path.join(to, 'index.js'),
  });
  copyFileSync(path.join(from, 'config.json'), path.join(to, 'config.json'));
  const manifest = { name: path.basename(to), version: '1.0.0', main: 'index.js' };
  writeFileSync(path.join(to, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}

// Collections, indexes and security rules as data: the laptop's cloud and the deployment read it.
async function buildSchema(root) {
  const outfile = path.join(root, 'dist/collections.js');
  await esbuild.build({
    ...functionBundle,
    entryPoints: [path.join(root, 'cloudfunctions/store/collections/index.ts')],
    outfile,
  });
  delete require.cache[outfile];
  const { collections } = require(outfile);
  rmSync(outfile);
  const text = `${JSON.stringify({ collections }, null, 2)}\n`;
  writeFileSync(path.join(root, 'dist/database.json'), text);
}

function dropGone(to, names) {
  if (!existsSync(to)) return;
  for (const old of readdirSync(to)) {
    if (!names.includes(old)) rmSync(path.join(to, old), { recursive: true });
  }
}
