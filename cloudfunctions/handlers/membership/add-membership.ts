import { joinUnit } from '../../domain/people/change-person';
import { isClosed } from '../../domain/people/unit';
import { refuse } from '../../kernel/decision';
import type { CommandHandler } from '../handler';
import { changeRecord } from '../person/change-record';

/** `membership.add`: one more unit from today, or another word on whether the person heads it. */
export const addMembershipHandler: CommandHandler<'membership.add'> = (input, scene) =>
  changeRecord(scene, input.personId, async (person) => {
    const unit = await scene.store.readUnit(input.unitId);
    if (!unit) return refuse('not_found');
    if (isClosed(unit, scene.on)) return refuse('unit_closed');
    const { unitId, isHead } = input;
    return joinUnit(person, { unitId, isHead }, scene.on);
  });
