/** What a person's page shows; no wx, so it is tested as it is. */
import type { ValueOf } from '../../../cloudfunctions/contract/index';
import { directoryActText, personText } from '../wording/admin';
import { cloudNow } from '../../platform/clock';
import { momentWords, plainDayWords } from '../../text/day';
import { dutyWords, standingText } from '../../text/people';

export type Person = ValueOf<'person.show'>['person'];
type OrganKind = 'cppcc' | 'congress';

/** A person in words. */
export function viewOf(
  person: Person,
  unitNames: Record<string, string>,
  { organ, isAdministrator }: { organ: OrganKind; isAdministrator: boolean },
) {
  const hasLeft = person.leftOn !== null;
  const days =
    person.leftOn === null
      ? personText.joined(plainDayWords(person.joinedOn, cloudNow()))
      : personText.left(plainDayWords(person.leftOn, cloudNow()));
  return {
    /** A unit's head sees the page too, to invite; all else is for administrators. */
    mayInvite: person.mayInvite && !hasLeft,
    mayChange: isAdministrator && !hasLeft,
    name: person.name,
    about: `${standingText[organ][person.standing]} · ${days}`,
    bound: person.isBound ? personText.bound : personText.unbound,
    inviteNote: person.isBound ? personText.rebind : '',
    phone: person.phone ?? personText.noPhone,
    units: person.memberships.map(({ unitId, isHead }) => ({
      ...{ id: unitId, name: unitNames[unitId] ?? '', isHead },
    })),
    duties: person.duties.map((duty) => ({
      words: dutyWords(duty),
      scope: personText.scope(duty.unitIds.map((id) => unitNames[id] ?? '')),
    })),
  };
}

/** The audit trail in words. */
export function actsOf(events: ValueOf<'directoryEvent.list'>['events'], now: number) {
  return events.map(({ id, act, at, byName }) => ({
    id,
    words: `${byName} ${directoryActText[act] ?? act}`,
    when: momentWords(at, now),
  }));
}

/** A code in groups of four, as people read it out. */
export const grouped = (code: string) => code.replace(/(.{4})(?=.)/g, '$1-');
