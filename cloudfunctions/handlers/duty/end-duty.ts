import { endDuty } from '../../domain/people/change-person';
import { assert } from '../../kernel/faults';
import type { CommandHandler } from '../handler';
import { changeAdministrators } from '../organ/change-administrators';
import { changeRecord } from '../person/change-record';

/** `duty.end`: the duty ends today; the last administrator's cannot. */
export const endDutyHandler: CommandHandler<'duty.end'> = (input, scene) =>
  changeRecord(scene, input.personId, async (person) => {
    const organ = await scene.store.readOrgan();
    assert(organ, 'people are added after the organ was founded');
    const { duty, stage } = input;
    const { administrators } = organ;
    const decision = endDuty(person, { duty, stage, administrators }, scene.on);
    if (!decision.accepted) return decision;
    const changes = duty === 'administrator' ? [changeAdministrators(organ, -1)] : [];
    return { accepted: true, changes: { ...decision.changes, changes } };
  });
