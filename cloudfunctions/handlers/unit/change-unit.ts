import { isAdministrator } from '../../domain/people/person';
import { changeUnit } from '../../domain/people/change-unit';
import { replace } from '../../kernel/change';
import { assert } from '../../kernel/faults';
import { commitChanges } from '../commit-changes';
import { refused, type CommandHandler } from '../handler';
import { viewUnit } from './view-unit';

/** `unit.change`: another name, class or place in the tree; what is below moves along. */
export const changeUnitHandler: CommandHandler<'unit.change'> = async (input, scene) => {
  const [asker, units] = await Promise.all([scene.person(), scene.store.readUnits()]);
  if (!asker || !isAdministrator(asker, scene.on)) return refused('not_allowed');
  const decision = changeUnit(units, input, scene.on);
  if (!decision.accepted) return refused(decision.refusal);
  const [unit] = decision.changes.units;
  assert(unit, 'the changed unit comes first');
  return commitChanges(scene, {
    changes: decision.changes.units.map((changed) => replace('units', changed)),
    subjectId: unit._id,
    byId: asker._id,
    value: { unit: viewUnit(unit) },
  });
};
