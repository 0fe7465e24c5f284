import { dutiesOn, isAdministrator, type Person } from '../people/person';

/** The publicity office and administrators write the rulebook. */
export function keepsRulebook(person: Person | undefined, on: string): person is Person {
  if (!person) return false;
  return (
    isAdministrator(person, on) ||
    dutiesOn(person, on).some(({ duty }) => duty === 'publicity_office')
  );
}
