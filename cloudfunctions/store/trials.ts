/** Dry runs: what they read of a month, and what they keep between their steps. */
import type { Entry } from '../domain/ledger/entry';
import type { CountedAdoption } from '../domain/ledger/work-facts';
import type { RegisteredFact } from '../domain/points/facts';
import type { Trial } from '../domain/points/trial';
import { inLots } from '../kernel/lots';
import type { TrialPart } from './collections/trials';
import { databaseFault, type Database } from './database';
import { readDocument } from './documents';
import { pageBy, pageSize as documentsMax, type Page } from './page-by';
import { reading } from './reading';

/** Ids that one query names: works have a printing or two each. */
const idsAtOnce = 250;

export type TrialDay = 'countsOn' | 'verifiedOn';
/** A verified printing as far as a list of works needs it. */
export type ListedPrinting = { _id: string; work: { id: string } } & {
  [Day in TrialDay]?: string | null;
};
/** An entry that no rulebook made, as far as sums need it. */
export type HandEntry = Pick<
  Entry,
  '_id' | 'ownerKey' | 'book' | 'amount' | 'category' | 'causeKind' | 'causeId' | 'workId' | 'title'
> & { periodOn: string };

export const openTrials = (database: Database) => ({
  ...openKept(database),
  ...openSpans(database),
  ...openTried(database),
});

function openKept(database: Database) {
  const _ = database.command;
  return {
    readTrial: (personId: string) => readDocument<Trial>(database, 'rulebook_trials', personId),
    readTrialParts: (ids: string[]) =>
      readInLots(ids, (lot) =>
        reading<TrialPart>(() =>
          database
            .collection('trial_parts')
            .where({ _id: _.in(lot) })
            .limit(documentsMax)
            .get(),
        ),
      ),
    dropTrials: (wanted: { personId: string; runId: string; now: number }) =>
      dropTrials(database, wanted),
  };
}

/** Pages of what counts in a span. */
function openSpans(database: Database) {
  const _ = database.command;
  return {
    /** Verified printings, by the day that counts or by that of their verification. */
    pageTrialPrintings: (day: TrialDay, span: Page) =>
      pageBy<ListedPrinting>(database, 'adoptions', {
        ...{ ...span, day, where: { state: 'verified' } },
        fields: { 'work.id': true, [day]: true },
      }),
    pageTrialFacts: (span: Page) =>
      pageBy<RegisteredFact>(database, 'registered_facts', {
        ...{ ...span, day: 'countsOn', where: { state: 'registered' } },
      }),
    /** What was posted by hand, taken back or brought in; the rest is replayed. */
    pageHandEntries: (span: Page) =>
      pageBy<HandEntry>(database, 'ledger_entries', {
        ...{ ...span, day: 'periodOn', fields: handFields },
        where: { causeKind: _.in(['adjustment', 'reversal', 'opening']) },
      }),
    countTouched: (wanted: Omit<Page, 'after'> & { since: number }) =>
      countTouched(database, wanted),
  };
}

/** Printings and facts that count in a span and were changed or entered since a moment. */
async function countTouched(
  database: Database,
  { from, until, since }: Omit<Page, 'after'> & { since: number },
): Promise<number> {
  const _ = database.command;
  const countsOn = _.and([_.gte(from), _.lt(until)]);
  const count = (collection: string, place: object) =>
    database
      .collection(collection)
      .where({ countsOn, ...place })
      .count();
  try {
    const [printings, facts] = await Promise.all([
      count('adoptions', { updatedAt: _.gte(since) }),
      count('registered_facts', { at: _.gte(since) }),
    ]);
    return (printings.total ?? 0) + (facts.total ?? 0);
  } catch (error) {
    throw databaseFault(error, 'safe');
  }
}

/** All that belongs to some works. */
function openTried(database: Database) {
  const _ = database.command;
  return {
    /** Every printing of these works. */
    listTrialPrintings: (workIds: string[]) =>
      allOf<CountedAdoption>(database, workIds, {
        ...{ collection: 'adoptions', work: 'work.id', fields: countedFields },
      }),
    /** Every fact about these works. */
    listTrialFacts: (workIds: string[]) =>
      allOf<RegisteredFact>(database, workIds, {
        ...{ collection: 'registered_facts', work: 'workId', fields: {} },
      }),
    /** What authors chose for these works, where they did. */
    listChosen: (workIds: string[]) =>
      readInLots(workIds, (lot) =>
        reading<{ _id: string; chosenAdoptionId: string }>(() =>
          database
            .collection('families')
            .where({ _id: _.in(lot), chosenAdoptionId: _.neq(null) })
            .field({ chosenAdoptionId: true })
            .limit(documentsMax)
            .get(),
        ),
      ),
  };
}

const handFields: Record<Exclude<keyof HandEntry, '_id'>, true> = {
  ...{ ownerKey: true, book: true, amount: true, category: true, causeKind: true },
  ...{ causeId: true, workId: true, title: true, periodOn: true },
};

/** No evidence and no history: the compiler holds it to what points depend on. */
const countedFields: Record<Exclude<keyof CountedAdoption, '_id'>, true> = {
  ...{ work: true, state: true, outletId: true, printedOn: true, position: true, genre: true },
  ...{ mode: true, words: true, durationSeconds: true, feeFen: true, metrics: true },
  ...{ verifiedOn: true, countsOn: true, reportedAt: true, movedTo: true, broughtIn: true },
  creditsAsPrinted: true,
};

interface OfWorks {
  collection: string;
  /** The field with the work's id; an index begins with it. */
  work: string;
  fields: Record<string, true>;
}

/**
 * However many there are, along the index by work: asked for in the order of their ids, all works'
 * documents would be passed over to find those of a few. Works that fill a read are halved.
 */
async function allOf<Document extends { _id: string }>(
  database: Database,
  workIds: string[],
  of: OfWorks,
): Promise<Document[]> {
  const found = await readInLots(workIds, (lot) => lotOf<Document>(database, lot, of));
  // As the ledger reads a work's printings.
  return found.sort((one, two) => (one._id < two._id ? -1 : 1));
}

async function lotOf<Document extends { _id: string }>(
  database: Database,
  lot: string[],
  of: OfWorks,
): Promise<Document[]> {
  const [only] = lot;
  if (only !== undefined && lot.length === 1) return ofOne<Document>(database, only, of);
  const { collection, work, fields } = of;
  const found = await reading<Document>(() =>
    database
      .collection(collection)
      .where({ [work]: database.command.in(lot) })
      .field(fields)
      .limit(documentsMax)
      .get(),
  );
  if (found.length < documentsMax) return found;
  const half = Math.ceil(lot.length / 2);
  const [first, rest] = [lot.slice(0, half), lot.slice(half)];
  return [
    ...(await lotOf<Document>(database, first, of)),
    ...(await lotOf<Document>(database, rest, of)),
  ];
}

/** Of one work, page by page by id. */
async function ofOne<Document extends { _id: string }>(
  database: Database,
  workId: string,
  { collection, work, fields }: OfWorks,
): Promise<Document[]> {
  const found: Document[] = [];
  for (;;) {
    const after = found.at(-1)?._id;
    const later = after === undefined ? {} : { _id: database.command.gt(after) };
    const page = await reading<Document>(() =>
      database
        .collection(collection)
        .where({ [work]: workId, ...later })
        .orderBy('_id', 'asc')
        .field(fields)
        .limit(documentsMax)
        .get(),
    );
    found.push(...page);
    if (page.length < documentsMax) return found;
  }
}

async function readInLots<Found>(
  ids: string[],
  read: (lot: string[]) => Promise<Found[]>,
): Promise<Found[]> {
  return (await Promise.all(inLots(ids, idsAtOnce).map(read))).flat();
}

/** What the person's former runs kept, and whatever has expired; nothing that is read any more. */
async function dropTrials(
  database: Database,
  { personId, runId, now }: { personId: string; runId: string; now: number },
): Promise<void> {
  const _ = database.command;
  try {
    const parts = database.collection('trial_parts');
    await parts.where({ personId, runId: _.neq(runId) }).remove();
    await parts.where({ expiresAt: _.lte(now) }).remove();
    await database
      .collection('rulebook_trials')
      .where({ expiresAt: _.lte(now) })
      .remove();
  } catch (error) {
    throw databaseFault(error, 'safe');
  }
}
