/** A dry run of a month or a year, step by step as the function takes it, in a process of its own; and works in memory alone. */
import type { Rulebook } from '../../cloudfunctions/domain/points/rulebook';
import { replay } from '../../cloudfunctions/domain/points/replay';
import { beginTrial } from '../../cloudfunctions/domain/points/trial';
import { spanOf } from '../../cloudfunctions/domain/ledger/period';
import { create } from '../../cloudfunctions/kernel/change';
import { commitStep, stepTrial } from '../../cloudfunctions/handlers/rulebook/step-trial';
import { trialPlace } from '../../cloudfunctions/handlers/rulebook/trial-place';
import { openStore } from '../../cloudfunctions/store';
import { startProductCloud } from '../support/county/county';
import { startNovemberRoom } from '../support/county/ledger-room';
import { aCredit, aPrinting, aWork } from '../support/domain/points';
import { storeWith } from './closing';
import { addDirectory, type Documents, type SpanSize } from './month-of';
import { tell } from './progress';
import type { Aim } from './report';

export interface TrialCost extends SpanSize {
  steps: number;
  /** As whoever waits for it sees it, and of it what the function itself computes. */
  seconds: number;
  cpuSeconds: number;
  longestStepSeconds: number;
  peakMb: number;
  /** Works a second of the function's own time, both sides; and of the evaluator alone. */
  worksPerCpuSecond: number;
  inMemoryPerCpuSecond: number;
}

/** What CloudBase gives the function. */
const limits = { stepSeconds: 10, memoryMb: 512 };
const inMemory = 10_000;
const sizes = { page: 1000, reads: 10, works: 500, pages: 20 };

export async function measureTrial(size: SpanSize): Promise<TrialCost> {
  tell(`trial of ${size.period}: writing ${size.printings} printings`);
  const { dir, remove } = await storeWith(size);
  const cloud = await startProductCloud({ dir, readyWithinMs: 120_000 });
  try {
    const room = await startNovemberRoom(cloud);
    const sdk = cloud.sdk().database();
    await addDirectory(room, size, async (collection, documents: Documents) => {
      for (let at = 0; at < documents.length; at += 500) {
        await sdk.collection(collection).add(documents.slice(at, at + 500));
      }
    });
    // The SDK as the functions bundle it, under other typings.
    const store = openStore(sdk as unknown as Parameters<typeof openStore>[0]);
    const rulebooks = await store.readRulebooks();
    const [rulebook] = rulebooks;
    const [outlets, units] = await Promise.all([store.readOutlets(), store.readUnits()]);
    if (!rulebook) throw new Error('the room has a rulebook');
    const newest: Rulebook = rulebooks.at(-1) ?? rulebook;
    const books = { rulebooks, draft: { ...newest, name: 'draft' } };
    const place = trialPlace(
      { ...{ store, sizes, on: '2027-01-10', books }, outlets, units },
      size,
    );
    tell(`trial of ${size.period}: step by step`);
    const taken = await takeAll(store, place, size);
    return { ...size, ...taken, inMemoryPerCpuSecond: inMemoryOf(newest) };
  } finally {
    await cloud.stop();
    remove();
  }
}

async function takeAll(
  store: ReturnType<typeof openStore>,
  place: ReturnType<typeof trialPlace>,
  { period }: SpanSize,
) {
  let trial = beginTrial({
    ...{ _id: 'bench', runId: 'bench-run', period, basis: '', now: Date.now(), version: 1 },
  });
  const kept = { now: Date.now(), attemptId: 'bench-begin' };
  await commitStep(store, { trial, changes: [create('rulebook_trials', trial)] }, kept);
  const cost = { steps: 0, seconds: 0, longestStepSeconds: 0, peakMb: 0 };
  const before = process.cpuUsage();
  for (;;) {
    const startedAt = performance.now();
    const step = await stepTrial(place, trial);
    if (!step) break;
    const attemptId = `bench-${cost.steps}`;
    if (!(await commitStep(store, step, { now: Date.now(), attemptId }))) {
      throw new Error('nobody else takes its steps');
    }
    ({ trial } = step);
    const seconds = (performance.now() - startedAt) / 1000;
    cost.steps += 1;
    cost.seconds += seconds;
    cost.longestStepSeconds = Math.max(cost.longestStepSeconds, seconds);
    cost.peakMb = Math.max(cost.peakMb, process.memoryUsage().rss / 1024 / 1024);
  }
  const { user, system } = process.cpuUsage(before);
  const cpuSeconds = (user + system) / 1_000_000;
  return {
    ...{ ...cost, cpuSeconds },
    worksPerCpuSecond: trial.works / cpuSeconds,
  };
}

/** Nothing but the evaluator and what posts its targets, on one side. */
function inMemoryOf(rulebook: Rulebook): number {
  const levels = ['county', 'city', 'provincial'] as const;
  const works = Array.from({ length: inMemory }, (_one, n) =>
    aWork([aPrinting(levels[n % levels.length] ?? 'city', { printedOn: '2026-11-10' })], {
      ...{ workId: `work-${n}`, credits: [aCredit(`person-${n % 1000}`)] },
    }),
  );
  const span = spanOf('2026-11') ?? { from: '', until: '' };
  const before = process.cpuUsage();
  replay({ rulebooks: [rulebook], span, works, facts: [], covered: new Map() });
  const { user, system } = process.cpuUsage(before);
  return works.length / ((user + system) / 1_000_000);
}

export function aimsOfTrial(cost: TrialCost): Aim[] {
  const upTo = (what: string, value: number, most: number): Aim => ({
    ...{ what: `trial of ${cost.period}, ${what}`, aim: `<= ${most}`, value, isMet: value <= most },
  });
  return [
    upTo('longest step, s', cost.longestStepSeconds, limits.stepSeconds),
    upTo('memory, MB', cost.peakMb, limits.memoryMb),
  ];
}

export function linesOfTrial(cost: TrialCost): [string, string | number][] {
  return [
    [`a dry run of ${cost.period}, ${cost.printings} works`, ''],
    ['steps', cost.steps],
    ['seconds in all', cost.seconds.toFixed(1)],
    ['of it in the function, s', cost.cpuSeconds.toFixed(1)],
    ['works a CPU second', cost.worksPerCpuSecond.toFixed(0)],
    ['the evaluator alone, works a CPU second', cost.inMemoryPerCpuSecond.toFixed(0)],
  ];
}
