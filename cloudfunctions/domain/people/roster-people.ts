/** The people of a roster: what each row says, and whether somebody stands there already. */
import { addPerson, grantDuty, joinUnit } from './change-person';
import { assert } from '../../kernel/faults';
import type { Decision } from '../../kernel/decision';
import type { Duty, Person } from './person';
import { phoneNumberIn } from './phone-number';
import type { PersonColumn, RosterInput, RosterProblem, RosterRow } from './roster-shape';
import { dutiesIn, flagIn, namesIn, unitsIn, type Trouble } from './roster-cells';
import type { UnitTree } from './roster-units';

export interface PeoplePlan {
  added: Person[];
  known: number;
  problems: RosterProblem[];
}

/** A row that could be read. */
interface Wanted {
  name: string;
  standing: Person['standing'];
  phone: string | null;
  isHead: boolean;
  unitIds: string[];
  duties: Pick<Duty, 'duty' | 'stage' | 'unitIds'>[];
}

/** Decides on the sheet of people. */
export function planPeople(input: RosterInput, tree: UnitTree): PeoplePlan {
  const ids = new Set(input.knownPeople.map(({ _id }) => _id));
  const plan: PeoplePlan = { added: [], known: 0, problems: [] };
  const doubles = doublesOf(input);
  for (const row of input.people) {
    const id = input.idOf('people', row.row);
    if (ids.has(id)) {
      plan.known += 1;
      continue;
    }
    const { wanted, troubles } = read(row, input, tree);
    const blame: Trouble[] = [...troubles];
    if (wanted) {
      const double = doubles.find(wanted);
      if (double === 'same') plan.known += 1;
      else if (double) blame.push([double, wanted.name]);
      if (!double && blame.length === 0) plan.added.push(personOf(id, wanted, input.on));
      doubles.add(wanted);
    }
    plan.problems.push(
      ...blame.map(([code, about]) => ({ sheet: 'people' as const, row: row.row, code, about })),
    );
  }
  return plan;
}

function read(
  { cells }: RosterRow<PersonColumn>,
  { words }: RosterInput,
  tree: UnitTree,
): { wanted?: Wanted; troubles: Trouble[] } {
  const troubles: Trouble[] = [];
  const { name } = cells;
  if (name === '') troubles.push(['name_missing', '']);
  if (name.length > 40) troubles.push(['name_unfit', name]);
  const units = unitsIn(namesIn(cells.unit), tree, troubles);
  if (namesIn(cells.unit).length === 0) troubles.push(['unit_missing', name]);
  const standing = cells.standing === '' ? 'staff' : words.standings.get(cells.standing);
  if (!standing) troubles.push(['standing_unknown', cells.standing]);
  const phone = cells.phone === '' ? null : phoneNumberIn(cells.phone);
  if (phone === undefined) troubles.push(['phone_wrong', cells.phone]);
  const isHead = flagIn(cells.head, words);
  if (isHead === undefined) troubles.push(['head_unknown', cells.head]);
  const scope = unitsIn(namesIn(cells.scope), tree, troubles);
  const duties = dutiesIn(cells.duties, { words, units, scope, rootId: tree.rootId }, troubles);
  if (namesIn(cells.scope).length > 0 && cells.duties === '') {
    troubles.push(['scope_without_duty', cells.scope]);
  }
  const isWhole = troubles.length === 0 && units.length > 0;
  if (!isWhole || !standing || phone === undefined || isHead === undefined) return { troubles };
  const unitIds = units.map(({ _id }) => _id);
  return { wanted: { name, standing, phone, isHead, unitIds, duties }, troubles };
}

function personOf(id: string, wanted: Wanted, on: string): Person {
  const { name, standing, phone, isHead, unitIds, duties } = wanted;
  const [unitId = '', ...others] = unitIds;
  let { person } = addPerson({ _id: id, name, standing, phone, unitId, isHead }, on);
  const take = (decision: Decision<{ person: Person }>) => {
    assert(decision.accepted, 'the row has no unit and no duty twice');
    person = decision.changes.person;
  };
  for (const other of others) take(joinUnit(person, { unitId: other, isHead: false }, on));
  for (const duty of duties) take(grantDuty(person, duty, on));
  return person;
}

/**
 * One person is one row: the same number twice, or the same name twice in one unit, is a mistake
 * either here or in the directory, and only a person can say which.
 */
function doublesOf({ knownPeople }: RosterInput) {
  const rows = new Set<string>();
  const standing = new Map<string, string>();
  for (const { name, phone, unitIds, leftOn } of knownPeople) {
    if (leftOn !== null) continue;
    for (const key of keysOf({ name, phone, unitIds })) standing.set(key, phone ?? '');
  }
  return {
    add: (wanted: Wanted) => keysOf(wanted).forEach((key) => rows.add(key)),
    find: (wanted: Wanted): 'same' | 'person_taken' | 'person_twice' | undefined => {
      const keys = keysOf(wanted);
      if (keys.some((key) => rows.has(key))) return 'person_twice';
      if (!keys.some((key) => standing.has(key))) return undefined;
      const isSame =
        wanted.phone !== null && keys.every((key) => standing.get(key) === wanted.phone);
      return isSame ? 'same' : 'person_taken';
    },
  };
}

function keysOf({ name, phone, unitIds }: Pick<Wanted, 'name' | 'phone' | 'unitIds'>): string[] {
  const inUnits = unitIds.map((unitId) => `${name}\n${unitId}`);
  return phone === null ? inUnits : [...inUnits, `${name}\n${phone}`];
}
