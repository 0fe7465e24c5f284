/** A person's line in the list; no wx, so it is tested as it is. */
import type { ValueOf } from '../../../cloudfunctions/contract/index';
import { personText } from '../wording/admin';
import { dutyWords } from '../../text/people';

type PersonLine = ValueOf<'person.list'>['people'][number];

/** Name, units and duties in words. */
export function lineOf(person: PersonLine, unitNames: Record<string, string>) {
  const units = person.memberships.map(({ unitId, isHead }) =>
    [unitNames[unitId] ?? '', isHead ? personText.isHead : ''].join(''),
  );
  return {
    id: person.id,
    name: person.name,
    units: units.join(personText.between) || personText.noUnit,
    duties: person.duties.map(dutyWords).join(personText.between),
  };
}
