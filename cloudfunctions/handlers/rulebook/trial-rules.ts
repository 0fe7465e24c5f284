/** The rules of one period on one side, as at its closing; and at the end who moves. */
import { foldEntries } from '../../domain/bulletin/fold-entries';
import { withFiled, noTallies } from '../../domain/bulletin/tally';
import { entryOf, periodsWithin, tryPeriod } from '../../domain/bulletin/try-rules';
import { periodBefore, spanOf, type PeriodKey } from '../../domain/ledger/period';
import { lastDayOf } from '../../domain/period/period';
import { addUp, movesOf, sides, type Moved, type Side } from '../../domain/points/dry-run';
import type { RuleFact } from '../../domain/points/facts';
import type { Held } from '../../domain/points/period-facts';
import { payoutOf } from '../../domain/points/payout';
import { rulebookOn } from '../../domain/points/rulebook';
import { isMonth, nextStage, type Trial } from '../../domain/points/trial';
import { startOfDay } from '../../kernel/days';
import { heldBefore } from '../period/held-money';
import {
  entriesOf,
  entryLines,
  pagesBy,
  pagesOf,
  partIds,
  readLines,
  type TrialStep,
} from './trial-parts';
import type { TrialPlace } from './trial-place';

/** Movers a page that is kept; a phone is shown some of them at once. */
export const movesAPart = 500;

type Lines = Parameters<typeof entriesOf>[0];
type HeldLine = [ownerKey: string, held: Held[]];

export async function applyTrialRules(place: TrialPlace, trial: Trial): Promise<TrialStep> {
  // Only the stages of the two sides come here.
  const side = trial.stage as Side;
  const at = trial.at ?? '';
  const own = isMonth(at) ? [`${at} ${side}`, `${at} hand`] : withinOf(at).map(sumsOf(side));
  const ids = own.flatMap((what) => partIds(trial, what));
  const entries = foldEntries(
    entriesOf(await readLines<Lines[number]>(place, ids)),
    place.looked.any[side],
  );
  const tried = place.tried.includes(at) ? await tryRules(place, trial, { side, entries }) : none;
  const brought = tried.targets.map(entryOf);
  const sums = foldEntries(
    isMonth(at) ? [...entries, ...brought] : brought,
    place.looked.longer[side],
  );
  return {
    trial: {
      ...nextStage(trial, place.plan),
      isHeldTaken: trial.isHeldTaken || tried.isHeldTaken,
    },
    kept: [
      { what: sumsOf(side)(at), pages: pagesOf(entryLines(sums)) },
      { what: `${at} held ${side}`, pages: pagesOf([...tried.held]) },
    ],
    spent: isMonth(at) ? [`${at} ${side}`, ...(side === 'after' ? [`${at} hand`] : [])] : [],
    read: entries.length / 5,
  };
}

const none = { targets: [], held: new Map<string, Held[]>(), isHeldTaken: false };
const sumsOf = (side: Side) => (period: PeriodKey) => `${period} sums ${side}`;
/** All shorter ones that it has, and itself where that is all there is of it. */
const withinOf = (period: PeriodKey) => periodsWithin(period).filter((key) => key !== period);

async function tryRules(
  place: TrialPlace,
  trial: Trial,
  { side, entries }: { side: Side; entries: ReturnType<typeof entriesOf> },
) {
  const { store, units, sides: books } = place;
  const period = trial.at ?? '';
  const months = periodsWithin(period).filter(isMonth);
  const factIds = months.flatMap((month) => partIds(trial, `${month} facts`));
  const { from, until } = spanOf(period) ?? { from: '', until: '' };
  const moments = { from: startOfDay(from), until: startOfDay(until) };
  const [facts, people, filed, { held, isTaken }] = await Promise.all([
    readLines<RuleFact>(place, factIds),
    store.readEverybody(),
    store.countFiled(moments),
    heldIn(place, trial, side),
  ]);
  const tried = tryPeriod({
    ...{ period, rulebooks: books[side], entries, facts, units, people, held },
    tallies: withFiled(noTallies, filed, []),
  });
  return { ...tried, isHeldTaken: isTaken };
}

/** What waited before it: of the period before, where that was replayed; else as it was posted. */
async function heldIn(place: TrialPlace, trial: Trial, side: Side) {
  const period = trial.at ?? '';
  const before = periodBefore(period) ?? '';
  if (place.tried.includes(before)) {
    const lines = await readLines<HeldLine>(place, partIds(trial, `${before} held ${side}`));
    return { held: new Map(lines), isTaken: false };
  }
  const rulebook = rulebookOn(place.sides[side], lastDayOf(period));
  const isTaken = (['person', 'unit'] as const).some((kind) => payoutOf(rulebook, period, kind));
  return { held: await heldBefore(place.store, period, place.sides[side]), isTaken };
}

/** Everybody's sums of both sides, who moves most first. */
export async function tellMoves(place: TrialPlace, trial: Trial): Promise<TrialStep> {
  const sums = new Map<string, Moved>();
  let read = 0;
  for (const side of sides) {
    for (const period of place.plan) {
      const ids = partIds(trial, sumsOf(side)(period));
      const entries = entriesOf(await readLines<Lines[number]>(place, ids));
      addUp(sums, side, entries);
      read += entries.length / 5;
    }
  }
  const moves = movesOf(sums.values());
  const touched = await place.store.countTouched({ ...place.span, since: trial.startedAt });
  return {
    trial: {
      ...{ ...nextStage(trial, place.plan), touched },
      moved: moves.filter(({ before, after }) => before !== after).length,
    },
    kept: [{ what: 'moves', pages: pagesBy(moves, movesAPart) }],
    ...{ spent: Object.keys(trial.parts), read },
  };
}
