import { addPerson } from '../../domain/people/change-person';
import { isAdministrator } from '../../domain/people/person';
import { isClosed } from '../../domain/people/unit';
import { create } from '../../kernel/change';
import { commitChanges } from '../commit-changes';
import { refused, type CommandHandler } from '../handler';
import { viewPerson } from './view-person';

/** `person.add`: a new record of the directory, under the id the phone made. */
export const addPersonHandler: CommandHandler<'person.add'> = async (input, scene) => {
  const { on, store } = scene;
  const [asker, unit] = await Promise.all([scene.person(), store.readUnit(input.unitId)]);
  if (!asker || !isAdministrator(asker, on)) return refused('not_allowed');
  if (!unit) return refused('not_found');
  if (isClosed(unit, on)) return refused('unit_closed');
  const { personId, ...fields } = input;
  const { person } = addPerson({ _id: personId, ...fields }, on);
  return commitChanges(scene, {
    changes: [create('people', person)],
    subjectId: personId,
    byId: asker._id,
    value: { person: viewPerson(person, asker, { on, isBound: false }) },
  });
};
