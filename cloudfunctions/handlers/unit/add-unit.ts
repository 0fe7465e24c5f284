import { isAdministrator } from '../../domain/people/person';
import { addUnit } from '../../domain/people/change-unit';
import { create } from '../../kernel/change';
import { commitChanges } from '../commit-changes';
import { refused, type CommandHandler } from '../handler';
import { viewUnit } from './view-unit';

/** `unit.add`: a unit below another, under the id the phone made. */
export const addUnitHandler: CommandHandler<'unit.add'> = async (input, scene) => {
  const [asker, units] = await Promise.all([scene.person(), scene.store.readUnits()]);
  if (!asker || !isAdministrator(asker, scene.on)) return refused('not_allowed');
  const decision = addUnit(units, input, scene.on);
  if (!decision.accepted) return refused(decision.refusal);
  const { unit } = decision.changes;
  return commitChanges(scene, {
    changes: [create('units', unit)],
    subjectId: unit._id,
    byId: asker._id,
    value: { unit: viewUnit(unit) },
  });
};
