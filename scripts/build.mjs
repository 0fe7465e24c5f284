// Builds everything that runs: cloud functions, the laptop's cloud, the phone's npm packages.
//   node scripts/build.mjs              always
//   node scripts/build.mjs --if-stale   only when a source is newer than the last build
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { listChannels } from './build/channels.mjs';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const stamp = path.join(root, 'dist/.built');
const packed = path.join(root, 'dist/test/zod-mini.js');
const sources = ['cloudfunctions', 'local', 'scripts', 'package-lock.json'];
/** What the packages that tests ask for are made of. */
const packedOf = ['scripts/build', 'package-lock.json'];
/** For esbuild, which lives for seconds here: a third of its work was freeing what its end frees anyway. */
const withoutCollecting = { GOGC: 'off', GOMEMLIMIT: '768MiB' };

/** Builds all of it; resolves to the seconds it took. */
export async function build() {
  const { server, pages, tests, end } = await begin();
  await Promise.all([server(), pages(), tests()]);
  return end();
}

/** Builds unless the last build is newer than every source. */
export async function buildIfStale() {
  if (isFresh(stamp, sources) && isFresh(packed, packedOf)) return undefined;
  return build();
}

/**
 * Builds what is stale; resolves once the cloud can start, to when the pages can be put together: they
 * are wanted later, and two cores are enough for one of the two. What only tests ask for is left out.
 */
export async function buildServerFirst() {
  if (isFresh(stamp, sources)) return { pages: Promise.resolve() };
  const { server, pages, end } = await begin();
  await server();
  return { pages: pages().then(end) };
}

async function begin() {
  const startedAt = Date.now();
  Object.assign(process.env, withoutCollecting);
  mkdirSync(path.join(root, 'dist'), { recursive: true });
  listChannels(root);
  const [esbuild, functions, local, phone, parts, tests] = await Promise.all([
    import('esbuild'),
    import('./build/functions.mjs'),
    import('./build/local.mjs'),
    import('./build/phone-npm.mjs'),
    import('./build/phone-parts.mjs'),
    import('./build/test-packages.mjs'),
  ]);
  return {
    server: () => Promise.all([functions.buildFunctions(root), local.buildLocal(root)]),
    pages: () => Promise.all([phone.packPhoneNpm(root), parts.packPhoneParts(root)]),
    tests: () => tests.packForTests(root),
    async end() {
      // Whoever bundles later, and for longer, has an esbuild of its own.
      await esbuild.stop();
      for (const name of Object.keys(withoutCollecting)) delete process.env[name];
      writeFileSync(stamp, new Date(startedAt).toISOString());
      return (Date.now() - startedAt) / 1000;
    },
  };
}

function isFresh(built, from) {
  if (!existsSync(built)) return false;
  const builtAt = statSync(built).mtimeMs;
  return from.every((source) => newestMs(path.join(root, source)) < builtAt);
}

function newestMs(place) {
  if (!existsSync(place)) return 0;
  const stats = statSync(place);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return readdirSync(place)
    .filter((name) => name !== 'node_modules')
    .reduce((newest, name) => Math.max(newest, newestMs(path.join(place, name))), stats.mtimeMs);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  if (process.argv.includes('--clean')) rmSync(path.join(root, 'dist'), { recursive: true });
  const seconds = process.argv.includes('--if-stale') ? await buildIfStale() : await build();
  if (seconds !== undefined) console.log(`built in ${seconds.toFixed(1)} s`);
  // esbuild keeps its service alive after it has built.
  process.exit(0);
}
