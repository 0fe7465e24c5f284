/** What single cells of a person's row mean. */
import type { Duty } from './person';
import type { RosterProblemCode, RosterWords } from './roster-shape';
import type { UnitTree } from './roster-units';
import type { Unit } from './unit';

/** What is wrong, and the text it is about. */
export type Trouble = [code: RosterProblemCode, about: string];

/** Several names in one cell. */
export function namesIn(typed: string): string[] {
  const names = typed.split(/[、,;\n]/).map((name) => name.trim());
  return [...new Set(names.filter((name) => name !== ''))];
}

/** The units that names mean; a name whose own row is bad is passed over without blame. */
export function unitsIn(names: string[], { names: tree }: UnitTree, troubles: Trouble[]): Unit[] {
  return names.flatMap((name) => {
    const found = tree.find(name);
    if (found.length === 1) return found;
    if (found.length > 1) troubles.push(['unit_ambiguous', name]);
    else if (!tree.isBad(name)) troubles.push(['unit_unknown', name]);
    return [];
  });
}

/** Yes, no, or undefined for another word; nothing typed is no. */
export function flagIn(typed: string, { yes, no }: RosterWords): boolean | undefined {
  if (yes.includes(typed)) return true;
  return typed === '' || no.includes(typed) ? false : undefined;
}

/** Duties with their scope: the one that was typed, else a correspondent's own units, else all. */
export function dutiesIn(
  typed: string,
  from: { words: RosterWords; units: Unit[]; scope: Unit[]; rootId: string | undefined },
  troubles: Trouble[],
): Pick<Duty, 'duty' | 'stage' | 'unitIds'>[] {
  const { words, units, scope, rootId } = from;
  const seen = new Set<string>();
  return namesIn(typed).flatMap((name) => {
    const meant = words.duties.get(name);
    if (!meant) troubles.push(['duty_unknown', name]);
    else if (meant.duty === 'administrator') troubles.push(['duty_administrator', name]);
    else if (seen.has(`${meant.duty}${meant.stage}`)) troubles.push(['duty_twice', name]);
    if (!meant) return [];
    seen.add(`${meant.duty}${meant.stage}`);
    const usual = meant.duty === 'correspondent' ? units.map(({ _id }) => _id) : [rootId ?? ''];
    return [{ ...meant, unitIds: scope.length > 0 ? scope.map(({ _id }) => _id) : usual }];
  });
}
