import { leaveOrgan } from '../../domain/people/change-person';
import { hasLeft, isAdministrator } from '../../domain/people/person';
import { remove, type Change } from '../../kernel/change';
import { refuse } from '../../kernel/decision';
import { assert } from '../../kernel/faults';
import { refused, type CommandHandler } from '../handler';
import { changeAdministrators } from '../organ/change-administrators';
import { changeRecord } from './change-record';
import { handOverWork, openWork } from './hand-over';

/**
 * `person.leave`: what the person has open goes to the successor; then memberships, duties and the
 * binding end today. The record and its history stay.
 */
export const leavePersonHandler: CommandHandler<'person.leave'> = async (input, scene) => {
  const { store, on } = scene;
  let open: ReturnType<typeof openWork> = null;
  const outcome = await changeRecord(scene, input.personId, async (person, asker) => {
    const [organ, bindings, successor, work] = await Promise.all([
      store.readOrgan(),
      store.readBindingsOf(input.personId),
      input.successorId === null ? undefined : store.readPerson(input.successorId),
      store.listWorkOf(input.personId),
    ]);
    assert(organ, 'people are added after the organ was founded');
    const decision = leaveOrgan(person, { administrators: organ.administrators }, on);
    if (!decision.accepted) return decision;
    const to = successor && !hasLeft(successor, on) ? successor : null;
    const isUnfit = input.successorId !== null && (!to || to._id === person._id);
    if (isUnfit) return refuse('person_unfit');
    open = openWork(work, person);
    if (open && !to) return refuse('work_open');
    if (!(await handOverWork(scene, work, { person, to, asker }))) {
      return refuse('changed_meanwhile');
    }
    const changes: Change[] = bindings.map((binding) => remove('bindings', binding));
    if (isAdministrator(person, on)) changes.push(changeAdministrators(organ, -1));
    return { accepted: true, changes: { ...decision.changes, changes, isUnbound: true } };
  });
  return !outcome.ok && outcome.refusal === 'work_open' ? refused('work_open', open) : outcome;
};
