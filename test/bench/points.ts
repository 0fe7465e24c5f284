/**
 * `npm run bench -- points [--json] [--tenth] [part …]`: the ledger as entries pile up. Its parts, all
 * where none is named: `--closing` and `--year`, the close of a month and of a year; `--trial` and
 * `--trial-year`, a dry run of them; `--trips`, round
 * trips of the everyday calls; `--reads`, rank and top fifty at a thousand, a hundred thousand and a
 * million entries of a county's thousand people; `--rebuild`, the audit and a full rebuild of the million.
 * `--tenth` takes a tenth of everything. It judges nothing: the aims are printed beside the figures.
 */
import os from 'node:os';
import path from 'node:path';
import { startProductCloud } from '../support/county/county';
import { startLedgerRoom, type LedgerRoom } from '../support/county/ledger-room';
import { aimsOfClosing, linesOfClosing, measureClosing, type ClosingCost } from './closing';
import type { CallCost } from './cost-call';
import { ledgerOf } from './ledger-of';
import { measure } from './measure';
import { measurePoints } from './points-costs';
import type { SpanSize } from './month-of';
import { tell } from './progress';
import { linesOfRebuild, measureRebuild, type RebuildCost } from './rebuild';
import type { Aim } from './report';
import { aimsOfTrial, linesOfTrial, measureTrial, type TrialCost } from './trial';
import { countTrips } from './trips';

const isTenth = process.argv.includes('--tenth');
const LARGEST = isTenth ? 100_000 : 1_000_000;
const SIZES: Size[] = [
  { entries: 1_000, people: 1_000 },
  { entries: LARGEST / 10, people: 1_000 },
  { entries: LARGEST, people: 1_000 },
  // Far more people than a county has: what a rank costs then.
  { entries: LARGEST / 10, people: LARGEST / 10 },
];
const READS = 40;
const ROUNDS = 6;
const functionsDir = path.resolve(__dirname, '../..', 'dist/cloudfunctions');

interface Size {
  entries: number;
  people: number;
}

interface Reads extends Size {
  rankMs: number;
  topMs: number;
  entriesMs: number;
}

interface Figures {
  closings: ClosingCost[];
  trials: TrialCost[];
  calls: CallCost[];
  reads: Reads[];
  rebuild: RebuildCost | null;
}

const months: Record<string, SpanSize> = {
  '--closing': { period: '2026-11', people: 1_000, printings: 10_000 },
  '--year': { period: '2026', people: 1_000, printings: 120_000 },
};
const trials: Record<string, SpanSize> = {
  '--trial': { period: '2026-11', people: 1_000, printings: 10_000 },
  '--trial-year': { period: '2026', people: 1_000, printings: 120_000 },
};
const ledgers = ['--reads', '--rebuild'];
const parts = [...Object.keys({ ...months, ...trials }), '--trips', ...ledgers];

void main();

async function main(): Promise<void> {
  const named = parts.filter((part) => process.argv.includes(part));
  const isAsked = (part: string) => named.length === 0 || named.includes(part);
  await furnishOnce();
  const closings: ClosingCost[] = [];
  for (const [part, size] of Object.entries(months)) {
    if (isAsked(part)) closings.push(await measureClosing(isTenth ? aTenth(size) : size));
  }
  const tried: TrialCost[] = [];
  for (const [part, size] of Object.entries(trials)) {
    if (isAsked(part)) tried.push(await measureTrial(isTenth ? aTenth(size) : size));
  }
  const calls = isAsked('--trips') ? await measureTrips() : [];
  const figures = { closings, trials: tried, calls, ...(await measureLedger(isAsked)) };
  const aims = [
    ...aimsOf(figures),
    ...closings.flatMap(aimsOfClosing),
    ...tried.flatMap(aimsOfTrial),
  ];
  if (process.argv.includes('--json')) {
    process.stdout.write(`${JSON.stringify({ bench: 'points', machine, ...figures, aims })}\n`);
  } else print(figures, aims);
}

const aTenth = ({ period, people, printings }: SpanSize): SpanSize => ({
  ...{ period, people: people / 10, printings: printings / 10 },
});

/** What every cloud begins with is made on an empty one: it must not hold the entries of the first. */
async function furnishOnce(): Promise<void> {
  const cloud = await startProductCloud();
  await startLedgerRoom(cloud);
  await cloud.stop();
}

async function measureLedger(isAsked: (part: string) => boolean) {
  const none = { reads: [], rebuild: null };
  if (!ledgers.some(isAsked)) return none;
  const counties: County[] = [];
  const sizes = isAsked('--reads') ? SIZES : SIZES.filter(({ entries }) => entries === LARGEST);
  for (const size of sizes) counties.push(await aCounty(size));
  const reads = isAsked('--reads') ? await measureReads(counties) : [];
  const largest = counties.find(({ size }) => size.entries === LARGEST);
  if (!largest) throw new Error('the largest is among them');
  const rebuild = isAsked('--rebuild') ? await measureRebuild(largest.room) : null;
  for (const county of counties) await county.stop();
  return { reads, rebuild };
}

const machine = { node: process.version, cpus: os.cpus().length, platform: process.platform };

/** Round trips are counted on a cloud of their own: the counting itself takes time. */
async function measureTrips(): Promise<CallCost[]> {
  tell('counting round trips');
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

interface County {
  size: Size;
  room: LedgerRoom;
  stop(): Promise<void>;
}

async function aCounty(size: Size): Promise<County> {
  tell(`writing ${size.entries} entries of ${size.people} people`);
  const ledger = await ledgerOf(size);
  const cloud = await startProductCloud({ dir: ledger.dir, readyWithinMs: 120_000 });
  const room = await startLedgerRoom(cloud);
  // 林 stands in the middle of the thousand.
  await room.aPrinted('provincial');
  const stop = async () => {
    await cloud.stop();
    ledger.remove();
  };
  return { size, room, stop };
}

/**
 * The quickest of several rounds, in turn over all sizes: what else the machine does meets them all alike.
 */
async function measureReads(counties: County[]): Promise<Reads[]> {
  const reads = counties.map(({ size }) => ({
    ...{ ...size, rankMs: Infinity, topMs: Infinity, entriesMs: Infinity },
  }));
  for (let round = 0; round < ROUNDS; round += 1) {
    tell(`reading, round ${round + 1} of ${ROUNDS}`);
    for (const [n, { room }] of counties.entries()) {
      const best = reads[n];
      if (!best) continue;
      const { rankMs, topMs, entriesMs } = await readOnce(room);
      best.rankMs = Math.min(best.rankMs, rankMs);
      best.topMs = Math.min(best.topMs, topMs);
      best.entriesMs = Math.min(best.entriesMs, entriesMs);
    }
  }
  return reads;
}

async function readOnce({ lin }: LedgerRoom): Promise<Omit<Reads, keyof Size>> {
  const ranked = { kind: 'person' as const, book: 'points' as const, period: 'all', after: null };
  const listed = { owner: null, book: null, period: 'all', after: null };
  const p50 = async (read: () => Promise<unknown>) =>
    (await measure(read, { count: READS, atOnce: 1 })).p50Ms;
  return {
    rankMs: await p50(() => lin.value('standing.show', { owner: null })),
    topMs: await p50(() => lin.value('ranking.list', ranked)),
    entriesMs: await p50(() => lin.value('entry.list', listed)),
  };
}

function aimsOf({ reads, calls }: Pick<Figures, 'reads' | 'calls'>): Aim[] {
  const few = reads[0];
  const many = reads.find(({ entries }) => entries === LARGEST);
  const upTo = (what: string, value: number, most: number): Aim => ({
    ...{ what, aim: `<= ${most}`, value, isMet: value <= most },
  });
  const trips = (call: string, most: number) =>
    upTo(`${call}, database trips`, calls.find((one) => one.call === call)?.database ?? NaN, most);
  const growth = (part: 'rankMs' | 'topMs' | 'entriesMs') =>
    (many?.[part] ?? NaN) / (few?.[part] ?? NaN);
  const most = isTenth ? '100k' : '1M';
  const grown = [
    upTo(`rank p50, ${most} / 1k`, growth('rankMs'), 1.3),
    upTo(`top fifty p50, ${most} / 1k`, growth('topMs'), 1.3),
    upTo(`my entries p50, ${most} / 1k`, growth('entriesMs'), 1.3),
  ];
  const counted = [
    ...[trips('standing.show', 3), trips('ranking.list', 2), trips('entry.list', 2)],
  ];
  return [...(reads.length > 0 ? grown : []), ...(calls.length > 0 ? counted : [])];
}

const line = (cells: (string | number)[]) =>
  cells.map((cell, n) => (n === 0 ? String(cell).padEnd(42) : String(cell).padStart(12))).join('');

const lineOfAim = ({ what, aim, value, isMet }: Aim) =>
  line([what, value.toFixed(2), aim, isMet ? 'met' : 'NOT met']);

function print({ reads, calls, rebuild, closings, trials: tried }: Figures, aims: Aim[]): void {
  const ms = ({ entries, people, rankMs, topMs, entriesMs }: Reads) =>
    line([
      `${entries} entries, ${people} people`,
      ...[rankMs, topMs, entriesMs].map((one) => one.toFixed(1)),
    ]);
  const tables = [
    calls.length > 0 ? [line(['call', 'database', 'answer bytes'])] : [],
    calls.map((one) => line([one.call, one.database, one.answerBytes])),
    reads.length > 0 ? [line(['p50, ms', 'standing', 'top fifty', 'my entries'])] : [],
    reads.map(ms),
    rebuild ? linesOfRebuild(rebuild).map(line) : [],
    ...closings.map((closing) => linesOfClosing(closing).map(line)),
    ...tried.map((trial) => linesOfTrial(trial).map(line)),
    ['', ...aims.map(lineOfAim)],
  ];
  process.stdout.write(`${tables.flat().join('\n')}\n`);
}
