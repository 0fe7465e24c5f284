/** Reads of outlets, adoptions and registered facts. */
import type { Adoption, AdoptionEvent, AdoptionState } from '../domain/adoption/adoption';
import type { Outlet } from '../domain/outlet/outlet';
import type { Person } from '../domain/people/person';
import type { RegisteredFact } from '../domain/points/facts';
import type { Database } from './database';
import { readDocument } from './documents';
import { linePage, linesRead } from './line-page';
import { reading } from './reading';

/** What a server read may take at most (facts: 1,000 documents). */
const outletsMax = 1000;
/** Printings of one work; handlers refuse one more. */
const printingsMax = 200;
const eventsMax = 1000;

/** A printing with all that its page, or a decision on it, needs. */
export interface WholePrinting {
  adoption: Adoption;
  /** Every adoption of its work, itself among them. */
  known: Adoption[];
  /** The whole directory of outlets. */
  outlets: Outlet[];
  /** What happened to any printing of its work. */
  events: AdoptionEvent[];
}

export interface PrintingPage {
  adoptions: Adoption[];
  /** The outlets of these. */
  outlets: Outlet[];
  after: string | null;
}

export function openAdoptions(database: Database) {
  return {
    readOutlets: () =>
      reading<Outlet>(() => database.collection('outlets').limit(outletsMax).get()),
    readOutlet: (id: string) => readDocument<Outlet>(database, 'outlets', id),
    readFact: (id: string) => readDocument<RegisteredFact>(database, 'registered_facts', id),
    readPrinting: (id: string) => readPrinting(database, id),
    /** Every adoption of a work, in whatever state. */
    listAdoptionsOf: (workId: string) =>
      reading<Adoption>(() =>
        database.collection('adoptions').where({ 'work.id': workId }).limit(printingsMax).get(),
      ),
    listAdoptionEvents: (workId: string) =>
      reading<AdoptionEvent>(() =>
        database.collection('adoption_events').where({ workId }).limit(eventsMax).get(),
      ),
    listPrintings: (wanted: PrintingsWanted) => listPrintings(database, wanted),
    listFacts: (wanted: Omit<PrintingsWanted, 'state'>) => listFacts(database, wanted),
  };
}

/** One round trip; another for one whose facts were corrected so that it stands elsewhere. */
async function readPrinting(database: Database, id: string): Promise<WholePrinting | undefined> {
  const ofWork = { localField: 'work.id', as: 'known' };
  const outlets = [{ $limit: outletsMax }];
  const [found] = await reading<Adoption & Omit<WholePrinting, 'adoption'>>(() =>
    database
      .collection('adoptions')
      .aggregate()
      .match({ _id: id })
      .lookup({ from: 'adoptions', ...ofWork, foreignField: 'work.id' })
      .lookup({ from: 'adoption_events', ...ofWork, foreignField: 'workId', as: 'events' })
      .lookup({ from: 'outlets', pipeline: outlets, as: 'outlets' })
      .end(),
  );
  if (!found) return undefined;
  const { known, outlets: directory, events, ...adoption } = found;
  if (adoption.movedTo !== undefined) return readPrinting(database, adoption.movedTo);
  return { adoption, known, outlets: directory, events };
}

export interface PrintingsWanted {
  /** Units, each with all below it. */
  scope: string[];
  state: AdoptionState;
  after: string | null;
}

/** What stands in a state, the longest first. */
async function listPrintings(
  database: Database,
  { scope, state, after }: PrintingsWanted,
): Promise<PrintingPage> {
  const [reportedAt = '', id = ''] = after?.split(':') ?? [];
  const later = [
    { reportedAt: { $gt: Number(reportedAt) } },
    { reportedAt: Number(reportedAt), _id: { $gt: id } },
  ];
  const here = { unitPath: { $in: scope }, state, movedTo: null };
  const found = await reading<Adoption & { outlets: Outlet[] }>(() =>
    database
      .collection('adoptions')
      .aggregate()
      .match(after === null ? here : { ...here, $or: later })
      .sort({ reportedAt: 1, _id: 1 })
      .limit(linesRead)
      .lookup({ from: 'outlets', localField: 'outletId', foreignField: '_id', as: 'outlets' })
      .end(),
  );
  const { shown, after: next } = linePage(found, (last) => `${last.reportedAt}:${last._id}`);
  return {
    adoptions: shown.map(({ outlets: _outlets, ...adoption }) => adoption),
    outlets: shown.flatMap(({ outlets }) => outlets),
    after: next,
  };
}

/** The newest first, each with the person it counts for. */
async function listFacts(
  database: Database,
  { scope, after }: Omit<PrintingsWanted, 'state'>,
): Promise<{ facts: (RegisteredFact & { people: Person[] })[]; after: string | null }> {
  const [occurredOn = '', id = ''] = after?.split(':') ?? [];
  const earlier = [{ occurredOn: { $lt: occurredOn } }, { occurredOn, _id: { $lt: id } }];
  const here = { unitPath: { $in: scope } };
  const found = await reading<RegisteredFact & { people: Person[] }>(() =>
    database
      .collection('registered_facts')
      .aggregate()
      .match(after === null ? here : { ...here, $or: earlier })
      .sort({ occurredOn: -1, _id: -1 })
      .limit(linesRead)
      .lookup({ from: 'people', localField: 'personId', foreignField: '_id', as: 'people' })
      .end(),
  );
  const { shown, after: next } = linePage(found, (last) => `${last.occurredOn}:${last._id}`);
  return { facts: shown, after: next };
}
