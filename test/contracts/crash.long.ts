/**
 * The cloud is killed without warning 200 times, in the middle of transfers and uploads. After each
 * reopening what it acknowledged is there; at the end nothing is left that nobody owns.
 */
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import Database from 'libsql';
import { type RunningCloud, startCloud } from '../support/cloud/cloud';
import { seededRandom } from '../support/cloud/crash/random';
import { faultsOfAccounts, openAccounts, transferOnce } from '../support/cloud/crash/transfers';
import { createUploads } from '../support/cloud/crash/uploads';

const KILLS = Number(process.env.KILLS ?? 200);
const TRANSFERRERS = 4;
const UPLOADERS = 2;
/** The cloud is killed after so many acknowledgements of one life, at most. */
const ACKNOWLEDGEMENTS_MAX = 24;
/** How long no acknowledgement may come before the test gives up. */
const PATIENCE_MS = 20_000;

const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
const random = seededRandom(seed);
const acknowledged = new Set<string>();
const uploaders = Array.from({ length: UPLOADERS }, (_, n) => createUploads(`u${n}`));

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(path.join(os.tmpdir(), 'xiangxun-crash-'));
});
let running: RunningCloud | undefined;
// A failed test leaves its cloud alive, and jest would wait for it.
afterAll(async () => {
  await running?.kill();
  await rm(dir, { recursive: true, force: true });
});

test(`nothing acknowledged is lost in ${KILLS} kills (seed ${seed})`, async () => {
  const first = await open();
  await openAccounts(first.sdk().database());
  await first.stop();
  for (let life = 0; life < KILLS; life += 1) {
    const cloud = await open();
    expect(await faults(cloud, 'touched')).toEqual([]);
    await workUntilKilled(cloud, life);
  }
  const last = await open();
  expect(await faults(last, 'all')).toEqual([]);
  expect(await last.stop()).toBe(0);
  expect(acknowledged.size).toBeGreaterThan(KILLS);
  process.stdout.write(`${acknowledged.size} transfers acknowledged, ${filesTouched()} files\n`);
}, 600_000);

test('no temporary file is left, and no blob that no path owns', async () => {
  const names = (await readdir(dir, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(dir, path.join(entry.parentPath, entry.name)));
  // The -wal and -shm files belong to SQLite, and libsql keeps them when it closes.
  const leftovers = names.filter((name) => /\.(part|tmp)$|-journal$/.test(name));
  expect(leftovers).toEqual([]);
  const blobs = names.filter((name) => name.startsWith(path.join('storage', 'blobs')));
  expect(blobs.map((name) => path.basename(name)).sort()).toEqual(ownedBlobs());
});

async function open(): Promise<RunningCloud> {
  running = await startCloud({ dir });
  return running;
}

/** Works on all sides; kills the cloud at a moment of chance; resolves when all sides have noticed. */
async function workUntilKilled(cloud: RunningCloud, life: number): Promise<void> {
  const app = cloud.sdk();
  const db = app.database();
  let left = 1 + random(ACKNOWLEDGEMENTS_MAX);
  let isKilled = false;
  let reached: () => void = () => undefined;
  const enough = new Promise<void>((resolve) => (reached = resolve));
  const acknowledge = () => (left -= 1) <= 0 && reached();

  const work = async (once: (n: number) => Promise<void>) => {
    for (let n = 0; !isKilled; n += 1) {
      await once(n).then(acknowledge, (error: unknown) => {
        if (!isKilled && !isConflict(error)) throw error;
      });
    }
  };
  const transferrers = Array.from({ length: TRANSFERRERS }, (_, w) =>
    work(async (n) => {
      const _id = `${life}-${w}-${n}`;
      await transferOnce(db, { _id, random });
      acknowledged.add(_id);
    }),
  );
  const uploading = uploaders.map((uploads) =>
    work(() => (random(6) === 0 ? uploads.deleteOnce(app) : uploads.uploadOnce(app, random))),
  );
  const all = Promise.all([...transferrers, ...uploading]);
  await Promise.race([enough, all, impatience()]);
  // Not at the moment of an answer, but somewhere in the next piece of work.
  await new Promise((resolve) => setTimeout(resolve, random(8)));
  isKilled = true;
  await cloud.kill();
  await all;
}

async function faults(cloud: RunningCloud, which: 'all' | 'touched'): Promise<string[]> {
  const app = cloud.sdk();
  const found = uploaders.map((uploads) => uploads.faults(app, which));
  return [
    ...(await faultsOfAccounts(app.database(), acknowledged)),
    ...(await Promise.all(found)).flat(),
  ];
}

function ownedBlobs(): string[] {
  const db = new Database(path.join(dir, 'storage/catalog.sqlite'), { readonly: true });
  const rows = db.prepare('SELECT DISTINCT blob FROM files ORDER BY blob').all();
  db.close();
  return rows.map((row) => (row as { blob: string }).blob); // the one column asked for
}

function isConflict(error: unknown): boolean {
  return Object(error).code === 'DATABASE_TRANSACTION_CONFLICT';
}

function impatience(): Promise<never> {
  return new Promise((_, reject) => {
    const words = `no acknowledgement within ${PATIENCE_MS} ms`;
    setTimeout(() => reject(new Error(words)), PATIENCE_MS).unref();
  });
}

function filesTouched(): number {
  return uploaders.reduce((sum, uploads) => sum + uploads.count(), 0);
}
