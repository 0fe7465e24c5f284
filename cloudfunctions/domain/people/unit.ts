/** The unit tree as the domain sees it. */
export const unitKinds = [
  'county',
  'organ_office',
  'township_office',
  'sector',
  'party',
  'studio',
  'room',
  'media',
] as const;

export type UnitKind = (typeof unitKinds)[number];

export interface Unit {
  _id: string;
  name: string;
  kind: UnitKind;
  /** Quota class, e.g. `A`; null where the office uses none. */
  quotaClass: string | null;
  /** The unit itself and everything above it, nearest first: what a scope is checked against. */
  path: string[];
  /** Every parent it ever had; the open span is today's. */
  parents: { unitId: string | null; since: string; until: string | null }[];
  since: string;
  until: string | null;
  version: number;
}

/** Does a scope of units (each with all below it) cover this unit? */
export function isInScope(scope: string[], unit: Pick<Unit, 'path'>): boolean {
  return unit.path.some((id) => scope.includes(id));
}

export function isClosed(unit: Unit, on: string): boolean {
  return unit.until !== null && unit.until <= on;
}

/** Today's parent; null for the root. */
export function parentOf(unit: Unit): string | null {
  return unit.path[1] ?? null;
}
