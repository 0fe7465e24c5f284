import type { ValueOf } from '../../contract';
import { mayInvite } from '../../domain/people/invite';
import { dutiesOn, isAdministrator, membershipsOn, type Person } from '../../domain/people/person';

type PersonLine = ValueOf<'person.list'>['people'][number];
type PersonView = ValueOf<'person.show'>['person'];

/** One line of a list: what holds today, and no number. */
export function viewPersonLine(person: Person, on: string): PersonLine {
  return {
    id: person._id,
    name: person.name,
    standing: person.standing,
    memberships: membershipsOn(person, on).map(({ unitId, isHead }) => ({ unitId, isHead })),
    duties: dutiesOn(person, on).map(({ duty, stage, unitIds }) => ({ duty, stage, unitIds })),
  };
}

/** A person's page as `asker` may see it. */
export function viewPerson(
  person: Person,
  asker: Person,
  { on, isBound }: { on: string; isBound: boolean },
): PersonView {
  const isAdmin = isAdministrator(asker, on);
  return {
    ...viewPersonLine(person, on),
    phone: isAdmin ? person.phone : maskPhone(person.phone),
    isBound,
    joinedOn: person.joinedOn,
    leftOn: person.leftOn,
    mayInvite: person.leftOn === null && mayInvite(asker, person, on),
  };
}

/** `13800000001` → `138****0001`; short numbers keep only their end. */
export function maskPhone(phone: string | null): string | null {
  if (phone === null) return null;
  return phone.length < 8 ? `****${phone.slice(-2)}` : `${phone.slice(0, 3)}****${phone.slice(-4)}`;
}
