/** Reads of the audit: accounts, standings and entries in the order of their accounts, page by page. */
import type { Adoption, AdoptionEvent } from '../domain/adoption/adoption';
import type { ClosedHead } from '../domain/ledger/audit';
import type { ChoiceHistory } from '../domain/ledger/audit-family';
import type { AccountHead, ClosedDigest, HeadPage } from '../domain/ledger/digest';
import type { Account, Entry, Family, Standing } from '../domain/ledger/entry';
import type { Database } from './database';
import { readDocument } from './documents';
import { reading } from './reading';

/** What a server read may take at most (facts: 1,000 documents). */
const documentsMax = 1000;

/** Accounts, or families, after one id and up to another; null is the end. */
export interface IdRange {
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
    ...openClosed(database),
    listFamiliesAfter: (after: string, most: number) =>
      reading<Family>(() =>
        database
          .collection('families')
          .where({ _id: database.command.gt(after) })
          .orderBy('_id', 'asc')
          .limit(most)
          .get(),
      ),
    listChosenWorks: (workIds: string[]) => listChosenWorks(database, workIds),
    readChoices: (workIds: string[]) => readChoices(database, workIds),
    /** Pages of entries, account by account, in the order of their chains. */
    pageEntries: (range: IdRange) =>
      pages<Entry>(database, {
        ...{ collection: 'ledger_entries', by: 'accountId', place: 'sequence', range },
      }),
    /** The same, family by family. */
    pageFamilyEntries: (range: IdRange) =>
      pages<Entry>(database, {
        ...{ collection: 'ledger_entries', by: 'familyId', place: '_id', range },
      }),
    pageStandings: (range: IdRange) =>
      pages<Standing>(database, {
        ...{ collection: 'standings', by: 'accountId', place: 'period', range },
      }),
  };
}

/** What closed periods have printed. */
function openClosed(database: Database) {
  return {
    /** Closed periods' keys behind one, and the digests that their bulletins print. */
    listClosedPeriods: (after: string, most: number) =>
      reading<Pick<ClosedDigest, '_id' | 'headDigest'>>(() =>
        database
          .collection('periods')
          .where({ _id: database.command.gt(after), headDigest: database.command.exists(true) })
          .field({ _id: true, headDigest: true })
          .orderBy('_id', 'asc')
          .limit(most)
          .get(),
      ),
    readClosedDigest: (period: string) => readDocument<ClosedDigest>(database, 'periods', period),
    readHeadPage: (id: string) => readDocument<HeadPage>(database, 'closed_heads', id),
    listHeads: (range: IdRange) => listHeads(database, range),
  };
}

interface Paged {
  collection: string;
  /** Whose documents they are. */
  by: 'accountId' | 'familyId';
  /** What orders those of one: the index is by it. */
  place: 'sequence' | 'period' | '_id';
  range: IdRange;
}

/**
 * Goes along the index by account or family: a page of as many as it holds, then the rest of the last one,
 * so that no page begins by passing over what was read before.
 */
async function* pages<Document extends object>(
  database: Database,
  { collection, by, place, range }: Paged,
): AsyncGenerator<Document[]> {
  const _ = database.command;
  const read = (where: object) =>
    reading<Document>(() =>
      database
        .collection(collection)
        .where(where)
        .orderBy(by, 'asc')
        .orderBy(place, 'asc')
        .limit(documentsMax)
        .get(),
    );
  let after = range.after;
  for (;;) {
    const within = range.upTo === null ? _.gt(after) : _.and([_.gt(after), _.lte(range.upTo)]);
    let page = await read({ [by]: within });
    yield page;
    while (page.length === documentsMax) {
      const last = page.at(-1);
      // Both are fields of what is paged; the range is one of texts.
      after = (fieldOf(last, by) as string | undefined) ?? after;
      page = await read({ [by]: after, [place]: _.gt(fieldOf(last, place)) });
      yield page;
    }
    if (after === range.after) return;
    range = { ...range, after };
  }
}

function fieldOf(document: object | undefined, field: string): unknown {
  return (document as Record<string, unknown> | undefined)?.[field];
}

/** What closed periods say of the accounts in the range, in their pages or in their own documents. */
async function listHeads(database: Database, { after, upTo }: IdRange): Promise<ClosedHead[]> {
  const bounds = [
    { $gt: ['$$head.accountId', after] },
    ...(upTo === null ? [] : [{ $lte: ['$$head.accountId', upTo] }]),
  ];
  const heads = { $filter: { input: '$heads', as: 'head', cond: { $and: bounds } } };
  const read = (collection: string, where: object, period: string) =>
    reading<{ period: string; heads: AccountHead[] }>(() =>
      database
        .collection(collection)
        .aggregate()
        .match(where)
        .project({ heads, period })
        .limit(documentsMax)
        .end(),
    );
  const found = await Promise.all([
    read('closed_heads', { last: { $gt: after } }, '$period'),
    read('periods', { heads: { $exists: true } }, '$_id'),
  ]);
  return found.flat().flatMap(({ period, heads: own }) => own.map((head) => ({ ...head, period })));
}

/** Ids that one query names. */
const worksAtOnce = 250;

/** Those of these works whose people ever chose. */
async function listChosenWorks(database: Database, workIds: string[]): Promise<string[]> {
  const found = new Set<string>();
  for (let from = 0; from < workIds.length; from += worksAtOnce) {
    const some = workIds.slice(from, from + worksAtOnce);
    const events = await reading<Pick<AdoptionEvent, 'workId'>>(() =>
      database
        .collection('adoption_events')
        .where({ workId: database.command.in(some), kind: 'adoption_chosen' })
        .field({ workId: true })
        .limit(documentsMax)
        .get(),
    );
    for (const { workId } of events) found.add(workId);
  }
  return [...found];
}

/** Works whose people chose at once: few leave it to them. */
const choicesAtOnce = 20;

const ofChoices: AdoptionEvent['kind'][] = [
  ...(['adoption_chosen', 'adoption_withdrawn'] as const),
  ...(['adoption_rejected', 'adoption_corrected'] as const),
];

const historyOf = (events: AdoptionEvent[]) => ({
  choices: events.filter(({ kind }) => kind === 'adoption_chosen'),
  endedAt: events.flatMap(({ kind, at }) => (kind === 'adoption_chosen' ? [] : [at])),
});

/** Who chose what of these works when, and where each printing stands now. */
async function readChoices(
  database: Database,
  workIds: string[],
): Promise<Map<string, ChoiceHistory>> {
  const _ = database.command;
  const found = new Map<string, ChoiceHistory>();
  for (let from = 0; from < workIds.length; from += choicesAtOnce) {
    const some = workIds.slice(from, from + choicesAtOnce);
    const [events, printings] = await Promise.all([
      reading<AdoptionEvent>(() =>
        database
          .collection('adoption_events')
          .where({ workId: _.in(some), kind: _.in(ofChoices) })
          .orderBy('at', 'desc')
          .limit(documentsMax)
          .get(),
      ),
      reading<Adoption>(() =>
        database
          .collection('adoptions')
          .where({ 'work.id': _.in(some) })
          .limit(documentsMax)
          .get(),
      ),
    ]);
    for (const id of some) {
      found.set(id, {
        ...historyOf(events.filter(({ workId }) => workId === id)),
        printings: printings.filter(({ work }) => work.id === id),
      });
    }
  }
  return found;
}
