/** Reads of entries, and of all that a posting needs. */
import type { Adoption } from '../domain/adoption/adoption';
import type { Appeal } from '../domain/ledger/appeal';
import type { LastEntry } from '../domain/ledger/chain';
import type { Account, Entry, Family, LedgerSettings, Standing } from '../domain/ledger/entry';
import type { Outlet } from '../domain/outlet/outlet';
import type { Unit } from '../domain/people/unit';
import type { RegisteredFact } from '../domain/points/facts';
import type { Rulebook } from '../domain/points/rulebook';
import { Fault } from '../kernel/faults';
import type { Database } from './database';
import { readDocument } from './documents';
import { linePage, linesRead } from './line-page';
import { reading } from './reading';

/** What a server read may take at most (facts: 1,000 documents). */
const documentsMax = 1000;
/** Printings of one work; no work was ever printed so often. */
const printingsMax = 200;

export interface PostingWanted {
  unitId: string;
  familyIds: string[];
  workId: string | null;
}

/** What is looked at before a posting is computed. */
export interface PostingPlace {
  unit: Unit;
  families: Family[];
  adoptions: Adoption[];
  /** Registered facts about the work. */
  facts: RegisteredFact[];
  outlets: Outlet[];
  rulebooks: Rulebook[];
  closedThrough: string | null;
}

export interface EntryWithPlace {
  entry: Entry;
  reversedBy: string | null;
  appeal: Appeal | undefined;
  unit: Unit | undefined;
}

export function openLedger(database: Database) {
  return {
    readPostingPlace: (wanted: PostingWanted) => readPostingPlace(database, wanted),
    readTouched: (wanted: TouchedWanted) => readTouched(database, wanted),
    readEntry: (id: string) => readEntry(database, id),
    listEntries: (wanted: EntriesWanted) => listEntries(database, wanted),
    /** All that some works brought one owner. */
    listEntriesOfWorks: ({ ownerKey, workIds }: { ownerKey: string; workIds: string[] }) =>
      reading<Entry>(() =>
        database
          .collection('ledger_entries')
          .where({ workId: database.command.in(workIds), ownerKey })
          .limit(documentsMax)
          .get(),
      ),
    readFamily: (id: string) => readDocument<Family>(database, 'families', id),
  };
}

/**
 * One round trip. The family stands before the printings: whoever verifies one writes the family too,
 * so a family that is unchanged at the commit vouches for every printing read after it.
 */
async function readPostingPlace(
  database: Database,
  { unitId, familyIds, workId }: PostingWanted,
): Promise<PostingPlace | undefined> {
  const ofWork = (field: string) => [{ $match: { [field]: workId } }, { $limit: printingsMax }];
  const all = [{ $limit: documentsMax }];
  const [found] = await reading<
    Unit & Omit<PostingPlace, 'unit' | 'closedThrough'> & { ledger: LedgerSettings[] }
  >(() =>
    database
      .collection('units')
      .aggregate()
      .match({ _id: unitId })
      .lookup({ from: 'families', pipeline: byIds(familyIds), as: 'families' })
      .lookup({ from: 'adoptions', pipeline: ofWork('work.id'), as: 'adoptions' })
      .lookup({ from: 'registered_facts', pipeline: ofWork('workId'), as: 'facts' })
      .lookup({ from: 'outlets', pipeline: all, as: 'outlets' })
      .lookup({ from: 'rulebooks', pipeline: all, as: 'rulebooks' })
      .lookup({ from: 'settings', pipeline: byIds(['ledger']), as: 'ledger' })
      .end(),
  );
  if (!found) return undefined;
  const { families, adoptions, facts, outlets, rulebooks, ledger, ...unit } = found;
  const ofIt = workId === null ? { adoptions: [], facts: [] } : { adoptions, facts };
  const closedThrough = ledger[0]?.closedThrough ?? null;
  return { unit, families, ...ofIt, outlets, rulebooks, closedThrough };
}

export interface TouchedWanted {
  /** Any unit that is there. */
  unitId: string;
  accountIds: string[];
  standingIds: string[];
  ownerIds: string[];
}

/** Accounts and standings as far as they are there, and owners' names by `<kind>:<id>`. */
export interface Touched {
  accounts: Account[];
  /** The end of each account's chain as its entries say, where it has any. */
  lastEntries: LastEntry[];
  standings: Standing[];
  names: Map<string, string>;
}

/**
 * One round trip. The accounts come first: one that is unchanged at the commit vouches for its
 * standings.
 */
async function readTouched(
  database: Database,
  { unitId, accountIds, standingIds, ownerIds }: TouchedWanted,
): Promise<Touched> {
  const names = [...byIds(ownerIds), { $project: { name: 1 } }];
  const [found] = await reading<{
    accounts: Account[];
    last: Record<string, LastEntry[]>;
    standings: Standing[];
    people: Named[];
    units: Named[];
  }>(() =>
    withLastEntries(
      database
        .collection('units')
        .aggregate()
        .match({ _id: unitId })
        .lookup({ from: 'accounts', pipeline: byIds(accountIds), as: 'accounts' }),
      accountIds,
    )
      .lookup({ from: 'standings', pipeline: byIds(standingIds), as: 'standings' })
      .lookup({ from: 'people', pipeline: names, as: 'people' })
      .lookup({ from: 'units', pipeline: names, as: 'units' })
      .end(),
  );
  if (!found) throw new Fault('unit_missing', 'never');
  const { accounts, last, standings, people, units } = found;
  const named = [
    ...people.map(({ _id, name }) => [`person:${_id}`, name] as const),
    ...units.map(({ _id, name }) => [`unit:${_id}`, name] as const),
  ];
  const lastEntries = Object.values(last ?? {}).flat();
  return { accounts, lastEntries, standings, names: new Map(named) };
}

/** A look at the index for each account: one pipeline for all would read their whole chains. */
function withLastEntries(aggregate: Aggregate, accountIds: string[]): Aggregate {
  return accountIds.reduce(
    (stages, accountId, place) =>
      stages.lookup({
        from: 'ledger_entries',
        pipeline: [
          { $match: { accountId } },
          { $sort: { sequence: -1 } },
          { $limit: 1 },
          { $project: { accountId: 1, sequence: 1, hash: 1 } },
        ],
        as: `last.of${place}`,
      }),
    aggregate,
  );
}

type Aggregate = ReturnType<ReturnType<Database['collection']>['aggregate']>;

type Named = { _id: string; name: string };

const byIds = (ids: string[]) => [{ $match: { _id: { $in: ids } } }];

/** An entry with what is said about it, and its unit. */
async function readEntry(database: Database, id: string): Promise<EntryWithPlace | undefined> {
  const reversed = [{ $match: { reverses: id } }, { $limit: 1 }, { $project: { _id: 1 } }];
  const [found] = await reading<
    Entry & { reversals: { _id: string }[]; appeals: Appeal[]; units: Unit[] }
  >(() =>
    database
      .collection('ledger_entries')
      .aggregate()
      .match({ _id: id })
      .lookup({ from: 'ledger_entries', pipeline: reversed, as: 'reversals' })
      .lookup({ from: 'appeals', localField: '_id', foreignField: '_id', as: 'appeals' })
      .lookup({ from: 'units', localField: 'unitId', foreignField: '_id', as: 'units' })
      .end(),
  );
  if (!found) return undefined;
  const { reversals, appeals, units, ...entry } = found;
  return { entry, reversedBy: reversals[0]?._id ?? null, appeal: appeals[0], unit: units[0] };
}

export interface EntriesWanted {
  ownerKey: string;
  /** Only these books. */
  books: string[];
  /** From this day on, and before that one; null for all time. */
  span: { from: string; until: string } | null;
  after: string | null;
}

export interface EntryPage {
  entries: (Entry & { isReversed: boolean })[];
  after: string | null;
}

/** Newest day first; each with whether it was reversed: one round trip. */
async function listEntries(
  database: Database,
  { ownerKey, books, span, after }: EntriesWanted,
): Promise<EntryPage> {
  const [periodOn = '', postedAt = '', id = ''] = after?.split(' ') ?? [];
  const earlier = [
    { periodOn: { $lt: periodOn } },
    { periodOn, postedAt: { $lt: Number(postedAt) } },
    { periodOn, postedAt: Number(postedAt), _id: { $lt: id } },
  ];
  const wanted = {
    ownerKey,
    book: { $in: books },
    ...(span && { periodOn: { $gte: span.from, $lt: span.until } }),
    ...(after !== null && { $or: earlier }),
  };
  const found = await reading<Entry & { reversals: unknown[] }>(() =>
    database
      .collection('ledger_entries')
      .aggregate()
      .match(wanted)
      .sort({ periodOn: -1, postedAt: -1, _id: -1 })
      .limit(linesRead)
      .lookup({
        ...{ from: 'ledger_entries', localField: '_id', foreignField: 'reverses' },
        as: 'reversals',
      })
      .end(),
  );
  const { shown, after: next } = linePage(
    found,
    (last) => `${last.periodOn} ${last.postedAt} ${last._id}`,
  );
  const entries = shown.map(({ reversals, ...entry }) => ({
    ...{ ...entry, isReversed: reversals.length > 0 },
  }));
  return { entries, after: next };
}
