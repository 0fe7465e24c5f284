import { grantDuty } from '../../domain/people/change-person';
import { isClosed } from '../../domain/people/unit';
import { refuse } from '../../kernel/decision';
import { assert } from '../../kernel/faults';
import type { CommandHandler } from '../handler';
import { changeAdministrators } from '../organ/change-administrators';
import { changeRecord } from '../person/change-record';

/** `duty.grant`: a duty from today for a set of units, instead of the same duty's former units. */
export const grantDutyHandler: CommandHandler<'duty.grant'> = (input, scene) =>
  changeRecord(scene, input.personId, async (person) => {
    const { store, on } = scene;
    const [organ, units] = await Promise.all([store.readOrgan(), store.readUnits()]);
    assert(organ, 'people are added after the organ was founded');
    const meant = input.unitIds.map((id) => units.find(({ _id }) => _id === id));
    if (meant.some((unit) => unit === undefined)) return refuse('not_found');
    if (meant.some((unit) => unit && isClosed(unit, on))) return refuse('unit_closed');

    const { duty, stage, unitIds } = input;
    const decision = grantDuty(person, { duty, stage, unitIds }, on);
    if (!decision.accepted) return decision;
    const isOneMore = duty === 'administrator' && !person.dutyNames.includes(duty);
    const changes = isOneMore ? [changeAdministrators(organ, 1)] : [];
    return { accepted: true, changes: { ...decision.changes, changes } };
  });
