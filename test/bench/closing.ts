/** A month or a year drafted and closed by the clock as it runs in production, minute by minute. */
import path from 'node:path';
import { startProductCloud } from '../support/county/county';
import { startDatabase } from '../support/cloud/engine';
import { startNovemberRoom, type LedgerRoom } from '../support/county/ledger-room';
import type { CloudDatabase } from '../support/cloud/sdk';
import { addDirectory, addPrintings, type Documents, type SpanSize } from './month-of';
import { tell } from './progress';
import type { Aim } from './report';

export interface ClosingCost extends SpanSize {
  /** Of the draft and of the close together. */
  steps: number;
  invocations: number;
  seconds: number;
  longestStepSeconds: number;
  longestInvocationSeconds: number;
  /** The most that one instance ever held. */
  peakMb: number;
  trips: number;
  entriesPosted: number;
  /** The same documents read and written by the SDK alone. */
  floorSeconds: number;
}

/** What CloudBase gives the function; the embedded cloud ends whatever goes beyond. */
const limits = { seconds: 60, stepSeconds: 10, memoryMb: 512 };
const minutesMax = 120;
const schemaFile = path.resolve(__dirname, '../..', 'dist/database.json');

export async function measureClosing(size: SpanSize): Promise<ClosingCost> {
  const { period, printings } = size;
  tell(`${period}: writing ${printings} printings`);
  const { dir, remove } = await storeWith(size);
  const cloud = await startProductCloud({ dir, readyWithinMs: 120_000 });
  try {
    const room = await startNovemberRoom(cloud);
    const add = (collection: string, documents: Documents) =>
      inLots(documents, 500, async (some) => {
        await cloud.sdk().database().collection(collection).add(some);
      });
    await addDirectory(room, size, add);
    await add('periods', [...earlierOf[period]].map(aClosed));
    const before = await countEntries(room);
    const minute = minutesOf(room, period);
    tell(`${period}: drafting`);
    await untilState(room, { period, state: 'draft' }, minute);
    await room.zhou.value('period.publish', await target(room, period));
    await room.zhou.value('period.close', await target(room, period));
    tell(`${period}: closing`);
    await untilState(room, { period, state: 'closed' }, minute);
    const entriesPosted = (await countEntries(room)) - before;
    tell(`${period}: the same documents by the SDK alone`);
    const floorSeconds = await floorOf(room, entriesPosted);
    return { ...size, ...(await costOf(room)), entriesPosted, floorSeconds };
  } finally {
    await cloud.stop();
    remove();
  }
}

/** What has to be closed before, by an organ founded in November. */
const earlierOf = { '2026-11': [], '2026': ['2026-11', '2026-12', '2026Q4'] } as const;

const aClosed = (_id: string) => ({
  ...{ _id, state: 'closed', computing: null, draftedAt: 1, noticeUntil: null, closedAt: 1 },
  ...{ closedByName: '', bulletin: null, version: 1 },
});

/** Straight into the store: through functions it would take an hour. */
export async function storeWith(size: SpanSize) {
  const database = await startDatabase({ schemaFile });
  const engine = database.engine();
  const waiting = new Map<string, Documents>();
  const insert = async (collection: string, documents: Documents, least: number) => {
    const all = [...(waiting.get(collection) ?? []), ...documents];
    waiting.set(collection, all.length < least ? all : []);
    if (all.length < least) return;
    await inLots(all, 5_000, async (some) => void (await engine.insert(collection, some)));
  };
  // An owner's few would each be a commit of its own.
  await addPrintings(size, (collection, documents) => insert(collection, documents, 5_000));
  for (const collection of waiting.keys()) await insert(collection, [], 0);
  await database.stop();
  return { dir: database.context.dataDir, remove: () => database.context.removeFolder() };
}

async function inLots(
  documents: Documents,
  lot: number,
  write: (some: Documents) => Promise<void>,
): Promise<void> {
  for (let from = 0; from < documents.length; from += lot) {
    await write(documents.slice(from, from + lot));
  }
}

/** Moves the clock to the next minute; the timer fires by itself. */
function minutesOf({ cloud }: LedgerRoom, period: SpanSize['period']) {
  const day = period === '2026' ? '2027-01-01' : '2026-12-01';
  let at = Date.parse(`${day}T00:30:00+08:00`);
  return async () => {
    at = Math.max(at + 60_000, (await cloud.control<{ now: number }>('clock', 'read')).now);
    await cloud.control('clock', 'set', { at });
  };
}

async function untilState(
  room: LedgerRoom,
  { period, state }: { period: string; state: string },
  minute: () => Promise<void>,
) {
  for (let passed = 0; passed < minutesMax; passed += 1) {
    await minute();
    const found = await periodOf(room, period);
    if (found?.state === state && !found.isComputing) return;
  }
  throw new Error(`${period} is not ${state} after ${minutesMax} minutes`);
}

const periodOf = async ({ zhou }: LedgerRoom, key: string) =>
  (await zhou.value('period.list', {})).periods.find(({ period }) => period === key);

async function target(room: LedgerRoom, period: string) {
  return { period, version: (await periodOf(room, period))?.version ?? 0 };
}

interface Line {
  job: string;
  steps: number;
  longestMs: number;
  ms: number;
  trips: number;
  peakMb: number;
}

/** What the function itself wrote down of every minute in which it had something to do. */
async function costOf({ cloud }: LedgerRoom) {
  const { lines } = await cloud.control<{ lines: { text: string }[] }>('functions', 'logs', {
    function: 'closing',
  });
  const told = lines.flatMap(({ text }) =>
    text.startsWith('{') ? [JSON.parse(text) as Line] : [],
  );
  const busy = told.filter(({ job, steps }) => job === 'closing' && steps > 0);
  const most = (of: (line: Line) => number) => Math.max(...busy.map(of));
  const sum = (of: (line: Line) => number) => busy.reduce((total, line) => total + of(line), 0);
  return {
    ...{ steps: sum(({ steps }) => steps), invocations: busy.length },
    seconds: sum(({ ms }) => ms) / 1000,
    longestStepSeconds: most(({ longestMs }) => longestMs) / 1000,
    longestInvocationSeconds: most(({ ms }) => ms) / 1000,
    ...{ peakMb: most(({ peakMb }) => peakMb), trips: sum(({ trips }) => trips) },
  };
}

async function countEntries({ cloud }: LedgerRoom): Promise<number> {
  const { total } = await cloud.sdk().database().collection('ledger_entries').count();
  return total ?? 0;
}

/**
 * A draft and a close each read printings, standings and entries once; the close writes an entry with
 * its account, family and four standings for every owner, ten owners a transaction.
 */
async function floorOf(room: LedgerRoom, owners: number): Promise<number> {
  // The SDK's own typings leave a transaction's callback open.
  const database = room.cloud.sdk().database() as unknown as CloudDatabase;
  const startedAt = performance.now();
  for (const collection of ['adoptions', 'standings', 'ledger_entries']) {
    for (const _pass of ['draft', 'close']) await readAll(database.collection(collection));
  }
  for (let from = 0; from < owners; from += 10) {
    await database.runTransaction(async (transaction) => {
      const pages = transaction.collection('bulletin_pages');
      for (let n = 0; n < Math.min(10, owners - from) * 7; n += 1) {
        await pages.doc(`floor-${from}-${n}`).set({ derivation: 'floor', amount: n });
      }
    });
  }
  return (performance.now() - startedAt) / 1000;
}

async function readAll(collection: ReturnType<CloudDatabase['collection']>): Promise<void> {
  for (let after = ''; ;) {
    const behind = collection.where({ _id: { $gt: after } });
    const { data } = await behind.orderBy('_id', 'asc').limit(1000).get();
    const last = data.at(-1) as { _id: string } | undefined; // every document has one
    if (!last || data.length < 1000) return;
    after = last._id;
  }
}

export function aimsOfClosing(cost: ClosingCost): Aim[] {
  const closing = `closing ${cost.period}`;
  const upTo = (what: string, value: number, most: number): Aim => ({
    ...{ what, aim: `<= ${most}`, value, isMet: value <= most },
  });
  return [
    upTo(`${closing}, longest step, s`, cost.longestStepSeconds, limits.stepSeconds),
    upTo(`${closing}, longest invocation, s`, cost.longestInvocationSeconds, limits.seconds),
    upTo(`${closing}, peak memory, MB`, cost.peakMb, limits.memoryMb),
    upTo(`${closing} / bare reads and writes`, cost.seconds / cost.floorSeconds, 3),
  ];
}

export function linesOfClosing(cost: ClosingCost): [string, string | number][] {
  const { period, people, printings, steps, invocations, seconds, floorSeconds, trips } = cost;
  return [
    [`${period}, of ${people} people, ${printings} printings`, ''],
    ['steps, draft and close', steps],
    ['invocations', invocations],
    ['seconds in all', seconds.toFixed(1)],
    ['bare reads and writes, s', floorSeconds.toFixed(1)],
    ['database trips', trips],
    ['entries posted', cost.entriesPosted],
  ];
}
