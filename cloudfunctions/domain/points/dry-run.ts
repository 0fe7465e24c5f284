/** 试算: what works and facts of a period would have brought under a draft, beside what they did. */
import type { AccountRef, Book } from '../ledger/entry';
import { evaluateFact } from './evaluate-fact';
import { evaluateFamily } from './evaluate-family';
import type { RegisteredFact, WorkFacts } from './facts';
import type { Rulebook } from './rulebook';
import type { Target } from './target';

export interface Trial {
  rulebooks: Rulebook[];
  draft: Rulebook;
  /** Only with what was printed in the period. */
  works: WorkFacts[];
  facts: { fact: RegisteredFact; unitClass: string | null }[];
}

export interface Moved {
  account: AccountRef;
  book: Book;
  before: number;
  after: number;
}

/** Every account that has anything under the one or the other; the draft as if always in force. */
export function dryRun({ rulebooks, draft, works, facts }: Trial): Moved[] {
  const drafted = [{ ...draft, effectiveFrom: '0000-01-01' }];
  const targetsUnder = (books: Rulebook[]) => [
    ...works.flatMap((work) => evaluateFamily(books, work)),
    ...facts.flatMap(({ fact, unitClass }) => evaluateFact(books, fact, { unitClass })),
  ];
  const moves = new Map<string, Moved>();
  add(moves, targetsUnder(rulebooks), 'before');
  add(moves, targetsUnder(drafted), 'after');
  return [...moves.values()];
}

function add(moves: Map<string, Moved>, targets: Target[], side: 'before' | 'after'): void {
  for (const { account, book, amount } of targets) {
    const key = `${account.kind}:${account.id}:${book}`;
    const moved = moves.get(key) ?? { account, book, before: 0, after: 0 };
    moves.set(key, { ...moved, [side]: moved[side] + amount });
  }
}
