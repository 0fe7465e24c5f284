import { isOffice } from '../../domain/ledger/rights';
import type { Person } from '../../domain/people/person';
import type { Scene } from '../handler';

/** Who may answer appeals beside this person; whoever is no office answers none, and nothing is read. */
export async function readOffice({ store, on }: Scene, person: Person): Promise<Person[]> {
  return isOffice(person, on) ? store.listOffice() : [];
}
