/**
 * A filled-in roster decided on whole: every row either becomes a unit or a person, stands in the
 * directory already, or is bad and says why. Chinese words come in from wording.
 */
import type { Person } from './person';
import { planPeople } from './roster-people';
import type { RosterInput, RosterProblem } from './roster-shape';
import { planUnits } from './roster-units';
import type { Unit } from './unit';

export interface RosterPlan {
  /** New ones, parents first. */
  units: Unit[];
  people: Person[];
  /** Rows that stand in the directory already. */
  known: number;
  problems: RosterProblem[];
}

/** Decides on the whole roster. */
export function planRoster(input: RosterInput): RosterPlan {
  const units = planUnits(input);
  const people = planPeople(input, units.tree);
  return {
    units: units.added,
    people: people.added,
    known: units.known + people.known,
    problems: [...units.problems, ...people.problems],
  };
}
