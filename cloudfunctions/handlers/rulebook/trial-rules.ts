/** The rules of one period on one side, as at its closing; and at the end who moves. */
import { foldEntries, lookedWhere, sumEntries } from '../../domain/bulletin/fold-entries';
import { entryOf, tryPeriod } from '../../domain/bulletin/try-rules';
import { periodBefore } from '../../domain/ledger/period';
import { lastDayOf } from '../../domain/period/period';
import { addUp, movesOf, sides, type Moved, type Side } from '../../domain/points/dry-run';
import type { Held } from '../../domain/points/period-facts';
import { payoutOf } from '../../domain/points/payout';
import type { Gathered } from '../../domain/points/period-sums';
import { rulebookOn } from '../../domain/points/rulebook';
import { isMonth, nextStage, type Trial } from '../../domain/points/trial';
import { heldBefore } from '../period/held-money';
import { gatherPeriod, isWanted, materialOf, sideOf, sumsOf } from './trial-gather';
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

type HeldLine = [ownerKey: string, held: Held[]];

export async function applyTrialRules(place: TrialPlace, trial: Trial): Promise<TrialStep> {
  const { kept, spent, read, ...gathering } = await gatherPeriod(place, trial);
  if (!gathering.isDone) {
    return { trial: { ...trial, after: gathering.after }, kept, spent, read };
  }
  const { gathered } = gathering;
  const side = sideOf(trial);
  const at = trial.at ?? '';
  const tried = place.tried.includes(at) ? await tryRules(place, trial, gathered) : none;
  const brought = tried.targets.map(entryOf);
  const sums = isMonth(at) ? sumEntries(gathered.owners) : [];
  return {
    trial: {
      ...nextStage(trial, place.plan),
      isHeldTaken: trial.isHeldTaken || tried.isHeldTaken,
    },
    kept: [
      ...kept,
      {
        what: totalsOf(side, at),
        pages: pagesOf(entryLines(foldEntries([...sums, ...brought], []))),
      },
      ...(isWanted(place, at, at) ? [summedUp(place, trial, { sums, brought })] : []),
      { what: `${at} held ${side}`, pages: pagesOf([...tried.held]) },
    ],
    ...{ spent, read },
  };
}

const none = { targets: [], held: new Map<string, Held[]>(), isHeldTaken: false };
const totalsOf = (side: Side, period: string) => `${period} totals ${side}`;
type Entries = ReturnType<typeof entriesOf>;

/** For the rules of longer periods; what these look at by itself was kept as it was read. */
function summedUp(
  { looked }: TrialPlace,
  trial: Trial,
  { sums, brought }: { sums: Entries; brought: Entries },
) {
  const side = sideOf(trial);
  const isSingle = lookedWhere(looked.longer[side]);
  const rest = sums.filter((entry) => !isSingle(entry));
  const lines = entryLines(foldEntries([...rest, ...brought], looked.longer[side]));
  return { what: sumsOf(side)(trial.at ?? ''), pages: pagesOf(lines) };
}

async function tryRules(place: TrialPlace, trial: Trial, gathered: Gathered) {
  const [material, { held, isTaken }] = await Promise.all([
    materialOf(place, trial, gathered),
    heldIn(place, trial, sideOf(trial)),
  ]);
  const rulebooks = place.sides[sideOf(trial)];
  return { ...tryPeriod({ ...material, rulebooks, held }), isHeldTaken: isTaken };
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
      const entries = entriesOf(await readLines(place, partIds(trial, totalsOf(side, period))));
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
