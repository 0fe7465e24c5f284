/** Reads of periods, their runs and bulletins. */
import type { Adoption } from '../domain/adoption/adoption';
import type { RuleEntry } from '../domain/points/rule-entry';
import type { FiledCount } from '../domain/bulletin/tally';
import type {
  AccountRef,
  Book,
  Entry,
  Family,
  LedgerSettings,
  Standing,
} from '../domain/ledger/entry';
import type { AccountHead } from '../domain/ledger/digest';
import type { Arrangement } from '../domain/bulletin/columns';
import type { Period } from '../domain/period/period';
import type { Run } from '../domain/period/run';
import type { RegisteredFact } from '../domain/points/facts';
import { startOfDay } from '../kernel/days';
import { databaseFault, type Database } from './database';
import { readDocument } from './documents';
import { pageBy, pageSize, type Page } from './page-by';
import { groupsMax, reading } from './reading';

/** Three years of months, quarters and years. */
const periodsShown = 60;

/** All but the heads, which those of earlier times have in them: hundreds of kilobytes. */
const withoutHeads = {
  ...{ state: true, computing: true, draftedAt: true, noticeUntil: true, closedAt: true },
  ...{ closedByName: true, bulletin: true, headDigest: true, version: true },
};

export function openPeriods(database: Database) {
  const _ = database.command;
  const periods = (where: object) =>
    reading<Period>(() =>
      database.collection('periods').where(where).field(withoutHeads).limit(periodsShown).get(),
    );
  return {
    ...openRuns(database),
    ...openCounted(database),
    /** Those that are not closed. */
    listWorkingPeriods: () => periods({ state: _.in(['draft', 'notice', 'closing']) }),
    readPeriods: (keys: string[]) => periods({ _id: _.in(keys) }),
    /** The newest by their keys' order; the caller sorts by their days. */
    listPeriods: () =>
      reading<Period>(() =>
        database
          .collection('periods')
          .orderBy('_id', 'desc')
          .field(withoutHeads)
          .limit(periodsShown)
          .get(),
      ),
    readArrangement: () => readDocument<Arrangement>(database, 'settings', 'bulletin'),
    readLedgerSettings: () => readDocument<LedgerSettings>(database, 'settings', 'ledger'),
    countFiled: (span: { from: string; until: string }) => countFiled(database, span),
    pageStandingsOf: (wanted: StandingsWanted) => pageStandings(database, wanted),
    readFamilies: (ids: string[]) =>
      reading<Family>(() =>
        database
          .collection('families')
          .where({ _id: _.in(ids) })
          .limit(pageSize)
          .get(),
      ),
    pageHeadsNow: (after: string) => pageHeadsNow(database, after),
    countOpenAppeals: (span: { from: string; until: string }) => countOpenAppeals(database, span),
  };
}

/** What is being computed, and what came of it. */
function openRuns(database: Database) {
  const _ = database.command;
  return {
    readRun: (key: string) => readDocument<Run>(database, 'period_runs', key),
    /** How far everything is that is being computed. */
    listProgress: () =>
      reading<Pick<Run, '_id' | 'stage' | 'purpose'>>(() =>
        database
          .collection('period_runs')
          .field({ stage: true, purpose: true })
          .limit(periodsShown)
          .get(),
      ),
    readBulletinPage: <Page>(id: string) => readDocument<Page>(database, 'bulletin_pages', id),
    readBulletinPages: <Page>(ids: string[]) =>
      reading<Page>(() =>
        database
          .collection('bulletin_pages')
          .where({ _id: _.in(ids) })
          .limit(pageSize)
          .get(),
      ),
  };
}

/** What counts in a span of days. */
function openCounted(database: Database) {
  const _ = database.command;
  return {
    pageCountedPrintings: (page: Page) =>
      pageBy<Adoption>(database, 'adoptions', {
        ...{ day: 'countsOn', ...page, where: { state: 'verified' } },
      }),
    pageCountedFacts: (page: Page) =>
      pageBy<RegisteredFact>(database, 'registered_facts', {
        ...{ day: 'countsOn', ...page, where: { state: 'registered' } },
      }),
    pageEntriesIn: (page: Page) =>
      pageBy<CountedEntry>(database, 'ledger_entries', {
        ...{ day: 'periodOn', ...page, fields: ofCounted },
      }),
    countEntriesIn: ({ from, until }: { from: string; until: string }) =>
      countEntries(database, { periodOn: _.and([_.gte(from), _.lt(until)]) }),
  };
}

/** An entry as far as a period's rules look at it, and its day. */
export type CountedEntry = RuleEntry & Pick<Entry, '_id' | 'periodOn'>;
const ofCounted: Record<Exclude<keyof CountedEntry, '_id'>, true> = {
  ...{ ownerKey: true, book: true, amount: true, category: true, causeKind: true },
  ...{ causeId: true, workId: true, title: true, periodOn: true },
};

async function countEntries(database: Database, where: object): Promise<number> {
  try {
    return (await database.collection('ledger_entries').where(where).count()).total ?? 0;
  } catch (error) {
    throw databaseFault(error, 'safe');
  }
}

/** Stories of each unit, author and kind that were filed in a span of days; who took one back filed none. */
async function countFiled(
  database: Database,
  { from, until }: { from: string; until: string },
): Promise<FiledCount[]> {
  const $ = database.command.aggregate;
  const found = await reading<{ _id: Omit<FiledCount, 'count'>; count: number }>(() =>
    database
      .collection('stories')
      .aggregate()
      .match({
        filedAt: { $gte: startOfDay(from), $lt: startOfDay(until) },
        state: { $ne: 'withdrawn' },
      })
      .group({
        _id: { unitId: '$unitId', authorId: '$authorId', kind: '$kind' },
        count: $.sum(1),
      })
      // A county's units, authors and kinds are fewer in a month.
      .limit(groupsMax)
      .end(),
  );
  return found.map(({ _id, count }) => ({ ..._id, count }));
}

export interface StandingsWanted {
  period: string;
  kind: AccountRef['kind'];
  book: Book;
  /** Amount and owner of the last one seen; null at the beginning. */
  after: { amount: number; ownerId: string } | null;
}

/** From the most down: who has as much as the last one seen, then who has less (as in `pageBy`). */
async function pageStandings(
  database: Database,
  { period, kind, book, after }: StandingsWanted,
): Promise<Standing[]> {
  const _ = database.command;
  const read = (where: object, limit: number) =>
    reading<Standing>(() =>
      database
        .collection('standings')
        .where({ period, kind, book, ...where })
        .orderBy('amount', 'desc')
        .orderBy('ownerId', 'asc')
        .limit(limit)
        .get(),
    );
  if (!after) return read({}, pageSize);
  const { amount, ownerId } = after;
  const alike = await read({ amount, ownerId: _.gt(ownerId) }, pageSize);
  if (alike.length >= pageSize) return alike;
  return [...alike, ...(await read({ amount: _.lt(amount) }, pageSize - alike.length))];
}

/** Where the chains of the next accounts stand, in the order of their ids; short of a page at the end. */
async function pageHeadsNow(database: Database, after: string): Promise<AccountHead[]> {
  const found = await reading<{ _id: string; count: number; headHash: string }>(() =>
    database
      .collection('accounts')
      .where({ _id: database.command.gt(after) })
      .field({ count: true, headHash: true })
      .orderBy('_id', 'asc')
      .limit(pageSize)
      .get(),
  );
  return found.map(({ _id, count, headHash }) => ({ accountId: _id, count, hash: headHash }));
}

/** Appeals that wait, against entries that count in the span. */
async function countOpenAppeals(
  database: Database,
  { from, until }: { from: string; until: string },
): Promise<number> {
  const found = await reading<{ entries: { periodOn: string }[] }>(() =>
    database
      .collection('appeals')
      .aggregate()
      .match({ isOpen: true })
      .limit(pageSize)
      .lookup({ from: 'ledger_entries', localField: '_id', foreignField: '_id', as: 'entries' })
      .project({ 'entries.periodOn': 1 })
      .end(),
  );
  return found.filter(({ entries }) =>
    entries.some(({ periodOn }) => periodOn >= from && periodOn < until),
  ).length;
}
