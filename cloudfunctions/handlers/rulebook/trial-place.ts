/** What every step of a dry run needs, whatever it does. */
import { lookedAt, type Looked } from '../../domain/bulletin/fold-entries';
import { periodsTried, periodsWithin } from '../../domain/bulletin/try-rules';
import { spanOf, type PeriodKey } from '../../domain/ledger/period';
import type { Outlet } from '../../domain/outlet/outlet';
import type { Unit } from '../../domain/people/unit';
import { askedOf, type Asked } from '../../domain/points/asked';
import { sidesOf, type DryRun, type Side } from '../../domain/points/dry-run';
import { periodRulesFor } from '../../domain/points/period-facts';
import type { RulebookDraft, RulebookVersion } from '../../domain/points/enact-rulebook';
import type { Rulebook } from '../../domain/points/rulebook';
import { planOf, type Trial } from '../../domain/points/trial';
import { hashJson } from '../../kernel/hash';
import type { Store } from '../../store';

/** What a dry run reads and keeps with; a stand-in of it is enough to try every step. */
export type TrialStore = Pick<
  Store,
  | 'readTrialParts'
  | 'pageTrialPrintings'
  | 'pageTrialFacts'
  | 'pageHandEntries'
  | 'listTrialPrintings'
  | 'listTrialFacts'
  | 'listChosen'
  | 'readEntries'
  | 'readEverybody'
  | 'countFiled'
  | 'pageStandingsOf'
  | 'countTouched'
>;

/** How much a step takes at most. */
export interface Sizes {
  /** What a read brings; one that brings fewer was the last. */
  page: number;
  /** Reads of a list of works. */
  reads: number;
  /** Works that are replayed at once. */
  works: number;
  /** Pages of what was kept: those that the rules of a period go through in a step. */
  pages: number;
}

export interface TrialPlace {
  store: TrialStore;
  sizes: Sizes;
  /** Today in Asia/Shanghai. */
  on: string;
  books: DryRun;
  sides: Record<Side, Rulebook[]>;
  asked: Asked;
  /** What rules look at work by work: those of the whole dry run, and those of quarters and years. */
  looked: Record<'any' | 'longer', Record<Side, Looked[]>>;
  plan: PeriodKey[];
  tried: PeriodKey[];
  span: { from: string; until: string };
  outlets: Outlet[];
  units: Unit[];
  classes: Map<string, string | null>;
}

export function trialPlace(
  seen: Pick<TrialPlace, 'store' | 'sizes' | 'on' | 'books' | 'outlets' | 'units'>,
  { period }: Pick<Trial, 'period'>,
): TrialPlace {
  const { books, units } = seen;
  const sides = sidesOf(books);
  const within = periodsWithin(period);
  const ofSides = (periods: PeriodKey[]) => ({
    before: lookedIn(sides.before, periods),
    after: lookedIn(sides.after, periods),
  });
  return {
    ...{ ...seen, sides, asked: askedOf([...sides.before, ...sides.after]) },
    looked: { any: ofSides(within), longer: ofSides(within.filter((key) => !key.includes('-'))) },
    ...{ plan: planOf(period, books), tried: periodsTried(period, books) },
    // The contract lets only what has an end be asked for.
    span: spanOf(period) ?? { from: '', until: '' },
    classes: new Map(units.map(({ _id, quotaClass }) => [_id, quotaClass])),
  };
}

function lookedIn(rulebooks: Rulebook[], periods: PeriodKey[]): Looked[] {
  const rules = rulebooks.flatMap((rulebook) =>
    periods.flatMap((period) => periodRulesFor(rulebook, period)),
  );
  return lookedAt([...new Set(rules)]);
}

/** Which draft was tried against what: with any other it is another dry run. */
export const basisOf = (draft: RulebookDraft, rulebooks: RulebookVersion[]): string =>
  hashJson([draft.rulebook, draft.at, rulebooks.map(({ _id }) => _id).sort()]);
