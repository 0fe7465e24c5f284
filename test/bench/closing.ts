/** A month drafted and closed by the clock as it runs in production, minute by minute. */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { startProductCloud } from '../support/county';
import { startNovemberRoom, type LedgerRoom } from '../support/ledger-room';
import type { CloudDatabase } from '../support/sdk';
import { fillMonth, type MonthSize } from './month-of';
import type { Aim } from './report';

export interface ClosingCost extends MonthSize {
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
const month = '2026-11';
const minutesMax = 60;

export async function measureClosing(size: MonthSize): Promise<ClosingCost> {
  const dir = await mkdtemp(path.join(os.tmpdir(), 'xiangxun-closing-'));
  const cloud = await startProductCloud({ dir });
  try {
    const room = await startNovemberRoom(cloud);
    await fillMonth(room, size);
    const before = await countEntries(room);
    const minute = minutesOf(room);
    await untilState(room, 'draft', minute);
    await room.zhou.value('period.publish', await target(room));
    await room.zhou.value('period.close', await target(room));
    await untilState(room, 'closed', minute);
    const entriesPosted = (await countEntries(room)) - before;
    const floorSeconds = await floorOf(room, entriesPosted);
    return { ...size, ...(await costOf(room)), entriesPosted, floorSeconds };
  } finally {
    await cloud.stop();
    await rm(dir, { recursive: true, force: true });
  }
}

/** Moves the clock to the next minute; the timer fires by itself. */
function minutesOf({ cloud }: LedgerRoom) {
  let at = Date.parse('2026-12-01T00:30:00+08:00');
  return async () => {
    at = Math.max(at + 60_000, (await cloud.control<{ now: number }>('clock', 'read')).now);
    await cloud.control('clock', 'set', { at });
  };
}

async function untilState(room: LedgerRoom, state: string, minute: () => Promise<void>) {
  for (let passed = 0; passed < minutesMax; passed += 1) {
    await minute();
    const found = await periodOf(room);
    if (found?.state === state && !found.isComputing) return;
  }
  throw new Error(`the month is not ${state} after ${minutesMax} minutes`);
}

const periodOf = async ({ zhou }: LedgerRoom) =>
  (await zhou.value('period.list', {})).periods.find(({ period }) => period === month);

async function target(room: LedgerRoom) {
  return { period: month, version: (await periodOf(room))?.version ?? 0 };
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
  for (let read = 1000, skip = 0; read === 1000; skip += 1000) {
    read = (await collection.orderBy('_id', 'asc').skip(skip).limit(1000).get()).data.length;
  }
}

export function aimsOfClosing(cost: ClosingCost): Aim[] {
  const upTo = (what: string, value: number, most: number): Aim => ({
    ...{ what, aim: `<= ${most}`, value, isMet: value <= most },
  });
  return [
    upTo('closing, longest step, s', cost.longestStepSeconds, limits.stepSeconds),
    upTo('closing, longest invocation, s', cost.longestInvocationSeconds, limits.seconds),
    upTo('closing, peak memory, MB', cost.peakMb, limits.memoryMb),
    upTo('closing / bare reads and writes', cost.seconds / cost.floorSeconds, 3),
  ];
}

export function linesOfClosing(cost: ClosingCost): [string, string | number][] {
  const { people, printings, steps, invocations, seconds, floorSeconds, trips } = cost;
  return [
    [`a month of ${people} people, ${printings} printings`, ''],
    ['steps, draft and close', steps],
    ['invocations', invocations],
    ['seconds in all', seconds.toFixed(1)],
    ['bare reads and writes, s', floorSeconds.toFixed(1)],
    ['database trips', trips],
    ['entries posted', cost.entriesPosted],
  ];
}
