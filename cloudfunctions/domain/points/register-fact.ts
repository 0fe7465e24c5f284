import { accept, refuse, type Decision } from '../../kernel/decision';
import { isOfficeFor } from '../adoption/eligibility';
import { hasLeft, type Person } from '../people/person';
import { isClosed, type Unit } from '../people/unit';
import { hasBegun, type Period } from '../period/period';
import type { RegisteredFact } from './facts';

export type FactFields = Omit<
  RegisteredFact,
  '_id' | 'unitPath' | 'state' | 'byId' | 'byName' | 'at' | 'version'
> & { factId: string };

export interface FactScene {
  unit: Unit | undefined;
  /** Whom it is to count for; undefined where there is no such person. */
  about: Person | undefined;
  /** The people of the work it is about; none where it is about none. */
  authorIds: string[];
  /** The period that a jury's points are for; undefined while nothing was computed of it. */
  period: Pick<Period, 'state' | 'computing'> | undefined;
  at: number;
  on: string;
}

/** The office enters what counts without a printing; nobody enters what counts for oneself. */
export function registerFact(
  asker: Person,
  { factId, ...fields }: FactFields,
  { unit, about, authorIds, period, at, on }: FactScene,
): Decision<
  { fact: RegisteredFact },
  'not_allowed' | 'unit_closed' | 'person_unfit' | 'fact_in_future' | JuryRefusal
> {
  if (!unit || !isOfficeFor(asker, unit.path, on)) return refuse('not_allowed');
  if ([fields.personId, ...authorIds].includes(asker._id)) return refuse('not_allowed');
  if (isClosed(unit, on)) return refuse('unit_closed');
  if (fields.personId !== null && (!about || hasLeft(about, on))) return refuse('person_unfit');
  if (fields.occurredOn > on) return refuse('fact_in_future');
  const late = fields.jury && juryRefusal(fields.jury.period, period, on);
  if (late) return refuse(late);
  const by = { byId: asker._id, byName: asker.name, at };
  return accept({
    fact: { _id: factId, ...fields, unitPath: unit.path, state: 'registered', ...by, version: 1 },
  });
}

type JuryRefusal = 'period_not_begun' | 'period_computing' | 'period_in_notice' | 'period_closed';

/** A jury's points come before everybody is shown what they amount to. */
function juryRefusal(
  key: string,
  period: FactScene['period'],
  on: string,
): JuryRefusal | undefined {
  if (!hasBegun(key, on)) return 'period_not_begun';
  if (isSettled(period)) return 'period_closed';
  if (period?.state === 'notice') return 'period_in_notice';
  return period?.computing ? 'period_computing' : undefined;
}

const isSettled = (period: FactScene['period']) =>
  period?.state === 'closing' || period?.state === 'closed';

/** What was registered no longer counts; who entered it and why it went stays to be read. */
export function withdrawFact(
  fact: RegisteredFact,
  asker: Person,
  { note, period, on }: { note: string } & Pick<FactScene, 'period' | 'on'>,
): Decision<{ fact: RegisteredFact }, 'not_allowed' | 'fact_withdrawn' | 'period_closed'> {
  if (!isOfficeFor(asker, fact.unitPath, on) || fact.personId === asker._id) {
    return refuse('not_allowed');
  }
  if (fact.state !== 'registered') return refuse('fact_withdrawn');
  // What was posted at the close stays; an adjustment corrects it.
  if (fact.jury && isSettled(period)) return refuse('period_closed');
  const version = fact.version + 1;
  return accept({ fact: { ...fact, state: 'withdrawn', withdrawnWhy: note, version } });
}
