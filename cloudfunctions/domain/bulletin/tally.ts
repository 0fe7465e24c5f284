/**
 * The sums of a run, folded together page by page. They are kept between the steps, so that a run
 * goes on wherever it was broken off.
 */
import type { Adoption } from '../adoption/adoption';
import { creditsOf } from '../adoption/work';
import type { Standing } from '../ledger/entry';
import type { PeriodKey } from '../ledger/period';
import { termOn, type Outlet } from '../outlet/outlet';
import type { RegisteredFact } from '../points/facts';
import type { Target } from '../points/target';
import { columnsOf, type Column, type Figures } from './columns';

export type Tally = Figures & {
  /** Stories of each kind, for the period's rules. */
  kinds?: Record<string, number>;
};

export interface Tallies {
  units: Record<string, Tally>;
  people: Record<string, Tally>;
}

export const noTallies: Tallies = { units: {}, people: {} };

/** Stories of one unit, author and kind that were filed in a span. */
export interface FiledCount {
  unitId: string;
  authorId: string;
  kind: string;
  count: number;
}

export interface Shortfall {
  unitId: string;
  count: number;
}

/** What was filed in the period, and in its year up to its end. A tip is not yet a story. */
export function withFiled(tallies: Tallies, own: FiledCount[], ofYear: FiledCount[]): Tallies {
  const next = copyOf(tallies);
  for (const filed of own.filter(({ kind }) => kind !== 'tip')) {
    const { unitId, authorId, kind, count } = filed;
    const columns: Column[] = kind === 'public_opinion' ? ['filed', 'opinion'] : ['filed'];
    for (const [tally, shown] of [
      [of(next.units, unitId), columns],
      [of(next.people, authorId), columns],
    ] as const) {
      for (const column of shown) add(tally, column, count);
      tally.kinds = { ...tally.kinds, [kind]: (tally.kinds?.[kind] ?? 0) + count };
    }
  }
  for (const { unitId, kind, count } of ofYear) {
    if (kind !== 'tip') add(of(next.units, unitId), 'filedCumulative', count);
  }
  return next;
}

export type CountedPrinting = Pick<
  Adoption,
  'work' | 'outletId' | 'printedOn' | 'mode' | 'creditsAsPrinted'
>;

/** Printings that count in the period: for the unit, and once for each person of its byline. */
export function withPrintings(
  tallies: Tallies,
  printings: CountedPrinting[],
  outlets: Outlet[],
): Tallies {
  const next = copyOf(tallies);
  const byId = new Map(outlets.map((outlet) => [outlet._id, outlet]));
  for (const printing of printings) {
    const { work, outletId, printedOn, mode } = printing;
    const outlet = byId.get(outletId ?? '');
    const term = outlet && termOn(outlet, printedOn);
    const columns: Column[] = term ? columnsOf(term, mode) : ['adopted'];
    for (const column of columns) add(of(next.units, work.unitId), column, 1);
    const people = creditsOf(printing).flatMap(({ personId, isJournalist }) =>
      personId === null || isJournalist ? [] : [personId],
    );
    for (const personId of new Set(people)) add(of(next.people, personId), 'adopted', 1);
  }
  return next;
}

/** Trainings, which come without a printing. */
export function withTrainings(
  tallies: Tallies,
  facts: Pick<RegisteredFact, 'kind' | 'unitId' | 'quantity'>[],
): Tallies {
  const next = copyOf(tallies);
  for (const { kind, unitId, quantity } of facts) {
    if (kind === 'training') add(of(next.units, unitId), 'training', quantity);
  }
  return next;
}

/** How much units are short of what they owe, in things counted. */
export function withShortfalls(tallies: Tallies, shortfalls: Shortfall[]): Tallies {
  const next = copyOf(tallies);
  for (const { unitId, count } of shortfalls) add(of(next.units, unitId), 'short', count);
  return next;
}

/** Points of the period itself (`points`), or of one more month of its year. */
export function withStandings(
  tallies: Tallies,
  standings: Pick<Standing, 'kind' | 'ownerId' | 'amount'>[],
  column: 'points' | 'pointsCumulative',
): Tallies {
  const next = copyOf(tallies);
  for (const { kind, ownerId, amount } of standings) {
    add(of(kind === 'unit' ? next.units : next.people, ownerId), column, amount);
  }
  return next;
}

/** What the period's own rules bring is part of its points, posted or not. */
export function withTargets(tallies: Tallies, targets: Target[]): Tallies {
  const next = copyOf(tallies);
  for (const { account, book, amount } of targets) {
    if (book !== 'points') continue;
    const tally = of(account.kind === 'unit' ? next.units : next.people, account.id);
    add(tally, 'points', amount);
    add(tally, 'pointsCumulative', amount);
  }
  return next;
}

/** The months of a period's year up to its end, whose points are the cumulative ones. */
export function monthsUpTo(period: PeriodKey): PeriodKey[] {
  const year = period.slice(0, 4);
  const quarter = /Q(\d)/.exec(period);
  const last = quarter ? Number(quarter[1]) * 3 : Number(/-(\d\d)/.exec(period)?.[1] ?? 12);
  return Array.from({ length: last }, (_, n) => `${year}-${String(n + 1).padStart(2, '0')}`);
}

const copyOf = ({ units, people }: Tallies): Tallies => ({
  units: { ...units },
  people: { ...people },
});

/** A copy that may be added to. */
function of(tallies: Record<string, Tally>, id: string): Tally {
  const tally = { ...tallies[id] };
  tallies[id] = tally;
  return tally;
}

function add(tally: Tally, column: Column, count: number): void {
  tally[column] = (tally[column] ?? 0) + count;
}
