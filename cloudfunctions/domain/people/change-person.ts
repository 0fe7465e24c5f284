import { accept, refuse, type Decision } from '../../kernel/decision';
import { holdsOn } from '../../kernel/days';
import {
  hasLeft,
  isAdministrator,
  personOf,
  type Duty,
  type Membership,
  type Person,
} from './person';

/** A new record of the directory; its duties come later, one by one. */
export function addPerson(
  input: Pick<Person, '_id' | 'name' | 'standing' | 'phone'> & { unitId: string; isHead: boolean },
  on: string,
): { person: Person } {
  const { unitId, isHead, ...fields } = input;
  return {
    person: personOf({
      ...fields,
      memberships: [{ unitId, isHead, since: on, until: null }],
      duties: [],
      joinedOn: on,
      leftOn: null,
      version: 1,
    }),
  };
}

/** Corrects a name, a standing or a phone number. */
export function changePerson(
  person: Person,
  fields: Pick<Person, 'name' | 'standing' | 'phone'>,
  on: string,
): Decision<{ person: Person }, 'person_left'> {
  if (hasLeft(person, on)) return refuse('person_left');
  return accept({ person: next(person, fields) });
}

/** Makes a person belong to one more unit from today, or changes whether they head it. */
export function joinUnit(
  person: Person,
  input: { unitId: string; isHead: boolean },
  on: string,
): Decision<{ person: Person }, 'person_left' | 'membership_exists'> {
  if (hasLeft(person, on)) return refuse('person_left');
  const open = person.memberships.find((one) => isOpenFor(one, input.unitId, on));
  if (open?.isHead === input.isHead) return refuse('membership_exists');
  const others = endSpans(person.memberships, (one) => one === open, on);
  const membership: Membership = { ...input, since: on, until: null };
  return accept({ person: next(person, { memberships: [...others, membership] }) });
}

/** Ends a membership; somebody with none left still stands in the directory. */
export function quitUnit(
  person: Person,
  unitId: string,
  on: string,
): Decision<{ person: Person }, 'membership_missing'> {
  const open = person.memberships.find((one) => isOpenFor(one, unitId, on));
  if (!open) return refuse('membership_missing');
  const memberships = endSpans(person.memberships, (one) => one === open, on);
  return accept({ person: next(person, { memberships }) });
}

/** Gives a duty from today on, for a set of units; only a reviewer has a stage. */
export function grantDuty(
  person: Person,
  input: Pick<Duty, 'duty' | 'stage' | 'unitIds'>,
  on: string,
): Decision<{ person: Person }, 'person_left' | 'stage_missing' | 'duty_exists'> {
  if (hasLeft(person, on)) return refuse('person_left');
  if ((input.duty === 'reviewer') !== (input.stage !== null)) return refuse('stage_missing');
  const same = person.duties.find((duty) => isSameDuty(duty, input) && holdsOn(duty, on));
  const isUnchanged = same && [...same.unitIds].sort().join() === [...input.unitIds].sort().join();
  if (isUnchanged) return refuse('duty_exists');
  const others = endSpans(person.duties, (duty) => duty === same, on);
  const duty: Duty = { ...input, since: on, until: null };
  return accept({ person: next(person, { duties: [...others, duty] }) });
}

/** Ends a duty; the last administrator cannot be the one to lose it. */
export function endDuty(
  person: Person,
  input: Pick<Duty, 'duty' | 'stage'> & { administrators: number },
  on: string,
): Decision<{ person: Person }, 'duty_missing' | 'last_administrator'> {
  const open = person.duties.find((duty) => isSameDuty(duty, input) && holdsOn(duty, on));
  if (!open) return refuse('duty_missing');
  if (input.duty === 'administrator' && input.administrators <= 1) {
    return refuse('last_administrator');
  }
  const duties = endSpans(person.duties, (duty) => duty === open, on);
  return accept({ person: next(person, { duties }) });
}

/** Ends everything a person does here; open work is handed over by the caller's other changes. */
export function leaveOrgan(
  person: Person,
  input: { administrators: number },
  on: string,
): Decision<{ person: Person }, 'person_left' | 'last_administrator'> {
  if (hasLeft(person, on)) return refuse('person_left');
  if (isAdministrator(person, on) && input.administrators <= 1) return refuse('last_administrator');
  return accept({
    person: next(person, {
      memberships: endSpans(person.memberships, () => true, on),
      duties: endSpans(person.duties, () => true, on),
      leftOn: on,
    }),
  });
}

function next(person: Person, change: Partial<Person>): Person {
  return personOf({ ...person, ...change, version: person.version + 1 });
}

// A span that began today and ends today never held: it is dropped rather than kept empty.
function endSpans<One extends { since: string; until: string | null }>(
  spans: One[],
  isMeant: (span: One) => boolean,
  on: string,
): One[] {
  return spans
    .map((span) => (isMeant(span) && span.until === null ? { ...span, until: on } : span))
    .filter((span) => span.until === null || span.since < span.until);
}

const isOpenFor = (one: Membership, unitId: string, on: string): boolean =>
  one.unitId === unitId && holdsOn(one, on);

const isSameDuty = (left: Pick<Duty, 'duty' | 'stage'>, right: Pick<Duty, 'duty' | 'stage'>) =>
  left.duty === right.duty && left.stage === right.stage;
