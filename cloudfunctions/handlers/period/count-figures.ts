/** What was filed and printed in a period, and its points: a page of documents a step. */
import {
  monthsUpTo,
  withFiled,
  withPrintings,
  withStandings,
  withTrainings,
} from '../../domain/bulletin/tally';
import { spanOf } from '../../domain/ledger/period';
import { nextStage, type Run } from '../../domain/period/run';
import { withFacts } from '../../domain/points/period-sums';
import { pageSize } from './stepping';
import type { Step, Stepping } from './stepping';

/** Stories a step; one month more is begun below it. */
const filingsAtOnce = 10_000;

/**
 * Counted by the database itself, a month of the year at a time: one line for each unit, author and
 * kind. The day of a filing never changes, so none is met in two of them.
 */
export async function countFiled({ store }: Pick<Stepping, 'store'>, run: Run): Promise<Step> {
  const { from } = daysOf(run);
  const months = monthsUpTo(run._id);
  let { tallies } = run;
  let n = Number(run.after ?? 0);
  for (let counted = 0; n < months.length && counted < filingsAtOnce; n += 1) {
    const span = spanOf(months[n] ?? '') ?? { from: '', until: '' };
    const filed = await store.countFiled(span);
    tallies = withFiled(tallies, span.from < from ? [] : filed, filed);
    counted += filed.reduce((sum, { count }) => sum + count, 0);
  }
  const next = { ...run, tallies, after: String(n) };
  return { run: n < months.length ? next : nextStage(next), changes: [] };
}

export async function countPrinted({ store }: Stepping, run: Run): Promise<Step> {
  const after = placeOf(run.after);
  const [printings, outlets] = await Promise.all([
    store.pageCountedPrintings({ ...daysOf(run), after }),
    store.readOutlets(),
  ]);
  const tallies = withPrintings(run.tallies, printings, outlets);
  const last = printings.length < pageSize ? undefined : printings.at(-1);
  const next = { ...run, tallies, after: last ? `${last.countsOn} ${last._id}` : null };
  return { run: last ? next : nextStage(next), changes: [] };
}

export async function countFacts({ store }: Stepping, run: Run): Promise<Step> {
  const facts = await store.pageCountedFacts({ ...daysOf(run), after: placeOf(run.after) });
  const tallies = withTrainings(run.tallies, facts);
  const gathered = withFacts(run.gathered, run._id, facts);
  const last = facts.length < pageSize ? undefined : facts.at(-1);
  const after = last ? `${last.countsOn} ${last._id}` : null;
  const next = { ...run, tallies, gathered, after };
  return { run: last ? next : nextStage(next), changes: [] };
}

/** The period's own standings, then those of every month of its year: a page of one kind a step. */
export async function sumPoints({ store }: Stepping, run: Run): Promise<Step> {
  const passes = [
    { period: run._id, column: 'points' as const },
    ...monthsUpTo(run._id).map((period) => ({ period, column: 'pointsCumulative' as const })),
  ].flatMap((pass) => [
    { ...pass, kind: 'unit' as const },
    { ...pass, kind: 'person' as const },
  ]);
  const [place = '0', amount, ownerId] = run.after?.split(' ') ?? [];
  let after = ownerId === undefined ? null : { amount: Number(amount), ownerId };
  for (let n = Number(place); n < passes.length; n += 1) {
    const { period, kind, column } = passes[n] ?? passes[0]!; // `n` is within them
    const standings = await store.pageStandingsOf({ period, kind, book: 'points', after });
    after = null;
    // Months before the organ was founded have none; they are worth no step of their own.
    if (standings.length === 0) continue;
    const tallies = withStandings(run.tallies, standings, column);
    const last = standings.length < pageSize ? undefined : standings.at(-1);
    const next = last ? `${n} ${last.amount} ${last.ownerId}` : `${n + 1}`;
    return { run: { ...run, tallies, after: next }, changes: [] };
  }
  return { run: nextStage(run), changes: [] };
}

export function daysOf({ _id }: Pick<Run, '_id'>): { from: string; until: string } {
  const span = spanOf(_id);
  if (!span) throw new Error('only a month, quarter or year is closed');
  return span;
}

/** `<day> <id>`. */
export function placeOf(after: string | null): { on: string; id: string } | null {
  return after === null ? null : { on: after.slice(0, 10), id: after.slice(11) };
}
