/** The unit tree as pages and pickers list it; no wx, so it is tested as it is. */
import type { ValueOf } from '../../../cloudfunctions/contract/index';

export type UnitView = ValueOf<'unit.list'>['units'][number];

export interface TreeLine extends UnitView {
  depth: number;
}

/** Every unit below its parent, the root first. */
export function treeOf(units: UnitView[]): TreeLine[] {
  const below = new Map<string | null, UnitView[]>();
  for (const unit of units) below.set(unit.parentId, [...(below.get(unit.parentId) ?? []), unit]);
  const walk = (parentId: string | null, depth: number): TreeLine[] =>
    (below.get(parentId) ?? []).flatMap((unit) => [
      { ...unit, depth },
      ...walk(unit.id, depth + 1),
    ]);
  return walk(null, 0);
}

/** Names of units by id. */
export function namesOf(units: UnitView[]): Record<string, string> {
  return Object.fromEntries(units.map(({ id, name }) => [id, name]));
}
