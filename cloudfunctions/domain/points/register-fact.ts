import { accept, refuse, type Decision } from '../../kernel/decision';
import { isOfficeFor } from '../adoption/eligibility';
import { hasLeft, type Person } from '../people/person';
import { isClosed, type Unit } from '../people/unit';
import type { RegisteredFact } from './facts';

export type FactFields = Omit<
  RegisteredFact,
  '_id' | 'unitPath' | 'state' | 'byId' | 'byName' | 'at' | 'version'
> & { factId: string };

export interface FactScene {
  unit: Unit | undefined;
  /** Whom it is to count for; undefined where there is no such person. */
  about: Person | undefined;
  at: number;
  on: string;
}

/** The office enters what counts without a printing; nobody enters what counts for oneself. */
export function registerFact(
  asker: Person,
  { factId, ...fields }: FactFields,
  { unit, about, at, on }: FactScene,
): Decision<
  { fact: RegisteredFact },
  'not_allowed' | 'unit_closed' | 'person_unfit' | 'fact_in_future'
> {
  if (!unit || !isOfficeFor(asker, unit.path, on)) return refuse('not_allowed');
  if (fields.personId === asker._id) return refuse('not_allowed');
  if (isClosed(unit, on)) return refuse('unit_closed');
  if (fields.personId !== null && (!about || hasLeft(about, on))) return refuse('person_unfit');
  if (fields.occurredOn > on) return refuse('fact_in_future');
  const by = { byId: asker._id, byName: asker.name, at };
  return accept({
    fact: { _id: factId, ...fields, unitPath: unit.path, state: 'registered', ...by, version: 1 },
  });
}

/** What was registered no longer counts; who entered it and why it went stays to be read. */
export function withdrawFact(
  fact: RegisteredFact,
  asker: Person,
  { note, on }: { note: string; on: string },
): Decision<{ fact: RegisteredFact }, 'not_allowed' | 'fact_withdrawn'> {
  if (!isOfficeFor(asker, fact.unitPath, on) || fact.personId === asker._id) {
    return refuse('not_allowed');
  }
  if (fact.state !== 'registered') return refuse('fact_withdrawn');
  const version = fact.version + 1;
  return accept({ fact: { ...fact, state: 'withdrawn', withdrawnWhy: note, version } });
}
