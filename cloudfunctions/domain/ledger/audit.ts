/**
 * The audit recomputes an account from its entries alone: every hash, the balance, every standing. It
 * holds one account's sums at a time, so that an account may have any number of entries.
 */
import { hashJson } from '../../kernel/hash';
import { accountAfter, standingAfter } from './append-entries';
import { chainStart, hashEntry } from './chain';
import type { AccountHead } from './digest';
import type { Account, Entry, Standing } from './entry';
import { periodsOf, type PeriodKey } from './period';

/** What is not as it must be; the first one found is named to people (wording/audit). */
export type Difference = { accountId: string; name: string; sequence: number | null } & (
  | { what: 'entry_changed' | 'entry_missing' | 'tail_missing' | 'account_missing' }
  | { what: 'balance_wrong'; stored: number; computed: number }
  | { what: 'account_wrong' | 'entries_unaccounted' }
  | { what: 'standing_wrong'; period: PeriodKey; stored: number; computed: number }
  | { what: 'standing_missing' | 'standing_unexplained'; period: PeriodKey }
  | { what: 'digest_wrong' | 'chain_rewritten' | 'chain_cut'; period: PeriodKey }
  | { what: 'family_wrong'; title: string; stored: number; computed: number }
  | { what: 'family_missing' | 'family_waiver_wrong' | 'family_causes_wrong'; title: string }
  | { what: 'family_choice_wrong'; title: string }
);

/** An account as far as its entries were read, in their order. */
export interface AccountAudit {
  accountId: string;
  account: Account | undefined;
  standings: Map<PeriodKey, Standing>;
  /** Hashes at the places where a closed period printed them. */
  marks: Map<number, string>;
  /** The first entry that is not as it was posted; nothing after it is looked at. */
  broken: Difference | undefined;
}

export function startAudit(accountId: string, heads: ClosedHead[]): AccountAudit {
  const marks = new Map(heads.map(({ count }) => [count, '']));
  return { accountId, account: undefined, standings: new Map(), marks, broken: undefined };
}

/** Where a closed period says that a chain stood. */
export interface ClosedHead extends AccountHead {
  period: PeriodKey;
}

/** Adds the next entry to the sums, or notes that it is not the one that was posted there. */
export function auditEntry(audit: AccountAudit, entry: Entry): void {
  if (audit.broken) return;
  const { account, accountId } = audit;
  const at = { accountId, name: entry.ownerName };
  const sequence = (account?.count ?? 0) + 1;
  if (entry.sequence !== sequence) {
    audit.broken = { ...at, sequence, what: 'entry_missing' };
    return;
  }
  if (hashEntry(account?.headHash ?? chainStart, entry) !== entry.hash) {
    audit.broken = { ...at, sequence, what: 'entry_changed' };
    return;
  }
  audit.account = accountAfter(account, entry);
  if (audit.marks.has(sequence)) audit.marks.set(sequence, entry.hash);
  for (const period of periodsOf(entry.periodOn)) {
    audit.standings.set(period, standingAfter(audit.standings.get(period), entry, period));
  }
}

/** What is stored of an account, and what closed periods say of it. */
export interface StoredAccount {
  account: Account | undefined;
  standings: Standing[];
  heads: ClosedHead[];
}

/** The first difference of an account whose entries were all read; undefined when there is none. */
export function findDifference(audit: AccountAudit, stored: StoredAccount): Difference | undefined {
  return (
    audit.broken ??
    chainDifference(audit, stored) ??
    accountDifference(audit, stored.account) ??
    standingDifference(audit, stored.standings)
  );
}

function chainDifference(audit: AccountAudit, stored: StoredAccount): Difference | undefined {
  const { accountId, account, marks } = audit;
  const name = account?.name ?? stored.account?.name ?? '';
  const count = account?.count ?? 0;
  const heads = [...stored.heads].sort((left, right) => left.count - right.count);
  for (const { period, count: sequence, hash } of heads) {
    const at = { accountId, name, sequence, period };
    if (sequence > count) return { ...at, what: 'chain_cut' };
    if (marks.get(sequence) !== hash) return { ...at, what: 'chain_rewritten' };
  }
  if (stored.account && stored.account.count > count) {
    return { accountId, name, sequence: count + 1, what: 'tail_missing' };
  }
  return undefined;
}

function accountDifference(
  { accountId, account }: AccountAudit,
  stored: Account | undefined,
): Difference | undefined {
  const at = { accountId, name: account?.name ?? stored?.name ?? '', sequence: null };
  if (isSame(account, stored)) return undefined;
  if (!stored) return { ...at, what: 'account_missing' };
  const computed = account?.balance ?? 0;
  if (stored.balance !== computed) {
    return { ...at, what: 'balance_wrong', stored: stored.balance, computed };
  }
  const count = account?.count ?? 0;
  if (stored.count < count) {
    return { ...at, sequence: stored.count + 1, what: 'entries_unaccounted' };
  }
  return { ...at, what: 'account_wrong' };
}

function standingDifference(audit: AccountAudit, stored: Standing[]): Difference | undefined {
  const { accountId, account, standings } = audit;
  const at = { accountId, name: account?.name ?? '', sequence: null };
  const kept = new Map(stored.map((standing) => [standing.period, standing]));
  for (const period of [...new Set([...standings.keys(), ...kept.keys()])].sort()) {
    const [computed, found] = [standings.get(period), kept.get(period)];
    if (isSame(computed, found)) continue;
    if (!found) return { ...at, period, what: 'standing_missing' };
    if (!computed) return { ...at, name: found.name, period, what: 'standing_unexplained' };
    const amounts = { stored: found.amount, computed: computed.amount };
    return { ...at, period, ...amounts, what: 'standing_wrong' };
  }
  return undefined;
}

/** A closed period whose digest does not say what its heads say. */
export const digestWrong = (period: PeriodKey): Difference => ({
  ...{ accountId: '', name: '', sequence: null, period, what: 'digest_wrong' },
});

/** The same bytes, whatever the order of the fields. */
export function isSame(left: object | undefined, right: object | undefined): boolean {
  if (!left || !right) return left === right;
  return hashJson(left) === hashJson(right);
}
