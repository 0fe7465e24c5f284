import { isAdministrator } from '../../domain/people/person';
import { closeUnit } from '../../domain/people/change-unit';
import { replace } from '../../kernel/change';
import { commitChanges } from '../commit-changes';
import { refused, type CommandHandler } from '../handler';
import { viewUnit } from './view-unit';

/** `unit.close`: nobody can join or file for it any more; only an empty one can be closed. */
export const closeUnitHandler: CommandHandler<'unit.close'> = async ({ unitId }, scene) => {
  const { store, on } = scene;
  const [asker, units, members] = await Promise.all([
    scene.person(),
    store.readUnits(),
    store.listPeople({ unitId, name: null, after: null }),
  ]);
  if (!asker || !isAdministrator(asker, on)) return refused('not_allowed');
  const decision = closeUnit(units, unitId, { isInUse: members.people.length > 0, on });
  if (!decision.accepted) return refused(decision.refusal);
  const { unit } = decision.changes;
  return commitChanges(scene, {
    changes: [replace('units', unit)],
    subjectId: unitId,
    byId: asker._id,
    value: { unit: viewUnit(unit) },
  });
};
