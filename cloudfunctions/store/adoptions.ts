/** Reads of outlets, adoptions and registered facts. */
import type { Adoption } from '../domain/adoption/adoption';
import type { Outlet } from '../domain/outlet/outlet';
import type { RegisteredFact } from '../domain/points/facts';
import type { Database } from './database';
import { readDocument } from './documents';
import { reading } from './reading';

/** What a server read may take at most (facts: 1,000 documents). */
const outletsMax = 1000;
/** Printings of one work; no work was ever printed so often. */
const printingsMax = 200;

export function openAdoptions(database: Database) {
  return {
    readOutlets: () =>
      reading<Outlet>(() => database.collection('outlets').limit(outletsMax).get()),
    readAdoption: (id: string) => readDocument<Adoption>(database, 'adoptions', id),
    readFact: (id: string) => readDocument<RegisteredFact>(database, 'registered_facts', id),
    /** Every adoption of a work, in whatever state. */
    listAdoptionsOf: (workId: string) =>
      reading<Adoption>(() =>
        database.collection('adoptions').where({ 'work.id': workId }).limit(printingsMax).get(),
      ),
  };
}
