// Bundles each deployable of cloudfunctions/functions into dist/cloudfunctions/<name>/: a self-contained
// index.js, the heavy libraries that it may ask for, its config.json, and a package.json without dependencies.
import { copyFileSync, existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import * as esbuild from 'esbuild';
import { heavyNames, heavyNamesOf, heavyParts } from './heavy-parts.mjs';
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
  // `import()` of a file beside it becomes `require`, which every loader of a function knows.
  supported: { 'dynamic-import': false },
  legalComments: 'none',
  logLevel: 'warning',
  plugins: [sdkParts, heavyParts],
};

export async function buildFunctions(root) {
  const from = path.join(root, 'cloudfunctions/functions');
  const to = path.join(root, 'dist/cloudfunctions');
  const names = readdirSync(from, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
  dropGone(to, names);
  // All in one build: what they share, the SDK above all, is read and parsed once.
  const { metafile } = await esbuild.build({
    ...functionBundle,
    metafile: true,
    absWorkingDir: root,
    entryPoints: {
      ...Object.fromEntries(heavyNames.map((name) => [name, name])),
      ...Object.fromEntries(
        names.map((name) => [`${name}/index`, path.join(from, name, 'index.ts')]),
      ),
      collections: path.join(root, 'cloudfunctions/store/collections/index.ts'),
    },
    outdir: to,
  });
  for (const name of names) {
    describeFunction(path.join(from, name), path.join(to, name));
    const output = path.relative(root, path.join(to, name, 'index.js')).replaceAll('\\', '/');
    placeHeavy(to, name, heavyNamesOf(metafile.outputs[output]));
  }
  for (const heavy of heavyNames) rmSync(path.join(to, `${heavy}.js`));
  writeSchema(root, path.join(to, 'collections.js'));
}

function describeFunction(from, to) {
  copyFileSync(path.join(from, 'config.json'), path.join(to, 'config.json'));
  const manifest = { name: path.basename(to), version: '1.0.0', main: 'index.js' };
  writeFileSync(path.join(to, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}

/** A function's folder holds what it asks for and nothing of an earlier build. */
function placeHeavy(to, name, wanted) {
  for (const heavy of heavyNames) {
    const place = path.join(to, name, `${heavy}.js`);
    if (wanted.includes(heavy)) copyFileSync(path.join(to, `${heavy}.js`), place);
    else rmSync(place, { force: true });
  }
}

// Collections, indexes and security rules as data: the laptop's cloud and the deployment read it.
function writeSchema(root, file) {
  delete require.cache[file];
  const { collections } = require(file);
  rmSync(file);
  const text = `${JSON.stringify({ collections }, null, 2)}\n`;
  writeFileSync(path.join(root, 'dist/database.json'), text);
}

function dropGone(to, names) {
  if (!existsSync(to)) return;
  for (const old of readdirSync(to)) {
    if (!names.includes(old)) rmSync(path.join(to, old), { recursive: true });
  }
}
