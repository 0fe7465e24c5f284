/**
 * `npm run bench -- cloud [--json]`: the embedded cloud through the real SDK, beside its floors, in one
 * run, so that a slow machine slows both sides; of several rounds the quickest counts. It judges nothing:
 * the aims are printed beside the figures.
 */
import os from 'node:os';
import path from 'node:path';
import { type RunningCloud, startCloud } from '../support/cloud/cloud';
import { type CloudDatabase, openLocalApp } from '../support/cloud/sdk';
import { measureInserts, postTo, serveEcho, startEcho } from './floors';
import { measureFootprint } from './footprint';
import { measure, quicker, type Timing } from './measure';
import { type Aim, type BenchRow, printTable } from './report';

const ROUNDS = 5;
const AT_ONCE = [1, 16];
const FEW = 1_000;
const MANY = 100_000;
const ACCOUNTS = 512;
const functionsDir = path.resolve(__dirname, '../cloudfunctions');

if (process.argv.includes('--echo')) serveEcho();
else void main();

async function main(): Promise<void> {
  const footprint = await measureFootprint(functionsDir);
  const cloud = await startCloud({ readyWithinMs: 60_000 });
  const echo = await startEcho();
  try {
    await fill(cloud);
    const rows = await measureAll(cloud, echo.base);
    const aims = aimsOf(rows, footprint);
    if (process.argv.includes('--json')) {
      process.stdout.write(
        `${JSON.stringify({ bench: 'cloud', machine, footprint, rows, aims })}\n`,
      );
    } else printTable(rows, aims);
  } finally {
    await echo.stop();
    await cloud.stop();
  }
}

const machine = { node: process.version, cpus: os.cpus().length, platform: process.platform };

/** Every round measures everything, so that a busy minute of the machine falls on all alike. */
async function measureAll(cloud: RunningCloud, echoBase: string): Promise<BenchRow[]> {
  const best = new Map<string, BenchRow>();
  const keep = (name: string, atOnce: number, timing: Timing) => {
    const key = `${name} ${atOnce}`;
    best.set(key, { name, atOnce, ...quicker(best.get(key), timing) });
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const atOnce of AT_ONCE) {
      for (const [name, count, operation] of operations(cloud, echoBase, atOnce)) {
        const nth = (n: number) => operation(round * count * 2 + n);
        keep(name, atOnce, await measure(nth, { count, atOnce }));
      }
    }
    const floor = measureInserts(1_000);
    for (const atOnce of AT_ONCE) keep('floor: libsql insert', atOnce, floor);
  }
  // Rows of one concurrency stand together.
  return [...best.values()].sort((a, b) => a.atOnce - b.atOnce);
}

type Operation = [name: string, count: number, operation: (n: number) => Promise<unknown>];

function operations(cloud: RunningCloud, echoBase: string, atOnce: number): Operation[] {
  const db: CloudDatabase = cloud.sdk().database();
  const onEcho = openLocalApp(echoBase).database().collection('x');
  const query = (name: string, size: number) => (n: number) => {
    const found = db.collection(name).where({ unit: unitOf(Math.abs(n) % (size / 50)) });
    return found.orderBy('n', 'desc').limit(20).get();
  };
  const accounts = (n: number) => [`a${placeOf(n * 2)}`, `a${placeOf(n * 2 + 1)}`] as const;
  const scale = atOnce === 1 ? 1 : 3;
  return [
    ['floor: http echo', 600 * scale, postTo(echoBase, atOnce)],
    ['floor: SDK on the echo', 200 * scale, () => onEcho.doc('x').get()],
    [
      'get',
      200 * scale,
      (n) =>
        db
          .collection('many')
          .doc(`d${placeOf(n)}`)
          .get(),
    ],
    ['add', 200 * scale, () => db.collection('added').add(documentOf(0))],
    ['query of 20 at 1k', 150 * scale, query('few', FEW)],
    ['query of 20 at 100k', 150 * scale, query('many', MANY)],
    [
      'transaction of 4',
      80 * scale,
      (n) => {
        const [from, to] = accounts(n);
        return db.runTransaction(async (transaction) => {
          const inside = transaction.collection('accounts');
          await inside.doc(from).get();
          await inside.doc(to).get();
          await inside.doc(from).update({ n: db.command.inc(-1) });
          await inside.doc(to).update({ n: db.command.inc(1) });
        });
      },
    ],
  ];
}

/** Neighbours in time get places apart, so that transactions at once do not meet. */
function placeOf(n: number): number {
  return (Math.abs(n) * 37) % ACCOUNTS;
}

async function fill(cloud: RunningCloud): Promise<void> {
  const db = cloud.sdk().database();
  for (const [name, size] of Object.entries({ few: FEW, many: MANY, added: 0, accounts: 0 })) {
    await db.createCollection(name);
    const index = { name: 'unit_n', fields: ['unit', 'n'].map((path) => ({ path, direction: 1 })) };
    await cloud.control('database', 'indexes', { collection: name, indexes: [index] });
    for (let at = 0; at < size; at += 1_000) {
      const documents = Array.from({ length: 1_000 }, (_, n) => documentOf(at + n));
      await db.collection(name).add(documents.map((one, n) => ({ _id: `d${at + n}`, ...one })));
    }
  }
  const accounts = Array.from({ length: ACCOUNTS }, (_, n) => ({ _id: `a${n}`, n: 0 }));
  await db.collection('accounts').add(accounts);
}

/** Some 300 bytes, fifty to a unit. */
function documentOf(n: number) {
  return {
    unit: unitOf(Math.floor(n / 50)),
    n,
    headline: '春耕',
    text: 'x'.repeat(220),
    done: false,
  };
}

function unitOf(n: number): string {
  return `unit-${n}`;
}

function aimsOf(rows: BenchRow[], footprint: Awaited<ReturnType<typeof measureFootprint>>): Aim[] {
  const at = (name: string, atOnce: number): Timing => {
    const found = rows.find((row) => row.name === name && row.atOnce === atOnce);
    if (!found) throw new Error(`not measured: ${name} at ${atOnce}`);
    return found;
  };
  const add = at('add', 16).opsPerSecond / at('floor: libsql insert', 16).opsPerSecond;
  const growth = at('query of 20 at 100k', 1).p50Ms / at('query of 20 at 1k', 1).p50Ms;
  return [
    { what: 'add at 16 / libsql floor', aim: '>= 0.25', value: add, isMet: add >= 0.25 },
    { what: 'query at 100k / at 1k (p50)', aim: '<= 1.2', value: growth, isMet: growth <= 1.2 },
    {
      what: 'idle memory, RSS MB',
      aim: '<= 150',
      value: footprint.rssMb,
      isMet: footprint.rssMb <= 150,
    },
    ...(footprint.pssMb === undefined
      ? []
      : [{ what: 'idle memory, PSS MB', aim: '', value: footprint.pssMb }]),
    {
      what: 'ready, ms',
      aim: '<= 1500',
      value: footprint.readyMs,
      isMet: footprint.readyMs <= 1_500,
    },
  ];
}
