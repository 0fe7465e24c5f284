/** The authors of a printing as a cell names them: people of ours, journalists, outsiders. */
import type { Credit } from '../adoption/adoption';
import type { UnitNames } from '../people/unit-names';
import { namesIn } from './cells';
import type { KnownPerson, OpeningWords, PrintingColumn, Trouble } from './opening-shape';

/** As many as a printing is registered with. */
const authorsMax = 8;
const nameMax = 40;

export interface Named {
  words: OpeningWords;
  units: UnitNames;
  people: Map<string, KnownPerson[]>;
}

export interface Author {
  credit: Credit;
  person: KnownPerson | undefined;
}

export function peopleByName(people: KnownPerson[]): Map<string, KnownPerson[]> {
  const byName = new Map<string, KnownPerson[]>();
  for (const person of people) {
    byName.set(person.name, [...(byName.get(person.name) ?? []), person]);
  }
  return byName;
}

/** In the order of the byline; `unitId` decides between people of one name. */
export function authorsIn(
  typed: string,
  named: Named,
  { unitId, troubles }: { unitId: string | undefined; troubles: Trouble<PrintingColumn>[] },
): Author[] {
  const names = namesIn(typed);
  if (names.length > authorsMax) troubles.push(['authors', 'authors_many', String(names.length)]);
  const authors = names.slice(0, authorsMax).flatMap((name) => {
    const found = authorOf(name, named, unitId);
    if ('code' in found) troubles.push(['authors', found.code, name]);
    return 'code' in found ? [] : [found];
  });
  const seen = new Set<string>();
  for (const { credit } of authors) {
    const key = `${credit.personId ?? credit.name} ${credit.part}`;
    if (seen.has(key)) troubles.push(['authors', 'author_twice', credit.name]);
    seen.add(key);
  }
  return authors;
}

/** `林示例`, `林示例(摄影)`, `王示例(记者)`, `李示例(外单位)`, `林示例(城关镇联工委)`. */
function authorOf(
  typed: string,
  { words, units, people }: Named,
  unitId: string | undefined,
): Author | { code: 'author_unknown' | 'author_ambiguous' } {
  const [, plain = typed, mark = ''] = /^([^()]+?) ?\(([^()]+)\)$/.exec(typed) ?? [];
  const name = /^[\p{Script=Han} ]+$/u.test(plain) ? plain.replaceAll(' ', '') : plain;
  const isJournalist = mark === words.journalist;
  const part = words.parts.get(mark);
  if (isJournalist || mark === words.outsider) {
    const credit = { personId: null, name, part: 'text' as const, isJournalist };
    return name.length > nameMax ? { code: 'author_unknown' } : { credit, person: undefined };
  }
  const inUnit = mark === '' || part ? unitId : units.find(mark)[0]?._id;
  if (mark !== '' && !part && inUnit === undefined) return { code: 'author_unknown' };
  const isUnitNamed = mark !== '' && !part;
  const all = people.get(name) ?? [];
  const ofUnit = all.filter(({ unitIds }) => inUnit !== undefined && unitIds.includes(inUnit));
  const found = isUnitNamed || (all.length > 1 && ofUnit.length > 0) ? ofUnit : all;
  const [person] = found;
  if (!person) return { code: 'author_unknown' };
  if (found.length > 1) return { code: 'author_ambiguous' };
  const credit = { personId: person._id, name, part: part ?? 'text', isJournalist: false } as const;
  return { credit, person };
}
