/** 试算: what works and facts of a period would have brought under a draft, beside what they did. */
import type { AccountRef, Book } from '../ledger/entry';
import { replay, type Replay } from './replay';
import type { Rulebook } from './rulebook';

export interface Trial extends Replay {
  draft: Rulebook;
}

export interface Moved {
  account: AccountRef;
  book: Book;
  before: number;
  after: number;
}

export type Side = 'before' | 'after';

/** What is in force, and the draft as if it always had been. */
export const sidesOf = ({
  rulebooks,
  draft,
}: Pick<Trial, 'rulebooks' | 'draft'>): Record<Side, Rulebook[]> => ({
  before: rulebooks,
  after: [{ ...draft, effectiveFrom: '0000-01-01' }],
});

/** Every account that has anything under the one or the other. */
export function dryRun({ draft, ...material }: Trial): Moved[] {
  const { before, after } = sidesOf({ rulebooks: material.rulebooks, draft });
  return movesOf({
    before: replay({ ...material, rulebooks: before }),
    after: replay({ ...material, rulebooks: after }),
  });
}

type Amount = Pick<Moved, 'account' | 'book'> & { amount: number };

/** Amounts of both sides, added up by account and book. */
export function movesOf(sides: Record<Side, Amount[]>): Moved[] {
  const moves = new Map<string, Moved>();
  for (const side of ['before', 'after'] as const) {
    for (const { account, book, amount } of sides[side]) {
      const key = `${account.kind}:${account.id}:${book}`;
      const moved = moves.get(key) ?? { account, book, before: 0, after: 0 };
      moves.set(key, { ...moved, [side]: moved[side] + amount });
    }
  }
  return [...moves.values()].filter(({ before, after }) => before !== 0 || after !== 0);
}
