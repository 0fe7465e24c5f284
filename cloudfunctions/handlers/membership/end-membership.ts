import { quitUnit } from '../../domain/people/change-person';
import type { CommandHandler } from '../handler';
import { changeRecord } from '../person/change-record';

/** `membership.end`: the person no longer belongs to the unit from today. */
export const endMembershipHandler: CommandHandler<'membership.end'> = (input, scene) =>
  changeRecord(scene, input.personId, (person) => quitUnit(person, input.unitId, scene.on));
