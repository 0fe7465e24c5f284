/** One computation of a period's figures, kept between its steps: whoever goes on, goes on from here. */
import type { Tallies } from '../bulletin/tally';
import type { PeriodKey } from '../ledger/period';
import type { HeldBy } from '../points/payout';
import { nothingGathered, type Gathered } from '../points/period-sums';

/** In their order; `wait`, `post` and `heads` are the last computation's alone. */
export const stages = [
  'wait',
  'filed',
  'printed',
  'facts',
  'points',
  'entries',
  'items',
  'held',
  'rules',
  'post',
  'heads',
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
  /** What the period's rules have to know of its entries and facts; let go of once they were applied. */
  gathered: Gathered;
  /** The rulebook by which it is gathered; null before that, and where there is none. */
  ruleVersion: number | null;
  /** Entries that were read. */
  entries: number;
  /** In how many parts single entries are laid aside, and how many pages each part may have. */
  parts: number;
  itemPages: number;
  /** Money that waited before the period, as far as it was gone through. */
  held: HeldBy;
  /** Pages of targets that the period's rules have. */
  targetPages: number;
  /** Owners that a quota rule names. */
  named: string[];
  /** The digest over the heads of accounts, as far as they were read, and how many pages they are. */
  headDigest: string;
  headPages: number;
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
    ...{ tallies: { units: {}, people: {} }, gathered: nothingGathered, ruleVersion: null },
    ...{ entries: 0, parts: 0, itemPages: 0, held: [], targetPages: 0, named: [], version: 1 },
    ...{ headDigest: '', headPages: 0 },
  };
}

const lastOnly: Stage[] = ['wait', 'post', 'heads'];

/** How far a run is, for whoever waits for it. */
export function progressOf({ stage, purpose }: Pick<Run, 'stage' | 'purpose'>) {
  const all = stages.filter((one) => purpose === 'final' || !lastOnly.includes(one));
  return { stage: all.indexOf(stage) + 1, of: all.length };
}

/** The stage after this one, at its beginning; what there is nothing for is left out. */
export function nextStage(run: Run): Run {
  const isLeftOut = {
    items: run.parts === 0,
    held: run.ruleVersion === null,
    rules: run.ruleVersion === null,
    post: run.purpose === 'draft' || run.targetPages === 0,
    heads: run.purpose === 'draft',
  } as Partial<Record<Stage, boolean>>; // of all others there is always something
  const next = stages.find((stage, n) => n > stages.indexOf(run.stage) && !isLeftOut[stage]);
  return { ...run, stage: next ?? 'finish', after: null };
}
