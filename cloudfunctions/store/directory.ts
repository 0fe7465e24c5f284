/** Reads and changes of the directory: organ, units, people, bindings, invites. */
import type { Organ } from '../domain/organ/found-organ';
import type { Invite } from '../domain/people/invite';
import type { Person } from '../domain/people/person';
import type { Unit } from '../domain/people/unit';
import type { BindingDocument } from './collections/bindings';
import type { DirectoryEventDocument } from './collections/directory-events';
import type { ReceiptDocument } from './collections/receipts';
import type { BootstrapDocument } from './collections/settings';
import { databaseFault, type Database } from './database';
import { readDocument } from './documents';
import {
  filingLookups,
  filingPlaceOf,
  type FilingPlace,
  type FilingWanted,
  type JoinedFiling,
} from './filing';
import { reading } from './reading';

/** What a server read may take at most (facts: 1,000 documents); a county has some 200 units. */
const unitsMax = 1000;

export function openDirectory(database: Database) {
  const read = <Document>(collection: string, id: string) =>
    readDocument<Document>(database, collection, id);
  return {
    readOrgan: () => read<Organ & { _id: 'organ' }>('settings', 'organ'),
    readBootstrap: () => read<BootstrapDocument>('settings', 'bootstrap'),
    readPerson: (id: string) => read<Person>('people', id),
    readUnit: (id: string) => read<Unit>('units', id),
    readBinding: (openid: string) => read<BindingDocument>('bindings', openid),
    readPersonOf: (openid: string) => readPersonOf(database, openid),
    readBindingsOf: (personId: string) => readBindingsOf(database, personId),
    /** Codes for a person that nobody has redeemed and no time has ended. */
    listOpenInvites: (personId: string, at: number) =>
      reading<Invite>(() =>
        database
          .collection('invites')
          .where({ personId, redeemedAt: null, expiresAt: database.command.gt(at) })
          .limit(invitesMax)
          .get(),
      ),
    readUnits: () => readUnits(database),
    listDirectoryEvents: (subjectId: string) => listDirectoryEvents(database, subjectId),
  };
}

/** One is the rule; two that were made at the same moment may both stand. */
const invitesMax = 100;

/** As many as a page shows; older ones stay in the collection. */
const eventsMax = 50;

/** What was done to a person or a unit, the newest first, with the names of who did it. */
function listDirectoryEvents(
  database: Database,
  subjectId: string,
): Promise<(DirectoryEventDocument & { people: Pick<Person, 'name'>[] })[]> {
  return reading(() =>
    database
      .collection('directory_events')
      .aggregate()
      .match({ subjectId })
      .sort({ at: -1 })
      .limit(eventsMax)
      .lookup({ from: 'people', localField: 'byId', foreignField: '_id', as: 'people' })
      .project({ act: 1, at: 1, byId: 1, subjectId: 1, 'people.name': 1 })
      .end(),
  );
}

/** The person bound to an openid, in one round trip. */
async function readPersonOf(database: Database, openid: string): Promise<Person | undefined> {
  try {
    const joined = await database
      .collection('bindings')
      .aggregate()
      .match({ _id: openid })
      .lookup({ from: 'people', localField: 'personId', foreignField: '_id', as: 'people' })
      .end();
    // The lookup's own shape: a binding with the people of that id.
    return (joined.data as { people: Person[] }[])[0]?.people[0];
  } catch (error) {
    throw databaseFault(error, 'safe');
  }
}

interface CallerDocuments {
  person: Person | undefined;
  receipt: ReceiptDocument | undefined;
  filingPlace: FilingPlace | undefined;
}

/**
 * Who sends a command, its receipt if it was done, and for a filing what it is decided on: one round
 * trip for whoever is bound.
 */
export async function readCallerDocuments(
  database: Database,
  openid: string,
  { receiptId, filing }: { receiptId: string; filing?: FilingWanted | undefined },
): Promise<CallerDocuments> {
  const pipeline = [{ $match: { _id: receiptId } }];
  const lookups = [
    { from: 'people', localField: 'personId', foreignField: '_id', as: 'people' },
    { from: 'receipts', pipeline, as: 'receipts' },
    ...(filing ? filingLookups(filing) : []),
  ];
  const [found] = await reading<
    { people: Person[]; receipts: ReceiptDocument[] } & Partial<JoinedFiling>
  >(() => {
    const caller = database.collection('bindings').aggregate().match({ _id: openid });
    return lookups.reduce((joined, one) => joined.lookup(one), caller).end();
  });
  if (found) {
    // The lookups of a filing are there where they were asked for.
    const filingPlace = filing && filingPlaceOf(found as JoinedFiling);
    return { person: found.people[0], receipt: found.receipts[0], filingPlace };
  }
  const receipt = await readDocument<ReceiptDocument>(database, 'receipts', receiptId);
  return { person: undefined, receipt, filingPlace: undefined };
}

async function readBindingsOf(database: Database, personId: string): Promise<BindingDocument[]> {
  try {
    const found = await database.collection('bindings').where({ personId }).limit(10).get();
    return found.data as BindingDocument[]; // what this collection holds
  } catch (error) {
    throw databaseFault(error, 'safe');
  }
}

async function readUnits(database: Database): Promise<Unit[]> {
  try {
    const found = await database.collection('units').limit(unitsMax).get();
    return found.data as Unit[]; // what this collection holds
  } catch (error) {
    throw databaseFault(error, 'safe');
  }
}
