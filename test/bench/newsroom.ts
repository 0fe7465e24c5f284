/**
 * `npm run bench -- newsroom [--json]`: what a newsroom's calls cost: round trips and bytes, the queue
 * as stories pile up, filing with a photo beside its floor, each function's cold start. It judges
 * nothing: the aims are printed beside the figures.
 */
import os from 'node:os';
import path from 'node:path';
import type { RunningCloud } from '../support/cloud/cloud';
import { startProductCloud } from '../support/county/county';
import { startNewsroom, type Newsroom } from '../support/county/newsroom';
import { measureCalls, signOff } from './call-costs';
import { measureColdStarts, type ColdStart } from './cold-start';
import type { CallCost } from './cost-call';
import { measureFilings, type FilingCost } from './filings';
import { measureQueues, type QueueCost } from './queue';
import type { Aim } from './report';
import { countTrips } from './trips';

const AT_ONCE = 16;
const FILINGS = 64;
const PHOTO_BYTES = 300 * 1024;
const root = path.resolve(__dirname, '../..');
const functionsDir = path.join(root, 'dist/cloudfunctions');

interface Figures {
  calls: CallCost[];
  queueP50Ms: QueueCost;
  filing: FilingCost;
  coldStarts: ColdStart[];
}

void main();

async function main(): Promise<void> {
  const figures: Figures = {
    coldStarts: await measureColdStarts(functionsDir, root),
    calls: await measureOnCounted(),
    ...(await measureOnPlain()),
  };
  const aims = aimsOf(figures);
  const machine = { node: process.version, cpus: os.cpus().length, platform: process.platform };
  if (process.argv.includes('--json')) {
    process.stdout.write(`${JSON.stringify({ bench: 'newsroom', machine, ...figures, aims })}\n`);
  } else print(figures, aims);
}

/** Round trips are counted on a cloud of their own: the counting itself takes time. */
async function measureOnCounted(): Promise<CallCost[]> {
  const counter = await countTrips(functionsDir);
  const cloud = await startProductCloud({ functionsDir: counter.functionsDir });
  counter.leadTo(cloud.base);
  try {
    return await onNewsroom(cloud, (room) => measureCalls(room, counter));
  } finally {
    await counter.stop();
  }
}

async function measureOnPlain(): Promise<Pick<Figures, 'filing' | 'queueP50Ms'>> {
  const photo = { photoBytes: PHOTO_BYTES, count: FILINGS, atOnce: AT_ONCE };
  const filing = await onNewsroom(await startProductCloud(), (room) => measureFilings(room, photo));
  // Two counties of the same age: one that had filed much before would have its functions warm.
  const queueP50Ms = await onNewsroom(await startProductCloud(), async (small) =>
    onNewsroom(await startProductCloud(), (large) => measureQueues(small, large)),
  );
  return { filing, queueP50Ms };
}

async function onNewsroom<Value>(
  cloud: RunningCloud,
  work: (room: Newsroom) => Promise<Value>,
): Promise<Value> {
  try {
    return await work(await startNewsroom(cloud));
  } finally {
    await cloud.stop();
  }
}

function aimsOf({ calls, queueP50Ms, filing, coldStarts }: Figures): Aim[] {
  const of = (call: string) => calls.find((one) => one.call === call);
  const upTo = (what: string, value: number, most: number): Aim => ({
    ...{ what, aim: `<= ${most}`, value, isMet: value <= most },
  });
  const trips = (call: string, most: number) =>
    upTo(`${call}, database trips`, of(call)?.database ?? NaN, most);
  const { ratio } = filing;
  return [
    trips('session.open', 2),
    trips('story.list', 2),
    trips('story.show', 2),
    trips('story.file', 8),
    trips('story.approve', 8),
    trips(signOff, 8),
    trips('queue.list', 2),
    upTo('queue.list, KB', (of('queue.list')?.answerBytes ?? NaN) / 1024, 12),
    upTo('queue p50, 100k / 1k', queueP50Ms.ratio, 1.2),
    { what: 'filing at 16 / floor', aim: '>= 0.25', value: ratio, isMet: ratio >= 0.25 },
    ...coldStarts
      .filter(({ name }) => name !== 'plain SDK')
      .map(({ name, ratio: cold }) => upTo(`cold ${name} / plain SDK`, cold, 0.8)),
  ];
}

function print(figures: Figures, aims: Aim[]): void {
  const line = (cells: (string | number)[]) =>
    cells
      .map((cell, n) => (n === 0 ? String(cell).padEnd(30) : String(cell).padStart(14)))
      .join('');
  const { calls, coldStarts, filing, queueP50Ms } = figures;
  const text = [
    line(['call', 'database', 'storage', 'answer bytes']),
    ...calls.map((one) => line([one.call, one.database, one.other, one.answerBytes])),
    '',
    'the database trips, in order; to begin and to commit are two of them:',
    ...calls.map(({ call, went }) => `${call}: ${went.join(', ')}`),
    '',
    ...coldStarts.map(({ name, ms }) => line([`cold start ${name}, ms`, ms.toFixed(0)])),
    line(['queue p50 at 1k, 100k, ms', queueP50Ms.few.toFixed(1), queueP50Ms.many.toFixed(1)]),
    line([
      'filings at 16, its floor, /s',
      ...[filing.perSecond, filing.floorPerSecond].map(rounded),
    ]),
    '',
    ...aims.map(({ what, aim, value, isMet }) =>
      line([what, value.toFixed(2), aim, isMet ? 'met' : 'NOT met']),
    ),
  ];
  process.stdout.write(`${text.join('\n')}\n`);
}

const rounded = (figure: number) => figure.toFixed(1);
