/**
 * `npm run bench -- points [--json]`: the ledger as entries pile up: rank and top fifty at a thousand, a
 * hundred thousand and a million entries of a county's thousand people; round trips of the everyday
 * calls; the audit and a full rebuild. It judges nothing: the aims are printed beside the figures.
 */
import os from 'node:os';
import path from 'node:path';
import { startProductCloud } from '../support/county';
import { startLedgerRoom } from '../support/ledger-room';
import { ledgerOf } from './ledger-of';
import { measure } from './measure';
import { measurePoints, type PointsCost } from './points-costs';
import { measureRebuild, type RebuildCost } from './rebuild';
import type { Aim } from './report';
import { countTrips } from './trips';

const SIZES = [1_000, 100_000, 1_000_000];
const PEOPLE = 1_000;
/** Far more than a county has: what a rank costs then. */
const CROWD = 100_000;
const READS = 60;
const ROUNDS = 3;
const functionsDir = path.resolve(__dirname, '../..', 'dist/cloudfunctions');

interface Reads {
  entries: number;
  people: number;
  rankMs: number;
  topMs: number;
  entriesMs: number;
}

interface Figures {
  reads: Reads[];
  crowd: Reads;
  calls: PointsCost[];
  rebuild: RebuildCost;
}

void main();

async function main(): Promise<void> {
  const calls = await measureTrips();
  const reads: Reads[] = [];
  let rebuild: RebuildCost | undefined;
  for (const entries of SIZES) {
    const isLast = entries === SIZES.at(-1);
    const measured = await measureSize({ entries, people: PEOPLE, isRebuilt: isLast });
    reads.push(measured.reads);
    rebuild = measured.rebuild;
  }
  const crowd = await measureSize({ entries: CROWD, people: CROWD, isRebuilt: false });
  if (!rebuild) throw new Error('the last size is rebuilt');
  const figures: Figures = { reads, crowd: crowd.reads, calls, rebuild };
  const aims = aimsOf(figures);
  const machine = { node: process.version, cpus: os.cpus().length, platform: process.platform };
  if (process.argv.includes('--json')) {
    process.stdout.write(`${JSON.stringify({ bench: 'points', machine, ...figures, aims })}\n`);
  } else print(figures, aims);
}

/** Round trips are counted on a cloud of their own: the counting itself takes time. */
async function measureTrips(): Promise<PointsCost[]> {
  const counter = await countTrips(functionsDir);
  const cloud = await startProductCloud({ functionsDir: counter.functionsDir });
  counter.leadTo(cloud.base);
  try {
    return await measurePoints(await startLedgerRoom(cloud), counter);
  } finally {
    await cloud.stop();
    await counter.stop();
  }
}

async function measureSize(size: { entries: number; people: number; isRebuilt: boolean }) {
  const ledger = await ledgerOf(size);
  const cloud = await startProductCloud({ dir: ledger.dir, readyWithinMs: 120_000 });
  try {
    const room = await startLedgerRoom(cloud);
    // 林 stands in the middle of the thousand.
    await room.aPrinted('provincial');
    const ranked = { kind: 'person' as const, book: 'points' as const, period: 'all', after: null };
    const listed = { owner: null, book: null, period: 'all', after: null };
    const reads = {
      ...{ entries: size.entries, people: size.people },
      rankMs: await quickest(() => room.lin.value('standing.show', { owner: null })),
      topMs: await quickest(() => room.lin.value('ranking.list', ranked)),
      entriesMs: await quickest(() => room.lin.value('entry.list', listed)),
    };
    const rebuild = size.isRebuilt ? await measureRebuild(room) : undefined;
    return { reads, rebuild };
  } finally {
    await cloud.stop();
    ledger.remove();
  }
}

/** The quickest of several rounds: what the machine can do when others let it. */
async function quickest(read: () => Promise<unknown>): Promise<number> {
  const rounds: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    rounds.push((await measure(read, { count: READS, atOnce: 1 })).p50Ms);
  }
  return Math.min(...rounds);
}

function aimsOf({ reads, calls }: Figures): Aim[] {
  const [few, , many] = reads;
  const upTo = (what: string, value: number, most: number): Aim => ({
    ...{ what, aim: `<= ${most}`, value, isMet: value <= most },
  });
  const trips = (call: string, most: number) =>
    upTo(`${call}, database trips`, calls.find((one) => one.call === call)?.database ?? NaN, most);
  const growth = (part: 'rankMs' | 'topMs' | 'entriesMs') =>
    (many?.[part] ?? NaN) / (few?.[part] ?? NaN);
  return [
    upTo('rank p50, 1M / 1k', growth('rankMs'), 1.3),
    upTo('top fifty p50, 1M / 1k', growth('topMs'), 1.3),
    upTo('my entries p50, 1M / 1k', growth('entriesMs'), 1.3),
    trips('standing.show', 3),
    trips('ranking.list', 2),
    trips('entry.list', 2),
  ];
}

function print({ reads, crowd, calls, rebuild }: Figures, aims: Aim[]): void {
  const line = (cells: (string | number)[]) =>
    cells
      .map((cell, n) => (n === 0 ? String(cell).padEnd(34) : String(cell).padStart(12)))
      .join('');
  const ms = ({ entries, people, rankMs, topMs, entriesMs }: Reads) =>
    line([
      `${entries} entries, ${people} people`,
      ...[rankMs, topMs, entriesMs].map((one) => one.toFixed(1)),
    ]);
  const text = [
    line(['call', 'database', 'answer bytes']),
    ...calls.map((one) => line([one.call, one.database, one.answerBytes])),
    '',
    line(['p50, ms', 'standing', 'top fifty', 'my entries']),
    ...[...reads, crowd].map(ms),
    '',
    line(['audit, entries/s', rebuild.auditPerSecond.toFixed(0)]),
    line(['rebuild, entries/s', rebuild.rebuildPerSecond.toFixed(0)]),
    line(['longest step, s', rebuild.longestStepSeconds.toFixed(1)]),
    '',
    ...aims.map(({ what, aim, value, isMet }) =>
      line([what, value.toFixed(2), aim, isMet ? 'met' : 'NOT met']),
    ),
  ];
  process.stdout.write(`${text.join('\n')}\n`);
}
