import { dutiesOn, isAdministrator } from '../../domain/people/person';
import { isClosed } from '../../domain/people/unit';
import { owesCorrespondent, vacanciesOf } from '../../domain/people/vacancy';
import { refused, type QueryHandler } from '../handler';
import { viewUnit } from '../unit/view-unit';

/** `vacancy.list`: units with no correspondent, or with more than two. */
export const listVacancyHandler: QueryHandler<'vacancy.list'> = async (_input, scene) => {
  const { store, on } = scene;
  const [asker, units, correspondents] = await Promise.all([
    scene.person(),
    store.readUnits(),
    store.listPeopleOfDuty('correspondent'),
  ]);
  const isOffice =
    asker !== undefined && dutiesOn(asker, on).some(({ duty }) => duty === 'publicity_office');
  if (!isOffice && !isAdministrator(asker, on)) return refused('not_allowed');
  const open = units.filter((unit) => !isClosed(unit, on));
  const found = vacanciesOf(open, correspondents, on).map((vacancy) => ({
    unit: viewUnit(vacancy.unit),
    correspondents: vacancy.correspondents,
  }));
  const owing = open.filter(owesCorrespondent).length;
  return { ok: true, value: { units: found, owing } };
};
