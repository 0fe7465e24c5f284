/** People, their memberships and duties as the domain sees them; every one of them is dated. */
import { holdsOn } from '../../kernel/days';

export const dutyNames = [
  'correspondent',
  'reviewer',
  'publicity_office',
  'leader',
  'media_editor',
  'administrator',
] as const;

export type DutyName = (typeof dutyNames)[number];

/** A dated span of days; `until` is the first day it no longer holds, null while it is open. */
export interface Span {
  since: string;
  until: string | null;
}

/** What a person may do, and for which units (each with everything below it). */
export interface Duty extends Span {
  duty: DutyName;
  /** Only a reviewer's: which stage of a chain, counted from 1. */
  stage: number | null;
  unitIds: string[];
}

export interface Membership extends Span {
  unitId: string;
  /** The head may invite people of the unit. */
  isHead: boolean;
}

export interface Person {
  _id: string;
  name: string;
  /** 委员/代表, or staff. */
  standing: 'member' | 'staff';
  phone: string | null;
  memberships: Membership[];
  duties: Duty[];
  joinedOn: string;
  leftOn: string | null;
  /** Units and duties that are open, kept beside the spans because queries look for them. */
  unitIds: string[];
  dutyNames: DutyName[];
  version: number;
}

/** A person's record with what follows from its spans. */
export function personOf(fields: Omit<Person, 'unitIds' | 'dutyNames'>): Person {
  return {
    ...fields,
    unitIds: openOnes(fields.memberships).map(({ unitId }) => unitId),
    dutyNames: [...new Set(openOnes(fields.duties).map(({ duty }) => duty))],
  };
}

const openOnes = <One extends Span>(spans: One[]) => spans.filter(({ until }) => until === null);

/** The duties that hold today; nobody who has left has any. */
export function dutiesOn(person: Person, on: string): Duty[] {
  if (hasLeft(person, on)) return [];
  return person.duties.filter((duty) => holdsOn(duty, on));
}

export function membershipsOn(person: Person, on: string): Membership[] {
  if (hasLeft(person, on)) return [];
  return person.memberships.filter((membership) => holdsOn(membership, on));
}

export function isAdministrator(person: Person | undefined, on: string): boolean {
  return person !== undefined && dutiesOn(person, on).some(({ duty }) => duty === 'administrator');
}

export function isHeadOf(person: Person, unitId: string, on: string): boolean {
  return membershipsOn(person, on).some((one) => one.isHead && one.unitId === unitId);
}

export function hasLeft(person: Person, on: string): boolean {
  return person.leftOn !== null && person.leftOn <= on;
}
