/** The units of a roster, parents first however the rows are ordered. */
import { assert } from '../../kernel/faults';
import { addUnit } from './change-unit';
import type {
  RosterInput,
  RosterProblem,
  RosterProblemCode,
  RosterRow,
  UnitColumn,
} from './roster-shape';
import { lastPart, unitNames, type UnitNames } from './unit-names';
import { isClosed, parentOf, type Unit, type UnitKind } from './unit';

const nameMax = 40;
const quotaClassMax = 10;

interface Wanted {
  row: number;
  id: string;
  name: string;
  kind: UnitKind;
  quotaClass: string | null;
  parent: string;
}

export interface UnitPlan {
  added: Unit[];
  known: number;
  problems: RosterProblem[];
  /** Every unit a person's row may name. */
  tree: UnitTree;
}

export interface UnitTree {
  names: UnitNames;
  rootId: string | undefined;
}

/** Decides on the sheet of units. */
export function planUnits(input: RosterInput): UnitPlan {
  const open = input.knownUnits.filter((unit) => !isClosed(unit, input.on));
  const plan = new Plan(input, open);
  const ids = new Set(input.knownUnits.map(({ _id }) => _id));
  let pending: Wanted[] = [];
  for (const row of input.units) {
    const id = input.idOf('units', row.row);
    if (ids.has(id)) plan.known += 1;
    else pending.push(...plan.read(row, id));
  }
  while (pending.length > 0) {
    const later = plan.placeThose(pending);
    if (later.length === pending.length) {
      for (const wanted of later) plan.refuse(wanted, 'parent_circle', wanted.name);
      break;
    }
    pending = later;
  }
  const rootId = open.find((unit) => parentOf(unit) === null)?._id;
  const problems = plan.problems.sort((left, right) => (left.row ?? 0) - (right.row ?? 0));
  return { added: plan.added, known: plan.known, problems, tree: { names: plan.names, rootId } };
}

// Holds what grows while rows are placed; never leaves this module.
class Plan {
  added: Unit[] = [];
  known = 0;
  problems: RosterProblem[] = [];
  names: UnitNames;
  private root: Unit | undefined;

  constructor(
    private input: RosterInput,
    private open: Unit[],
  ) {
    this.names = unitNames(open);
    this.root = open.find((unit) => parentOf(unit) === null);
  }

  /** A row that can be read, in a list of one; nothing when it is bad. */
  read({ row, cells }: RosterRow<UnitColumn>, id: string): Wanted[] {
    const { name, parent, quotaClass } = cells;
    const kind = this.input.words.kinds.get(cells.kind);
    const found: [boolean, RosterProblemCode, string][] = [
      [name === '', 'name_missing', ''],
      [name.length > nameMax || name.includes('/'), 'name_unfit', name],
      [kind === undefined, 'kind_unknown', cells.kind],
      [quotaClass.length > quotaClassMax, 'quota_class_long', quotaClass],
    ];
    const wrong = found.filter(([isWrong]) => isWrong);
    for (const [, code, about] of wrong) this.refuse({ row, name }, code, about);
    if (wrong.length > 0 || kind === undefined) return [];
    return [{ row, id, name, kind, quotaClass: quotaClass || null, parent }];
  }

  /** Places every row whose parent is settled; answers those that still wait for another row. */
  placeThose(pending: Wanted[]): Wanted[] {
    const waiting = new Map<string, number>();
    for (const { name } of pending) waiting.set(name, (waiting.get(name) ?? 0) + 1);
    return pending.filter((wanted) => {
      const rows = waiting.get(lastPart(wanted.parent)) ?? 0;
      const others = rows - (lastPart(wanted.parent) === wanted.name ? 1 : 0);
      const isLater = wanted.parent !== '' && others > 0;
      if (!isLater) {
        this.place(wanted);
        waiting.set(wanted.name, (waiting.get(wanted.name) ?? 1) - 1);
      }
      return isLater;
    });
  }

  refuse({ row, name }: { row: number; name: string }, code: RosterProblemCode, about: string) {
    this.problems.push({ sheet: 'units', row, code, about });
    if (name !== '') this.names.addBad(name);
  }

  private place(wanted: Wanted): void {
    const { parent } = wanted;
    const parents = parent === '' && this.root ? [this.root] : this.names.find(parent);
    const [only] = parents;
    if (!only && this.names.isBad(parent)) this.names.addBad(wanted.name);
    else if (!only) this.refuse(wanted, 'parent_unknown', parent);
    else if (parents.length > 1) this.refuse(wanted, 'parent_ambiguous', parent);
    else this.placeBelow(wanted, only);
  }

  private placeBelow(wanted: Wanted, parent: Unit): void {
    const isSame = (unit: Unit) => unit.name === wanted.name && parentOf(unit) === parent._id;
    const standing = this.open.find(isSame);
    if (this.added.some(isSame)) this.refuse(wanted, 'unit_twice', wanted.name);
    else if (standing && standing.kind !== wanted.kind) {
      this.refuse(wanted, 'unit_of_other_kind', wanted.name);
    } else if (standing) this.known += 1;
    else this.add(wanted, parent);
  }

  private add({ id, name, kind, quotaClass }: Wanted, parent: Unit): void {
    const fields = { unitId: id, name, kind, quotaClass, parentId: parent._id };
    const decision = addUnit([...this.open, ...this.added], fields, this.input.on);
    assert(decision.accepted, 'its parent is open and its name free: both were just looked at');
    this.added.push(decision.changes.unit);
    this.names.add(decision.changes.unit);
  }
}
