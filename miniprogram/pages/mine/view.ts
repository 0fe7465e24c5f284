/** What the tab 我的 shows, made from what the cloud said. */
import type { ValueOf } from '../../../cloudfunctions/contract/index';
import { mineText } from '../../text/mine';
import { dutyWords, standingText } from '../../text/people';

type Session = Pick<ValueOf<'session.open'>, 'organ' | 'person'>;

export interface MineView {
  organName: string;
  /** Null for somebody who has not joined. */
  person: {
    name: string;
    initial: string;
    standing: string;
    units: string[];
    duties: string[];
  } | null;
  isAdministrator: boolean;
  /** Those who run the system day by day: appeals and adjustments are theirs. */
  isOffice: boolean;
  /** The office for every unit, a head for the own one. */
  mayMakeCodes: boolean;
  /** Units this person heads, whose people may be invited. */
  headed: { id: string; words: string }[];
}

/** Who the phone belongs to, in words. */
export function viewOfMine(
  { organ, person }: Session,
  unitNames: Record<string, string>,
): MineView {
  const organName = organ?.name ?? '';
  if (!organ || !person) {
    const nothing = { isAdministrator: false, isOffice: false, mayMakeCodes: false };
    return { organName, person: null, ...nothing, headed: [] };
  }
  const nameOf = (unitId: string) => unitNames[unitId] ?? mineText.unknownUnit;
  const units = person.memberships.map(({ unitId, isHead }) =>
    isHead ? mineText.head(nameOf(unitId)) : nameOf(unitId),
  );
  const duties = person.duties.map((duty) =>
    mineText.duty(dutyWords(duty), duty.unitIds.map(nameOf).join(mineText.between)),
  );
  return {
    organName,
    person: {
      name: person.name,
      initial: [...person.name][0] ?? '',
      standing: standingText[organ.kind][person.standing],
      units,
      duties: duties.length > 0 ? duties : [mineText.noDuty],
    },
    isAdministrator: person.duties.some(({ duty }) => duty === 'administrator'),
    isOffice: isOffice(person),
    mayMakeCodes: isOffice(person) || person.memberships.some(({ isHead }) => isHead),
    headed: person.memberships
      .filter(({ isHead }) => isHead)
      .map(({ unitId }) => ({ id: unitId, words: mineText.peopleOf(nameOf(unitId)) })),
  };
}

/** The units that the page names. */
export function unitIdsOf({ person }: Session): string[] {
  if (!person) return [];
  const { memberships, duties } = person;
  return [...memberships.map(({ unitId }) => unitId), ...duties.flatMap(({ unitIds }) => unitIds)];
}

/** Those who run the system day by day. */
function isOffice({ duties }: NonNullable<Session['person']>): boolean {
  return duties.some(({ duty }) => duty === 'publicity_office' || duty === 'administrator');
}
