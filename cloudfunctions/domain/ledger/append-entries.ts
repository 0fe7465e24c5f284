/**
 * Puts entries at the end of their accounts' chains, and says what the accounts and their standings
 * are then. Whatever posts goes through here, so a sum of entries, a balance and a standing cannot differ.
 */
import { chainStart, hashEntry } from './chain';
import {
  accountIdOf,
  ownerKeyOf,
  partsOfAccount,
  type Account,
  type AccountRef,
  type Book,
  type Entry,
  type Standing,
} from './entry';
import { periodsOf } from './period';

/** An entry before it has its place, its period and its hash. */
export interface EntryDraft extends Omit<
  Entry,
  | '_id'
  | 'accountId'
  | 'ownerKey'
  | 'ownerName'
  | 'sequence'
  | 'eventId'
  | 'periodOn'
  | 'postedAt'
  | 'hash'
> {
  account: AccountRef;
  book: Book;
  /** Its own event, where several are posted together. */
  eventId?: string;
}

export interface Moment {
  eventId: string;
  postedAt: number;
  /** Days up to this one are closed: what is dated so counts on the first open day. */
  closedThrough: string | null;
}

/** What is stored now of the accounts and periods that the drafts touch. */
export interface Known {
  accounts: Account[];
  standings: Standing[];
  /** Owners' names as the directory has them, by `<kind>:<id>`. */
  names: Map<string, string>;
}

/** The documents that a posting writes. */
export interface Appended {
  entries: Entry[];
  /** With what they were read as; undefined for a new one. */
  accounts: { account: Account; before: Account | undefined }[];
  standings: { standing: Standing; before: Standing | undefined }[];
}

/** The first open day for something of this day. */
export function periodDayOf(occurredOn: string, closedThrough: string | null): string {
  if (closedThrough === null || occurredOn > closedThrough) return occurredOn;
  const nextDay = Date.parse(`${closedThrough}T00:00:00Z`) + 24 * 60 * 60 * 1000;
  return new Date(nextDay).toISOString().slice(0, 10);
}

/** The same for what was counted before: in a closed period it stays where that bulletin has it. */
export function countsOnOf(
  before: string | undefined,
  on: string,
  closedThrough: string | null,
): string {
  const isPrinted = before !== undefined && closedThrough !== null && before <= closedThrough;
  return isPrinted ? before : periodDayOf(on, closedThrough);
}

/** Ids of the accounts and standings that the drafts will change: what has to be read. */
export function touchedBy(
  drafts: Pick<EntryDraft, 'account' | 'book' | 'occurredOn'>[],
  closedThrough: string | null,
): { accountIds: string[]; standingIds: string[] } {
  const touched = drafts.map(({ account, book, occurredOn }) => ({
    accountId: accountIdOf(account, book),
    periods: periodsOf(periodDayOf(occurredOn, closedThrough)),
  }));
  const standingIds = touched.flatMap(({ accountId, periods }) =>
    periods.map((period) => standingIdOf(period, accountId)),
  );
  return {
    accountIds: [...new Set(touched.map(({ accountId }) => accountId))],
    standingIds: [...new Set(standingIds)],
  };
}

export const standingIdOf = (period: string, accountId: string) => `${period}:${accountId}`;

/** The drafts as entries, in their order, with what follows from them. */
export function appendEntries(drafts: EntryDraft[], moment: Moment, known: Known): Appended {
  const accounts = new Map(known.accounts.map((account) => [account._id, account]));
  const standings = new Map(known.standings.map((standing) => [standing._id, standing]));
  const entries = drafts.map((draft) => {
    const entry = entryOf(draft, moment, { accounts, names: known.names });
    accounts.set(entry.accountId, accountAfter(accounts.get(entry.accountId), entry));
    for (const period of periodsOf(entry.periodOn)) {
      const before = standings.get(standingIdOf(period, entry.accountId));
      const after = standingAfter(before, entry, period);
      standings.set(after._id, after);
    }
    return entry;
  });
  const { accountIds, standingIds } = touchedBy(drafts, moment.closedThrough);
  return {
    entries,
    accounts: of(accounts, accountIds).map((account) => ({
      ...{ account, before: known.accounts.find(({ _id }) => _id === account._id) },
    })),
    standings: of(standings, standingIds).map((standing) => ({
      ...{ standing, before: known.standings.find(({ _id }) => _id === standing._id) },
    })),
  };
}

function of<Document>(documents: Map<string, Document>, ids: string[]): Document[] {
  return ids.flatMap((id) => documents.get(id) ?? []);
}

function entryOf(
  { account, book, ...said }: EntryDraft,
  { eventId, postedAt, closedThrough }: Moment,
  { accounts, names }: { accounts: Map<string, Account>; names: Map<string, string> },
): Entry {
  const accountId = accountIdOf(account, book);
  const ownerKey = ownerKeyOf(account);
  const before = accounts.get(accountId);
  const entry = {
    _id: `${said.eventId ?? eventId}:${said.ruleId}:${book}:${accountId}`,
    ...{ accountId, ownerKey, ownerName: names.get(ownerKey) ?? before?.name ?? '' },
    ...{ sequence: (before?.count ?? 0) + 1, book, eventId, ...said },
    ...{ periodOn: periodDayOf(said.occurredOn, closedThrough), postedAt },
  };
  return { ...entry, hash: hashEntry(before?.headHash ?? chainStart, entry) };
}

/** An account with one more entry. */
export function accountAfter(before: Account | undefined, entry: Entry): Account {
  const { owner, book } = partsOfAccount(entry.accountId);
  return {
    _id: entry.accountId,
    ...{ kind: owner.kind, ownerId: owner.id, name: entry.ownerName, book, unitId: entry.unitId },
    headHash: entry.hash,
    count: entry.sequence,
    balance: (before?.balance ?? 0) + entry.amount,
    version: entry.sequence,
  };
}

/** A standing with one more entry of its period. */
export function standingAfter(
  before: Standing | undefined,
  entry: Entry,
  period: string,
): Standing {
  const { owner, book } = partsOfAccount(entry.accountId);
  return {
    _id: standingIdOf(period, entry.accountId),
    ...{ period, kind: owner.kind, book, accountId: entry.accountId, ownerId: owner.id },
    ...{ name: entry.ownerName, unitId: entry.unitId },
    amount: (before?.amount ?? 0) + entry.amount,
    entryCount: (before?.entryCount ?? 0) + 1,
  };
}
