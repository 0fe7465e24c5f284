/** Reads of the audit: accounts, standings and entries in the order of their accounts, page by page. */
import type { ClosedHead } from '../domain/ledger/audit';
import type { ClosedHeads } from '../domain/ledger/digest';
import type { Account, Entry, Standing } from '../domain/ledger/entry';
import type { Database } from './database';
import { reading } from './reading';

/** What a server read may take at most (facts: 1,000 documents). */
const documentsMax = 1000;

/** Accounts after one id and up to another; null is the end. */
export interface AccountRange {
  after: string;
  upTo: string | null;
}

export function openAudit(database: Database) {
  return {
    listAccounts: (after: string, most: number) =>
      reading<Account>(() =>
        database
          .collection('accounts')
          .where({ _id: database.command.gt(after) })
          .orderBy('_id', 'asc')
          .limit(most)
          .get(),
      ),
    /** Every closed period's key. */
    listClosedPeriods: () =>
      reading<{ _id: string }>(() =>
        database
          .collection('periods')
          .where({ headDigest: database.command.exists(true) })
          .field({ _id: true })
          .limit(documentsMax)
          .get(),
      ),
    readClosedHeads: (period: string) =>
      reading<ClosedHeads>(() => database.collection('periods').where({ _id: period }).get()),
    listHeads: (range: AccountRange) => listHeads(database, range),
    /** Pages of entries, account by account, in the order of their chains. */
    pageEntries: (range: AccountRange) =>
      pages<Entry>(database, { collection: 'ledger_entries', place: 'sequence', range }),
    pageStandings: (range: AccountRange) =>
      pages<Standing>(database, { collection: 'standings', place: 'period', range }),
  };
}

interface Paged {
  collection: string;
  /** What orders an account's documents: the index is by it. */
  place: 'sequence' | 'period';
  range: AccountRange;
}

/**
 * Goes along the index by account: a page of as many accounts as it holds, then the rest of the last one,
 * so that no page begins by passing over what was read before.
 */
async function* pages<Document extends { accountId: string }>(
  database: Database,
  { collection, place, range }: Paged,
): AsyncGenerator<Document[]> {
  const _ = database.command;
  const read = (where: object) =>
    reading<Document>(() =>
      database
        .collection(collection)
        .where(where)
        .orderBy('accountId', 'asc')
        .orderBy(place, 'asc')
        .limit(documentsMax)
        .get(),
    );
  let after = range.after;
  for (;;) {
    const within = range.upTo === null ? _.gt(after) : _.and([_.gt(after), _.lte(range.upTo)]);
    let page = await read({ accountId: within });
    yield page;
    while (page.length === documentsMax) {
      const last = page.at(-1);
      after = last?.accountId ?? after;
      page = await read({ accountId: after, [place]: _.gt(placeOf(last, place)) });
      yield page;
    }
    if (after === range.after) return;
    range = { ...range, after };
  }
}

function placeOf(document: object | undefined, place: string): unknown {
  // Both places are fields of what is paged.
  return (document as Record<string, unknown> | undefined)?.[place];
}

/** What closed periods say of the accounts in the range. */
async function listHeads(database: Database, { after, upTo }: AccountRange): Promise<ClosedHead[]> {
  const bounds = [
    { $gt: ['$$head.accountId', after] },
    ...(upTo === null ? [] : [{ $lte: ['$$head.accountId', upTo] }]),
  ];
  const heads = { $filter: { input: '$heads', as: 'head', cond: { $and: bounds } } };
  const found = await reading<{ _id: string; heads: ClosedHeads['heads'] }>(() =>
    database
      .collection('periods')
      .aggregate()
      .match({ headDigest: { $exists: true } })
      .project({ heads })
      .limit(documentsMax)
      .end(),
  );
  return found.flatMap(({ _id, heads: own }) => own.map((head) => ({ ...head, period: _id })));
}
