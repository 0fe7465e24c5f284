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

/**
 * What closing keeps in `periods/<key>`. The heads lie in so many pages beside it, and the digest is
 * folded over them; where there is no number of pages, the period was closed before there were any, with
 * its heads in the document and a digest over all at once.
 */
export interface ClosedDigest {
  _id: string;
  headDigest: string;
  headPages?: number;
  heads?: AccountHead[];
}

/** A page of the heads of a closed period, in the order of their accounts. */
export interface HeadPage {
  /** `<period>:<n>`. */
  _id: string;
  period: string;
  /** The last account of the page. */
  last: string;
  heads: AccountHead[];
}

export const headPageId = (period: string, n: number) => `${period}:${n}`;

export function headsOf(accounts: Pick<Account, '_id' | 'count' | 'headHash'>[]): AccountHead[] {
  return accounts
    .map(({ _id, count, headHash }) => ({ accountId: _id, count, hash: headHash }))
    .sort((left, right) => (left.accountId < right.accountId ? -1 : 1));
}

/** Folded on over more heads, in the order of their accounts; it begins with ''. */
export function digestAfter(digest: string, heads: AccountHead[]): string {
  return heads.reduce(
    (so, { accountId, count, hash }) => hashJson([so, accountId, count, hash]),
    digest,
  );
}

/** As periods had it that were closed before heads were kept in pages: over all that are sorted. */
export function digestOf(heads: AccountHead[]): string {
  const sorted = [...heads].sort((left, right) => (left.accountId < right.accountId ? -1 : 1));
  return hashJson(sorted.map(({ accountId, count, hash }) => [accountId, count, hash]));
}
