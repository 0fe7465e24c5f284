/** Reads of periods, their runs and bulletins. */
import type { Adoption } from '../domain/adoption/adoption';
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
import type { Database } from './database';
import { readDocument } from './documents';
import { reading } from './reading';

/** What a server read may take at most (facts: 1,000 documents). */
const pageSize = 1000;
/** Three years of months, quarters and years. */
const periodsShown = 60;

/** All but the heads, which are hundreds of kilobytes. */
const withoutHeads = {
  ...{ state: true, computing: true, draftedAt: true, noticeUntil: true, closedAt: true },
  ...{ closedByName: true, bulletin: true, headDigest: true, version: true },
};

export interface Page {
  from: string;
  until: string;
  /** Day and id of the last one seen; null at the beginning. */
  after: { on: string; id: string } | null;
}

export function openPeriods(database: Database) {
  const _ = database.command;
  const periods = (where: object) =>
    reading<Period>(() =>
      database.collection('periods').where(where).field(withoutHeads).limit(periodsShown).get(),
    );
  return {
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
    readRun: (key: string) => readDocument<Run>(database, 'period_runs', key),
    readBulletinPage: <Page>(id: string) => readDocument<Page>(database, 'bulletin_pages', id),
    readArrangement: () => readDocument<Arrangement>(database, 'settings', 'bulletin'),
    readLedgerSettings: () => readDocument<LedgerSettings>(database, 'settings', 'ledger'),
    countFiled: (span: { from: number; until: number }) => countFiled(database, span),
    pageCountedPrintings: (page: Page) =>
      pageBy<Adoption>(database, 'adoptions', { day: 'countsOn', ...page, state: 'verified' }),
    pageCountedFacts: (page: Page) =>
      pageBy<RegisteredFact>(database, 'registered_facts', {
        ...{ day: 'countsOn', ...page, state: 'registered' },
      }),
    pageEntriesIn: (page: Page) =>
      pageBy<Entry>(database, 'ledger_entries', { day: 'periodOn', ...page }),
    pageStandingsOf: (wanted: StandingsWanted) => pageStandings(database, wanted),
    readFamilies: (ids: string[]) =>
      reading<Family>(() =>
        database
          .collection('families')
          .where({ _id: _.in(ids) })
          .limit(pageSize)
          .get(),
      ),
    listHeadsNow: () => listHeadsNow(database),
    countOpenAppeals: (span: { from: string; until: string }) => countOpenAppeals(database, span),
  };
}

/** Stories of each unit, author and kind that were filed in a span of moments; who took one back filed none. */
async function countFiled(
  database: Database,
  { from, until }: { from: number; until: number },
): Promise<FiledCount[]> {
  const $ = database.command.aggregate;
  const found = await reading<{ _id: Omit<FiledCount, 'count'>; count: number }>(() =>
    database
      .collection('stories')
      .aggregate()
      .match({ filedAt: { $gte: from, $lt: until }, state: { $ne: 'withdrawn' } })
      .group({
        _id: { unitId: '$unitId', authorId: '$authorId', kind: '$kind' },
        count: $.sum(1),
      })
      .limit(20 * pageSize)
      .end(),
  );
  return found.map(({ _id, count }) => ({ ..._id, count }));
}

type PageBy = Page & { day: string; state?: string };

/** A page by day and id, oldest first; shorter than a page at the end. */
function pageBy<Document>(
  database: Database,
  collection: string,
  { day, from, until, after, state }: PageBy,
): Promise<Document[]> {
  const _ = database.command;
  const within = { [day]: _.and([_.gte(after?.on ?? from), _.lt(until)]) };
  const later =
    after && _.or([{ [day]: _.gt(after.on) }, { [day]: after.on, _id: _.gt(after.id) }]);
  const where = { ...within, ...(state !== undefined && { state }) };
  return reading<Document>(() =>
    database
      .collection(collection)
      .where(later ? _.and([where, later]) : where)
      .orderBy(day, 'asc')
      .orderBy('_id', 'asc')
      .limit(pageSize)
      .get(),
  );
}

export interface StandingsWanted {
  period: string;
  kind: AccountRef['kind'];
  book: Book;
  /** Amount and owner of the last one seen; null at the beginning. */
  after: { amount: number; ownerId: string } | null;
}

function pageStandings(
  database: Database,
  { period, kind, book, after }: StandingsWanted,
): Promise<Standing[]> {
  const _ = database.command;
  const here = { period, kind, book };
  const later =
    after &&
    _.or([{ amount: _.lt(after.amount) }, { amount: after.amount, ownerId: _.gt(after.ownerId) }]);
  return reading<Standing>(() =>
    database
      .collection('standings')
      .where(later ? _.and([here, later]) : here)
      .orderBy('amount', 'desc')
      .orderBy('ownerId', 'asc')
      .limit(pageSize)
      .get(),
  );
}

/** Where the chain of every account stands. */
async function listHeadsNow(database: Database): Promise<AccountHead[]> {
  const heads: AccountHead[] = [];
  for (;;) {
    const after = heads.at(-1)?.accountId ?? '';
    const found = await reading<{ _id: string; count: number; headHash: string }>(() =>
      database
        .collection('accounts')
        .where({ _id: database.command.gt(after) })
        .field({ count: true, headHash: true })
        .orderBy('_id', 'asc')
        .limit(pageSize)
        .get(),
    );
    for (const { _id, count, headHash } of found) {
      heads.push({ accountId: _id, count, hash: headHash });
    }
    if (found.length < pageSize) return heads;
  }
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
