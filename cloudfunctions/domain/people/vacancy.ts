import { dutiesOn, type Person } from './person';
import type { Unit, UnitKind } from './unit';

/** Kinds of unit that owe a correspondent; the county's root and the media do not. */
const owing: UnitKind[] = ['organ_office', 'township_office', 'sector', 'party', 'studio', 'room'];

/** More than this many in one unit is a waste of a training place. */
const correspondentsEnough = 2;

/** Is it a unit that is to have a correspondent? */
export const owesCorrespondent = ({ kind }: Unit) => owing.includes(kind);

/** Units with no correspondent, or with too many; the empty ones first. */
export function vacanciesOf(
  units: Unit[],
  people: Person[],
  on: string,
): { unit: Unit; correspondents: number }[] {
  const counts = new Map<string, number>();
  for (const person of people) {
    const served = dutiesOn(person, on)
      .filter(({ duty }) => duty === 'correspondent')
      .flatMap(({ unitIds }) => unitIds);
    for (const unitId of new Set(served)) counts.set(unitId, (counts.get(unitId) ?? 0) + 1);
  }
  return units
    .filter(owesCorrespondent)
    .map((unit) => ({ unit, correspondents: counts.get(unit._id) ?? 0 }))
    .filter(({ correspondents }) => correspondents === 0 || correspondents > correspondentsEnough)
    .sort((left, right) => left.correspondents - right.correspondents);
}
