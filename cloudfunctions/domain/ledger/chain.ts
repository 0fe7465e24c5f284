/** The hash chain of an account's entries: whoever changes one changes every hash after it. */
import { hashJson } from '../../kernel/hash';
import type { Account, Entry } from './entry';

/** The head of an account without entries. */
export const chainStart = '0'.repeat(64);

/** SHA-256 over the head before it and everything the entry says. */
export function hashEntry(
  previous: string,
  entry: Omit<Entry, 'hash'> & { hash?: string },
): string {
  const { hash: _hash, ...said } = entry;
  return hashJson([previous, said]);
}

/** The end of an account's chain, as its newest entry says. */
export type LastEntry = Pick<Entry, 'accountId' | 'sequence' | 'hash'>;

/**
 * The first account whose head is not what its newest entry says, in a word that is the same for the
 * same difference. Posted onto it, the next entry would break the chain for good.
 */
export function damagedHead(
  accounts: Pick<Account, '_id' | 'count' | 'headHash'>[],
  lastEntries: LastEntry[],
): string | undefined {
  const heads = new Map(accounts.map(({ _id, count, headHash }) => [_id, `${count} ${headHash}`]));
  const ends = new Map(
    lastEntries.map((last) => [last.accountId, `${last.sequence} ${last.hash}`]),
  );
  const none = `0 ${chainStart}`;
  const ids = [...new Set([...heads.keys(), ...ends.keys()])].sort();
  const id = ids.find((one) => (heads.get(one) ?? none) !== (ends.get(one) ?? none));
  return id === undefined ? undefined : [id, heads.get(id), ends.get(id)].join(' ');
}
