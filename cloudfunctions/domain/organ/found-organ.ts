import { accept, refuse, type Decision } from '../../kernel/decision';
import { dayOf } from '../../kernel/days';
import { personOf, type Person } from '../people/person';
import type { Unit } from '../people/unit';

/** What deployment left behind for the first administrator. */
export interface Bootstrap {
  codeHash: string;
  expiresAt: number;
}

/** The one organ a deployment serves. */
export interface Organ {
  name: string;
  /** 政协 or 人大. */
  kind: 'cppcc' | 'congress';
  foundedAt: number;
  /** How many administrators there are: so that the last one cannot be lost, even by two at once. */
  administrators: number;
  version: number;
}

export interface FoundingInput {
  /** SHA-256 of the normalised code that was typed. */
  codeHash: string;
  organ: Pick<Organ, 'name' | 'kind'>;
  administratorName: string;
  unitId: string;
  personId: string;
}

export type FoundingRefusal = 'organ_exists' | 'code_wrong' | 'code_expired';

/** Sets up the deployment once: the organ, its root unit and its first administrator. */
export function foundOrgan(
  before: { organ: unknown; bootstrap: Bootstrap | undefined },
  input: FoundingInput,
  at: number,
): Decision<{ organ: Organ; unit: Unit; administrator: Person }, FoundingRefusal> {
  if (before.organ !== undefined) return refuse('organ_exists');
  if (before.bootstrap?.codeHash !== input.codeHash) return refuse('code_wrong');
  if (at >= before.bootstrap.expiresAt) return refuse('code_expired');
  return accept({
    organ: { ...input.organ, foundedAt: at, administrators: 1, version: 1 },
    unit: rootUnit(input, dayOf(at)),
    administrator: firstAdministrator(input, dayOf(at)),
  });
}

function rootUnit(input: FoundingInput, since: string): Unit {
  return {
    _id: input.unitId,
    name: input.organ.name,
    kind: 'county',
    quotaClass: null,
    path: [input.unitId],
    parents: [{ unitId: null, since, until: null }],
    since,
    until: null,
    version: 1,
  };
}

function firstAdministrator(input: FoundingInput, since: string): Person {
  const { unitId } = input;
  return personOf({
    _id: input.personId,
    name: input.administratorName,
    standing: 'staff',
    phone: null,
    memberships: [{ unitId, isHead: true, since, until: null }],
    duties: [{ duty: 'administrator', stage: null, unitIds: [unitId], since, until: null }],
    joinedOn: since,
    leftOn: null,
    version: 1,
  });
}
