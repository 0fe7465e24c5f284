import { isAdministrator } from '../../domain/people/person';
import { outletLevels, termOn, type Outlet } from '../../domain/outlet/outlet';
import { openingTemplate } from '../../wording/opening-template';
import { refused, type QueryHandler } from '../handler';
import { writeOpeningTemplate } from './write-opening-template';

/** `opening.template`: the .xlsx to fill in, with the outlets that it may name. */
export const templateOpeningHandler: QueryHandler<'opening.template'> = async (_input, scene) => {
  const [asker, outlets] = await Promise.all([scene.person(), scene.store.readOutlets()]);
  if (!isAdministrator(asker, scene.on)) return refused('not_allowed');
  const bytes = await writeOpeningTemplate(rowsOf(outlets, scene.on));
  const base64 = Buffer.from(bytes).toString('base64');
  return { ok: true, value: { name: openingTemplate.fileName, base64 } };
};

/** Those in use, the highest level first. */
function rowsOf(outlets: Outlet[], on: string): string[][] {
  const levelOf = (outlet: Outlet) => termOn(outlet, on)?.level ?? 'own';
  return outlets
    .filter(({ isClosed }) => !isClosed)
    .sort(
      (left, right) =>
        outletLevels.indexOf(levelOf(left)) - outletLevels.indexOf(levelOf(right)) ||
        (left.name < right.name ? -1 : 1),
    )
    .map((outlet) => [outlet.name, openingTemplate.levels[levelOf(outlet)]]);
}
