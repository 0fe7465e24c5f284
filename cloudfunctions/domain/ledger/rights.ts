/** Who may see and decide what in the ledger. */
import { dutiesOn, isAdministrator, isHeadOf, membershipsOn, type Person } from '../people/person';
import { isInScope } from '../people/unit';
import type { AccountRef } from './entry';

/** Whose accounts they are, with each unit of the owner and everything above it. */
export interface Owner extends AccountRef {
  name: string;
  /** The unit that its points count for; a unit's own is itself. */
  unitId: string;
  unitName: string;
  paths: string[][];
}

/** Runs the ledger at all: sees money in rankings, proposes, answers, approves. */
export function isOffice(person: Person, on: string): boolean {
  return scopeOf(person, on).length > 0 || isAdministrator(person, on);
}

/** Units (each with all below) that the person is the ledger's office of; an administrator's are all. */
export function scopeOf(person: Person, on: string): string[] {
  return dutiesOn(person, on)
    .filter(({ duty }) => duty === 'publicity_office' || duty === 'leader')
    .flatMap(({ unitIds }) => unitIds);
}

/** Is the person the office of one of these units? */
export function isOfficeOf(person: Person, paths: string[][], on: string): boolean {
  if (isAdministrator(person, on)) return true;
  const scope = scopeOf(person, on);
  return paths.some((path) => isInScope(scope, { path }));
}

/** Whose money and entries are theirs to see: their own, and what is under them. */
export function maySeeMoney(person: Person, owner: Owner, on: string): boolean {
  if (owner.kind === 'person' && owner.id === person._id) return true;
  if (isOfficeOf(person, owner.paths, on)) return true;
  return owner.paths.some((path) => path.some((unitId) => isHeadOf(person, unitId, on)));
}

/** A unit's entries are its members' as well, but for money. */
export function maySeeEntries(person: Person, owner: Owner, on: string): boolean {
  if (maySeeMoney(person, owner, on)) return true;
  return owner.kind === 'unit' && isMember(person, owner.id, on);
}

/** Who may say that an entry is wrong: the person, or the head of the unit. */
export function mayAppeal(person: Person, owner: AccountRef, on: string): boolean {
  if (owner.kind === 'person') return owner.id === person._id;
  return isHeadOf(person, owner.id, on);
}

/** Does what is posted to the owner come to this person? */
export function isGainOf(person: Person, owner: AccountRef, on: string): boolean {
  return owner.kind === 'person' ? owner.id === person._id : isMember(person, owner.id, on);
}

function isMember(person: Person, unitId: string, on: string): boolean {
  return membershipsOn(person, on).some((one) => one.unitId === unitId);
}
