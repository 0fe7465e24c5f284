/**
 * The digest that a closed bulletin prints: over the heads of all accounts, so that whoever rewrites a
 * whole chain or cuts its tail contradicts what was printed.
 */
import { hashJson } from '../../kernel/hash';
import type { Account } from './entry';

/** Where one account's chain stood when a period was closed. */
export interface AccountHead {
  accountId: string;
  /** Entries up to the head. */
  count: number;
  hash: string;
}

/** What closing keeps in `periods/<key>`. */
export interface ClosedHeads {
  _id: string;
  headDigest: string;
  heads: AccountHead[];
}

export function headsOf(accounts: Pick<Account, '_id' | 'count' | 'headHash'>[]): AccountHead[] {
  return accounts
    .map(({ _id, count, headHash }) => ({ accountId: _id, count, hash: headHash }))
    .sort((left, right) => (left.accountId < right.accountId ? -1 : 1));
}

/** SHA-256 over the sorted heads. */
export function digestOf(heads: AccountHead[]): string {
  const sorted = [...heads].sort((left, right) => (left.accountId < right.accountId ? -1 : 1));
  return hashJson(sorted.map(({ accountId, count, hash }) => [accountId, count, hash]));
}
