import { isAdministrator } from '../../domain/people/person';
import { isClosed, parentOf, type Unit } from '../../domain/people/unit';
import { kindWords, templateWords } from '../../wording/roster';
import { refused, type QueryHandler } from '../handler';
import { writeTemplate } from './write-template';

/** `roster.template`: the .xlsx to fill in, with the units that stand already. */
export const templateRosterHandler: QueryHandler<'roster.template'> = async (_input, scene) => {
  const [asker, units] = await Promise.all([scene.person(), scene.store.readUnits()]);
  if (!isAdministrator(asker, scene.on)) return refused('not_allowed');
  const open = units.filter((unit) => !isClosed(unit, scene.on));
  const bytes = await writeTemplate(rowsOf(open));
  return {
    ok: true,
    value: { name: templateWords.fileName, base64: Buffer.from(bytes).toString('base64') },
  };
};

function rowsOf(units: Unit[]): string[][] {
  const names = new Map(units.map(({ _id, name }) => [_id, name]));
  const root = units.find((unit) => parentOf(unit) === null);
  return units
    .filter((unit) => unit !== root)
    .sort((left, right) => left.path.length - right.path.length)
    .map((unit) => {
      const parent = parentOf(unit);
      const parentName = parent === root?._id ? '' : (names.get(parent ?? '') ?? '');
      return [unit.name, wordOf(unit), parentName, unit.quotaClass ?? ''];
    });
}

/** The first word of a kind is the one the template writes. */
const wordOf = ({ kind }: Unit) =>
  Object.entries(kindWords).find(([, meant]) => meant === kind)?.[0] ?? '';
