/**
 * One step of the audit: some accounts, whole, in the order of their ids, and behind them families. The
 * cursor is the last one that was looked at, so that a step may be asked again, and the next one goes on wherever it runs.
 */
import {
  auditEntry,
  digestWrong,
  findDifference,
  isSame,
  startAudit,
  type AccountAudit,
  type ClosedHead,
  type Difference,
  type StoredAccount,
} from '../../domain/ledger/audit';
import { digestAfter, digestOf, headPageId } from '../../domain/ledger/digest';
import type { Account, Standing } from '../../domain/ledger/entry';
import type { Store } from '../../store';
import type { IdRange } from '../../store/audit';
import { auditFamilies, type FamilyStore } from './audit-families';

/** Accounts a chunk, and entries of them all as far as their accounts tell: some seconds of a function. */
const accountsAtOnce = 50;
const entriesAtOnce = 20_000;

export interface Checked {
  accounts: number;
  entries: number;
  standings: number;
  families: number;
}

export interface AuditStep {
  /** Null at the end. */
  after: string | null;
  checked: Checked;
  difference: Difference | undefined;
}

export type AuditStore = FamilyStore &
  Pick<
    Store,
    | 'listAccounts'
    | 'listClosedPeriods'
    | 'readClosedDigest'
    | 'readHeadPage'
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
  const checked = { accounts: 0, entries: 0, standings: 0, families: 0 };
  let place: string | null = after ?? periodPlace('');
  let read = 0;
  while (place !== null && read < entriesMax) {
    const part = await auditCertainly(store, place);
    for (const of of counted) checked[of] += part.checked[of];
    if (part.difference) return { after: place, checked, difference: part.difference };
    read += part.read;
    place = part.next;
  }
  return { after: place, checked, difference: undefined };
}

const counted = ['accounts', 'entries', 'standings', 'families'] as const;

/** Closed periods come before the first account, families behind the last; no account's id begins so. */
const periodPlace = (key: string) => `period ${key}`;
const familyPlace = (id: string) => `family ${id}`;

/** A closed period's digest, or some accounts or families from a place on. */
interface Part {
  checked: Checked;
  /** Entries, whatever they were read for. */
  read: number;
  difference: Difference | undefined;
  next: string | null;
}

/** What is posted while it is read differs once; what differs twice alike is wrong. */
async function auditCertainly(store: AuditStore, place: string): Promise<Part> {
  let before: Difference | undefined;
  for (;;) {
    const part = await auditPart(store, place);
    if (!part.difference || isSame(part.difference, before)) return part;
    before = part.difference;
  }
}

async function auditPart(store: AuditStore, place: string): Promise<Part> {
  const none = { accounts: 0, entries: 0, standings: 0, families: 0 };
  if (place.startsWith(periodPlace(''))) {
    const [closed] = await store.listClosedPeriods(place.slice(periodPlace('').length), 1);
    if (!closed) return { checked: none, read: 0, difference: undefined, next: '' };
    const { digest, heads } = await digestByHeads(store, closed._id);
    const difference = digest === closed.headDigest ? undefined : digestWrong(closed._id);
    return { checked: none, read: heads, difference, next: periodPlace(closed._id) };
  }
  if (place.startsWith(familyPlace(''))) {
    const { families, entries, upTo, difference } = await auditFamilies(
      store,
      place.slice(familyPlace('').length),
    );
    const next = upTo === null ? null : familyPlace(upTo);
    return { checked: { ...none, families }, read: entries, difference, next };
  }
  const { accounts, entries, standings, upTo } = await auditChunk(store, place);
  const checked = { ...none, accounts: accounts.length, entries, standings };
  const found = accounts.map(({ audit, stored }) => findDifference(audit, stored));
  const difference = found.find((one) => one !== undefined);
  return { checked, read: entries, difference, next: upTo ?? familyPlace('') };
}

/** What a closed period's digest must be by the heads that are kept, and how many these are. */
async function digestByHeads(store: AuditStore, period: string) {
  const closed = await store.readClosedDigest(period);
  if (closed?.headPages === undefined) {
    const heads = closed?.heads ?? [];
    return { digest: digestOf(heads), heads: heads.length };
  }
  let [digest, heads] = ['', 0];
  for (let n = 0; n < closed.headPages; n += 1) {
    const page = await store.readHeadPage(headPageId(period, n));
    digest = digestAfter(digest, page?.heads ?? []);
    heads += page?.heads.length ?? 0;
  }
  return { digest, heads };
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

async function standingsOf(store: AuditStore, range: IdRange): Promise<Standing[]> {
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
