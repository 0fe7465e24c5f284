import { leaveOrgan } from '../../domain/people/change-person';
import { isAdministrator } from '../../domain/people/person';
import { remove, type Change } from '../../kernel/change';
import { assert } from '../../kernel/faults';
import type { CommandHandler } from '../handler';
import { changeAdministrators } from '../organ/change-administrators';
import { changeRecord } from './change-record';

/** `person.leave`: memberships, duties and the binding end today; the record and its history stay. */
export const leavePersonHandler: CommandHandler<'person.leave'> = (input, scene) =>
  changeRecord(scene, input.personId, async (person) => {
    const { store, on } = scene;
    const [organ, bindings] = await Promise.all([
      store.readOrgan(),
      store.readBindingsOf(input.personId),
    ]);
    assert(organ, 'people are added after the organ was founded');
    const decision = leaveOrgan(person, { administrators: organ.administrators }, on);
    if (!decision.accepted) return decision;
    const changes: Change[] = bindings.map((binding) => remove('bindings', binding));
    if (isAdministrator(person, on)) changes.push(changeAdministrators(organ, -1));
    return { accepted: true, changes: { ...decision.changes, changes, isUnbound: true } };
  });
