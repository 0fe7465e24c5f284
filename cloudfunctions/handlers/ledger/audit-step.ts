/**
 * One step of the audit: some accounts, whole, in the order of their ids. The cursor is the last account
 * that was looked at, so that a step may be asked again, and the next one goes on wherever it runs.
 */
import {
  auditEntry,
  digestDifference,
  findDifference,
  startAudit,
  type AccountAudit,
  type ClosedHead,
  type Difference,
  type StoredAccount,
} from '../../domain/ledger/audit';
import type { Account, Standing } from '../../domain/ledger/entry';
import type { Store } from '../../store';
import type { AccountRange } from '../../store/audit';

/** Accounts a chunk, and entries of them all as far as their accounts tell: some seconds of a function. */
const accountsAtOnce = 50;
const entriesAtOnce = 20_000;

export interface Checked {
  accounts: number;
  entries: number;
  standings: number;
}

export interface AuditStep {
  /** Null at the end. */
  after: string | null;
  checked: Checked;
  difference: Difference | undefined;
}

export type AuditStore = Pick<
  Store,
  | 'listAccounts'
  | 'listClosedPeriods'
  | 'readClosedHeads'
  | 'listHeads'
  | 'pageEntries'
  | 'pageStandings'
>;

/** Goes on from `after` until so many entries were read, or something differs. */
export async function auditStep(
  store: AuditStore,
  after: string | null,
  entriesMax: number,
): Promise<AuditStep> {
  const checked = { accounts: 0, entries: 0, standings: 0 };
  if (after === null) {
    const difference = await digests(store);
    if (difference) return { after, checked, difference };
  }
  let place: string | null = after ?? '';
  while (place !== null && checked.entries < entriesMax) {
    const chunk: AuditedChunk = await auditChunk(store, place);
    checked.accounts += chunk.accounts.length;
    checked.entries += chunk.entries;
    checked.standings += chunk.standings;
    for (const { audit, stored } of chunk.accounts) {
      const difference = findDifference(audit, stored);
      if (difference) return { after: place, checked, difference };
    }
    place = chunk.upTo;
  }
  return { after: place, checked, difference: undefined };
}

async function digests(store: AuditStore): Promise<Difference | undefined> {
  for (const { _id } of await store.listClosedPeriods()) {
    const [closed] = await store.readClosedHeads(_id);
    const difference = closed && digestDifference(closed);
    if (difference) return difference;
  }
  return undefined;
}

export interface AuditedChunk {
  accounts: { audit: AccountAudit; stored: StoredAccount }[];
  entries: number;
  standings: number;
  /** The last account of the chunk; null at the end. */
  upTo: string | null;
}

/** Some accounts recomputed beside what is stored of them, whatever of it is missing. */
export async function auditChunk(store: AuditStore, after: string): Promise<AuditedChunk> {
  const page = await store.listAccounts(after, accountsAtOnce);
  const accounts = firstOf(page);
  const isLast = page.length < accountsAtOnce && accounts.length === page.length;
  const upTo = isLast ? null : (accounts.at(-1)?._id ?? null);
  const range = { after, upTo };
  const [heads, standings] = await Promise.all([store.listHeads(range), standingsOf(store, range)]);
  const stored = storedAccounts(accounts, standings, heads);
  const audits = new Map<string, AccountAudit>();
  for (const [id, { heads: own }] of stored) audits.set(id, startAudit(id, own));
  let entries = 0;
  for await (const page of store.pageEntries(range)) {
    entries += page.length;
    for (const entry of page) {
      const audit = audits.get(entry.accountId) ?? startAudit(entry.accountId, []);
      audits.set(entry.accountId, audit);
      auditEntry(audit, entry);
    }
  }
  const nothing = { account: undefined, standings: [], heads: [] };
  const sorted = [...audits].sort(([left], [right]) => (left < right ? -1 : 1));
  return {
    accounts: sorted.map(([id, audit]) => ({ audit, stored: stored.get(id) ?? nothing })),
    ...{ entries, standings: standings.length, upTo },
  };
}

/** As many as hold so many entries together, one at least. */
function firstOf(page: Account[]): Account[] {
  let entries = 0;
  return page.filter(({ count }, n) => {
    entries += count;
    return n === 0 || entries <= entriesAtOnce;
  });
}

async function standingsOf(store: AuditStore, range: AccountRange): Promise<Standing[]> {
  const found: Standing[] = [];
  for await (const page of store.pageStandings(range)) found.push(...page);
  return found;
}

function storedAccounts(accounts: Account[], standings: Standing[], heads: ClosedHead[]) {
  const stored = new Map<string, StoredAccount>();
  const of = (id: string) => {
    const known = stored.get(id) ?? { account: undefined, standings: [], heads: [] };
    stored.set(id, known);
    return known;
  };
  for (const account of accounts) of(account._id).account = account;
  for (const standing of standings) of(standing.accountId).standings.push(standing);
  for (const head of heads) of(head.accountId).heads.push(head);
  return stored;
}
