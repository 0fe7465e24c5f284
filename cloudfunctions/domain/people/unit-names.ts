import { parentOf, type Unit } from './unit';

/** Units found by what people call them: a name, or `parent/name` where a name stands twice. */
export interface UnitNames {
  add(unit: Unit): void;
  /** A name that was typed but whose own row is bad: whoever names it is not to blame. */
  addBad(name: string): void;
  isBad(typed: string): boolean;
  find(typed: string): Unit[];
}

/** An index over the units that stand, growing with the ones that are planned. */
export function unitNames(standing: Unit[]): UnitNames {
  const byName = new Map<string, Unit[]>();
  const byId = new Map<string, Unit>();
  const bad = new Set<string>();
  const add = (unit: Unit) => {
    byId.set(unit._id, unit);
    byName.set(unit.name, [...(byName.get(unit.name) ?? []), unit]);
  };
  const nameOfParent = (unit: Unit) => byId.get(parentOf(unit) ?? '')?.name;
  standing.forEach(add);
  return {
    add,
    addBad: (name) => bad.add(name),
    isBad: (typed) => bad.has(lastPart(typed)),
    find: (typed) => {
      const whole = byName.get(typed);
      if (whole) return whole;
      const parent = typed.slice(0, -lastPart(typed).length - 1);
      return (byName.get(lastPart(typed)) ?? []).filter((unit) => nameOfParent(unit) === parent);
    },
  };
}

/** `城关镇/老街议事室` → `老街议事室`. */
export const lastPart = (typed: string) => typed.slice(typed.lastIndexOf('/') + 1);
