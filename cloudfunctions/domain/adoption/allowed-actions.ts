import type * as z from 'zod/mini';
import type { adoptionAction } from '../../contract/adoption';
import type { Person } from '../people/person';
import type { Adoption } from './adoption';
import { maySettle } from './eligibility';

export type AdoptionAction = z.output<typeof adoptionAction>;

/** What this person may do to a printing now; the phone shows these buttons and no others. */
export function allowedOnPrinting(adoption: Adoption, person: Person, on: string) {
  const allowed: AdoptionAction[] = [];
  if (!maySettle(person, adoption, on)) return allowed;
  if (adoption.state === 'reported') allowed.push('verify', 'reject', 'metric');
  if (adoption.state === 'verified') allowed.push('correct', 'withdraw', 'metric');
  return allowed;
}
