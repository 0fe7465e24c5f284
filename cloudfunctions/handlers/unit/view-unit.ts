import type { ValueOf } from '../../contract';
import { parentOf, type Unit } from '../../domain/people/unit';

/** A unit as lists and pages show it. */
export function viewUnit(unit: Unit): ValueOf<'unit.list'>['units'][number] {
  return {
    id: unit._id,
    name: unit.name,
    kind: unit.kind,
    quotaClass: unit.quotaClass,
    parentId: parentOf(unit),
  };
}
