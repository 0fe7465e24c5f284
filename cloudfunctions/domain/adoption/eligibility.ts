/** Who may read, report, verify and register printings: duty and scope, and never one's own. */
import { dutiesOn, isHeadOf, type Person } from '../people/person';
import { isInScope } from '../people/unit';
import type { Adoption } from './adoption';

/** The units, each with all below it, whose printings this person keeps. */
export function officeScope(person: Person, on: string): string[] {
  const duties = dutiesOn(person, on).filter(
    ({ duty }) => duty === 'publicity_office' || duty === 'administrator',
  );
  return [...new Set(duties.flatMap(({ unitIds }) => unitIds))];
}

/** Does the person keep the printings of a unit's works? */
export function isOfficeFor(person: Person, unitPath: string[], on: string): boolean {
  return isInScope(officeScope(person, on), { path: unitPath });
}

/** May this person say what counts? Nobody does for what they are paid for. */
export function maySettle(
  person: Person,
  printing: Pick<Adoption, 'unitPath' | 'peopleIds'>,
  on: string,
): boolean {
  return isOfficeFor(person, printing.unitPath, on) && !printing.peopleIds.includes(person._id);
}

/** Those whose work it is, and those over its unit; a media editor is no reader of printings. */
export function mayReadPrinting(
  person: Person,
  printing: Pick<Adoption, 'unitPath' | 'peopleIds' | 'work'>,
  on: string,
): boolean {
  if (printing.peopleIds.includes(person._id)) return true;
  const isOverIt = dutiesOn(person, on).some(
    ({ duty, unitIds }) =>
      duty !== 'correspondent' &&
      duty !== 'media_editor' &&
      isInScope(unitIds, { path: printing.unitPath }),
  );
  return isOverIt || isHeadOf(person, printing.work.unitId, on);
}
