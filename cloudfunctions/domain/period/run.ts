/** One computation of a period's figures, kept between its steps: whoever goes on, goes on from here. */
import type { Tallies } from '../bulletin/tally';
import type { PeriodKey } from '../ledger/period';

/** In their order; `wait` and `post` are the last computation's alone. */
export const stages = [
  'wait',
  'filed',
  'printed',
  'facts',
  'points',
  'rules',
  'post',
  'finish',
] as const;
export type Stage = (typeof stages)[number];

export interface Run {
  _id: PeriodKey;
  purpose: 'draft' | 'final';
  /** Part of the ids of what it writes. */
  round: number;
  stage: Stage;
  /** Where the stage goes on; null at its beginning. */
  after: string | null;
  /** Nothing is read before this moment. */
  notBefore: number;
  tallies: Tallies;
  /** Pages of targets that the period's rules have. */
  targetPages: number;
  /** Owners that a quota rule names. */
  named: string[];
  version: number;
}

/**
 * In-flight postings that were decided before closing end within 30 s; nothing that began before can
 * still be under way after twice that.
 */
const quietMs = 60_000;

export function beginRun(
  period: { _id: PeriodKey; computing: Run['purpose']; version: number },
  at: number,
): Run {
  const isFinal = period.computing === 'final';
  return {
    ...{ _id: period._id, purpose: period.computing, round: period.version, after: null },
    ...{ stage: isFinal ? 'wait' : 'filed', notBefore: isFinal ? at + quietMs : at },
    ...{ tallies: { units: {}, people: {} }, targetPages: 0, named: [], version: 1 },
  };
}

/** The stage after this one, at its beginning. */
export function nextStage(run: Run): Run {
  const next = stages[stages.indexOf(run.stage) + 1] ?? 'finish';
  const isPosting = run.purpose === 'final' && run.targetPages > 0;
  return { ...run, stage: next === 'post' && !isPosting ? 'finish' : next, after: null };
}
