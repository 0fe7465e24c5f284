import { draftPeriod, type Period } from '../../domain/period/period';
import { beginRun } from '../../domain/period/run';
import { now } from '../../kernel/clock';
import { accept } from '../../kernel/decision';
import { create, type Change } from '../../kernel/change';
import type { CommandHandler } from '../handler';
import { changePeriod } from './change-period';
import { stepPeriod } from './step-period';

/** A small county's figures are there at once; those of a large one follow with the clock. */
const budgetMs = 8_000;

/** `period.draft`: computes the figures, for the first time or anew. */
export const draftPeriodHandler: CommandHandler<'period.draft'> = async (input, scene) => {
  const { now: at, on, store } = scene;
  const until = now() + budgetMs;
  let drafted: Period | undefined;
  const outcome = await changePeriod(scene, input, ({ before }) => {
    const decision = draftPeriod(input.period, before, { at, on });
    if (!decision.accepted) return decision;
    const { period } = decision.changes;
    drafted = period;
    return accept({ period, more: [runChange(period, at)] });
  });
  if (!outcome.ok || !drafted) return outcome;
  // No step begins after that; the clock takes the others, and whoever looks sees how far it is.
  while (now() < until) {
    if ((await stepPeriod({ store, now: at, on }, drafted)) !== 'stepped') break;
  }
  return outcome;
};

/** The run of a period whose figures are to be computed. */
export function runChange(period: Period, at: number): Change {
  const { _id, version } = period;
  return create(
    'period_runs',
    beginRun({ _id, computing: period.computing ?? 'draft', version }, at),
  );
}
