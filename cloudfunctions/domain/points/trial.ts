/**
 * 试算: one person's dry run, kept between its steps: whoever goes on, goes on from here. Month by month
 * it lists works, replays them and the month's facts, and applies the rules on both sides; then those of
 * quarters and of the year; at last it says who moves.
 */
import { periodsTried, periodsWithin } from '../bulletin/try-rules';
import type { PeriodKey } from '../ledger/period';
import type { DryRun } from './dry-run';

/** Of a month, in their order; a quarter and a year have the rules of both sides alone. */
const stages = ['list', 'works', 'facts', 'hand', 'before', 'after'] as const;
export type TrialStage = (typeof stages)[number] | 'result' | 'done';

export interface Trial {
  /** Whose it is: one a person, so that nobody meets another's. */
  _id: string;
  /** Part of the ids of what it keeps. */
  runId: string;
  period: PeriodKey;
  /** Hash over the draft and the versions in force: with others it begins anew. */
  basis: string;
  startedAt: number;
  /** From then on it is as if it were not there, and the next one sweeps it away. */
  expiresAt: number;
  /** The month, quarter or year that is being worked out; null at the end. */
  at: PeriodKey | null;
  stage: TrialStage;
  /** Where the stage goes on; null at its beginning. */
  after: string | null;
  /** How many pages there are of what is kept, by what it is. */
  parts: Record<string, number>;
  works: number;
  facts: number;
  /** Accounts that move; known at the end. */
  moved: number;
  /** Printings and facts of the period that changed while it ran: some may have come too late for it. */
  touched: number;
  /** Yuan that waited before the period are as they were posted, under the draft as well. */
  isHeldTaken: boolean;
  version: number;
}

/** An office comes back to it the next morning. */
export const keptMs = 36 * 60 * 60 * 1000;

export function beginTrial(
  begun: Pick<Trial, '_id' | 'runId' | 'period' | 'basis'> & { now: number; version: number },
): Trial {
  const { now, ...own } = begun;
  return {
    ...{ ...own, startedAt: now, expiresAt: now + keptMs },
    ...{ at: periodsWithin(own.period)[0] ?? null, stage: 'list', after: null, parts: {} },
    ...{ works: 0, facts: 0, moved: 0, touched: 0, isHeldTaken: false },
  };
}

/** What is worked out, in its order: every month, and the longer periods that have rules. */
export function planOf(period: PeriodKey, books: DryRun): PeriodKey[] {
  const tried = periodsTried(period, books);
  return periodsWithin(period).filter((key) => isMonth(key) || tried.includes(key));
}

/** The next stage, at its beginning. */
export function nextStage(trial: Trial, plan: PeriodKey[]): Trial {
  const next = { ...trial, after: null };
  if (trial.stage === 'result') return { ...next, stage: 'done', at: null };
  const stage = stages[stages.findIndex((one) => one === trial.stage) + 1];
  if (stage) return { ...next, stage };
  const at = plan[plan.indexOf(trial.at ?? '') + 1];
  if (at === undefined) return { ...next, stage: 'result', at: null };
  return { ...next, at, stage: isMonth(at) ? 'list' : 'before' };
}

export const isMonth = (period: PeriodKey) => period.includes('-');
