import { accept, refuse, type Decision } from '../../kernel/decision';
import { isClosed, parentOf, type Unit, type UnitKind } from './unit';

export interface UnitFields {
  name: string;
  kind: UnitKind;
  quotaClass: string | null;
  parentId: string | null;
}

type PlaceRefusal = 'unit_name_taken' | 'unit_parent_invalid';

/** Adds a unit below another; only the first unit of a county stands below none. */
export function addUnit(
  units: Unit[],
  input: UnitFields & { unitId: string },
  on: string,
): Decision<{ unit: Unit }, PlaceRefusal> {
  const parent = units.find(({ _id }) => _id === input.parentId);
  const isRoot = input.parentId === null;
  if (isRoot ? units.length > 0 : !parent || isClosed(parent, on)) {
    return refuse('unit_parent_invalid');
  }
  if (isNameTaken(units, input, on)) return refuse('unit_name_taken');
  return accept({
    unit: {
      _id: input.unitId,
      name: input.name,
      kind: input.kind,
      quotaClass: input.quotaClass,
      path: [input.unitId, ...(parent?.path ?? [])],
      parents: [{ unitId: input.parentId, since: on, until: null }],
      since: on,
      until: null,
      version: 1,
    },
  });
}

/** Renames, reclasses or moves a unit; everything below it moves along. */
export function changeUnit(
  units: Unit[],
  input: UnitFields & { unitId: string },
  on: string,
): Decision<{ units: Unit[] }, PlaceRefusal | 'unit_closed' | 'not_found'> {
  const unit = units.find(({ _id }) => _id === input.unitId);
  if (!unit) return refuse('not_found');
  if (isClosed(unit, on)) return refuse('unit_closed');
  if (isNameTaken(units, input, on)) return refuse('unit_name_taken');
  const fields = { name: input.name, kind: input.kind, quotaClass: input.quotaClass };
  const changed: Unit = { ...unit, ...fields, version: unit.version + 1 };
  if (parentOf(unit) === input.parentId) return accept({ units: [changed] });

  const parent = units.find(({ _id }) => _id === input.parentId);
  const isBelowItself = parent?.path.includes(unit._id) ?? false;
  if (!parent || isClosed(parent, on) || isBelowItself) return refuse('unit_parent_invalid');
  return accept({ units: move(units, changed, parent, on) });
}

/** Closes a unit from today on; its stories and people keep their history. */
export function closeUnit(
  units: Unit[],
  unitId: string,
  use: { isInUse: boolean; on: string },
): Decision<{ unit: Unit }, 'not_found' | 'unit_closed' | 'unit_in_use'> {
  const unit = units.find(({ _id }) => _id === unitId);
  if (!unit) return refuse('not_found');
  if (isClosed(unit, use.on)) return refuse('unit_closed');
  const hasOpenBelow = units.some(
    (other) => other._id !== unitId && other.path.includes(unitId) && !isClosed(other, use.on),
  );
  if (use.isInUse || hasOpenBelow) return refuse('unit_in_use');
  return accept({ unit: { ...unit, until: use.on, version: unit.version + 1 } });
}

function move(units: Unit[], unit: Unit, parent: Unit, on: string): Unit[] {
  const ended = unit.parents.map((span) => (span.until === null ? { ...span, until: on } : span));
  const moved: Unit = {
    ...unit,
    path: [unit._id, ...parent.path],
    parents: [...ended, { unitId: parent._id, since: on, until: null }],
  };
  const below = units.filter(({ _id, path }) => _id !== unit._id && path.includes(unit._id));
  return [
    moved,
    ...below.map((one) => ({
      ...one,
      path: [...one.path.slice(0, one.path.indexOf(unit._id)), ...moved.path],
      version: one.version + 1,
    })),
  ];
}

function isNameTaken(
  units: Unit[],
  input: { unitId: string; name: string; parentId: string | null },
  on: string,
): boolean {
  return units.some(
    (other) =>
      other._id !== input.unitId &&
      other.name === input.name &&
      parentOf(other) === input.parentId &&
      !isClosed(other, on),
  );
}
