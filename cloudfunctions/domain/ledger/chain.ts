/** The hash chain of an account's entries: whoever changes one changes every hash after it. */
import { hashJson } from '../../kernel/hash';
import type { Entry } from './entry';

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
