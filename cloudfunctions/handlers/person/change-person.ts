import { changePerson } from '../../domain/people/change-person';
import type { CommandHandler } from '../handler';
import { changeRecord } from './change-record';

/** `person.change`: a corrected name, standing or phone number. */
export const changePersonHandler: CommandHandler<'person.change'> = (input, scene) =>
  changeRecord(scene, input.personId, (person) => {
    const { name, standing, phone } = input;
    return changePerson(person, { name, standing, phone }, scene.on);
  });
