/** 试算: what a period would have brought under a draft, beside what it did. */
import type { AccountRef, Book } from '../ledger/entry';
import type { Rulebook } from './rulebook';

/** Versions in force, and what is tried against them. */
export interface DryRun {
  rulebooks: Rulebook[];
  draft: Rulebook;
}

export interface Moved {
  account: AccountRef;
  book: Book;
  before: number;
  after: number;
}

export const sides = ['before', 'after'] as const;
export type Side = (typeof sides)[number];

/** What is in force, and the draft as if it always had been. */
export const sidesOf = ({ rulebooks, draft }: DryRun): Record<Side, Rulebook[]> => ({
  before: rulebooks,
  after: [{ ...draft, effectiveFrom: '0000-01-01' }],
});

/** Every account that has anything on one side: who moves most first, then who does not move. */
export function movesOf(sums: Iterable<Moved>): Moved[] {
  const keyOf = ({ account, book }: Moved) => `${account.kind}:${account.id}:${book}`;
  const sizeOf = ({ before, after }: Moved) => Math.abs(after - before);
  return [...sums]
    .filter(({ before, after }) => before !== 0 || after !== 0)
    .sort((one, two) => sizeOf(two) - sizeOf(one) || (keyOf(one) < keyOf(two) ? -1 : 1));
}

/** Adds one side's amounts to the sums of accounts, by `<kind>:<id>` and book. */
export function addUp(
  sums: Map<string, Moved>,
  side: Side,
  amounts: Iterable<{ ownerKey: string; book: Book; amount: number }>,
): void {
  for (const { ownerKey, book, amount } of amounts) {
    const key = `${ownerKey}:${book}`;
    const moved = sums.get(key);
    if (moved) moved[side] += amount;
    else {
      const [kind, id = ''] = ownerKey.split(':');
      // The key was made by ownerKeyOf.
      const account = { kind: kind as AccountRef['kind'], id };
      sums.set(key, { ...{ account, book, before: 0, after: 0 }, [side]: amount });
    }
  }
}
