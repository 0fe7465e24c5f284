/** A bulletin's lines: its units and people by rank, who filed nothing, and the sums. */
import { ranksOf } from '../ledger/rank';
import type { Person } from '../people/person';
import type { Unit } from '../people/unit';
import type { Column, Figures } from './columns';
import type { Tallies, Tally } from './tally';

export interface UnitLine {
  id: string;
  name: string;
  rank: number;
  figures: Figures;
}

export interface PersonLine {
  id: string;
  name: string;
  unitName: string;
  rank: number;
  filed: number;
  adopted: number;
  points: number;
  pointsCumulative: number;
}

export type ListedPerson = Pick<Person, '_id' | 'name' | 'unitIds'>;
type ListedUnit = Pick<Unit, '_id' | 'name' | 'kind' | 'since' | 'until'>;

/** Every unit that owes stories, and whichever other one has anything to show. */
export function unitLines(
  tallies: Tallies,
  units: ListedUnit[],
  span: { from: string; until: string },
): { lines: UnitLine[]; zero: string[]; totals: Figures } {
  const shown = units.filter(
    (unit) => isOwing(unit, span) || Object.keys(tallies.units[unit._id] ?? {}).length > 0,
  );
  const lines = ranked(
    shown.map(({ _id, name }) => {
      const { kinds: _kinds, ...figures } = tallies.units[_id] ?? {};
      return { id: _id, name, figures, points: figures.points ?? 0 };
    }),
  ).map(({ points: _points, ...line }) => line);
  const zero = units
    .filter((unit) => isOwing(unit, span) && !tallies.units[unit._id]?.filed)
    .map(({ name }) => name)
    .sort(byName);
  return { lines, zero, totals: sumOf(lines.map(({ figures }) => figures)) };
}

/** Whoever filed, was printed or has points. */
export function personLines(
  tallies: Tallies,
  people: ListedPerson[],
  units: Pick<Unit, '_id' | 'name'>[],
): PersonLine[] {
  const unitNames = new Map(units.map(({ _id, name }) => [_id, name]));
  return ranked(
    people.flatMap(({ _id, name, unitIds }) => {
      const tally = tallies.people[_id];
      if (!tally || !isShown(tally)) return [];
      const { filed = 0, adopted = 0, points = 0, pointsCumulative = 0 } = tally;
      const unitName = unitNames.get(unitIds[0] ?? '') ?? '';
      return [{ id: _id, name, unitName, filed, adopted, points, pointsCumulative }];
    }),
  );
}

const isShown = ({ filed, adopted, points }: Tally) =>
  Boolean(filed) || Boolean(adopted) || Boolean(points);

/** The organ itself and the media owe nothing. */
function isOwing({ kind, since, until }: ListedUnit, span: { from: string; until: string }) {
  if (kind === 'county' || kind === 'media') return false;
  return since < span.until && (until === null || until > span.from);
}

/** From the most points down, ties by name; who ties shares the rank. */
function ranked<Line extends { name: string; points: number }>(lines: Line[]) {
  const sorted = [...lines].sort(
    (left, right) => right.points - left.points || byName(left.name, right.name),
  );
  const ranks = ranksOf(sorted.map(({ points }) => points));
  return sorted.map((line, n) => ({ ...line, rank: ranks[n] ?? 0 }));
}

// By code points, so that every runtime orders alike.
const byName = (left: string, right: string) => (left < right ? -1 : left > right ? 1 : 0);

function sumOf(all: Figures[]): Figures {
  const totals: Figures = {};
  for (const figures of all) {
    for (const [column, count] of Object.entries(figures) as [Column, number][]) {
      totals[column] = (totals[column] ?? 0) + count;
    }
  }
  return totals;
}
