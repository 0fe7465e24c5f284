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
  /** The first day of the period. */
  from: string;
  /** With all that was printed until the period's end, before it too. */
  works: WorkFacts[];
  facts: { fact: RegisteredFact; unitClass: string | null }[];
}

export interface Moved {
  account: AccountRef;
  book: Book;
  before: number;
  after: number;
}

/**
 * Every account that has anything under the one or the other; the draft as if always in force. A work
 * brings a period what its printings come to at the end, less what they came to before: as the ledger
 * posts the difference when a higher printing follows a month later.
 */
export function dryRun({ rulebooks, draft, from, works, facts }: Trial): Moved[] {
  const drafted = [{ ...draft, effectiveFrom: '0000-01-01' }];
  const earlier = works.map((work) => ({
    ...{ ...work, printings: work.printings.filter(({ printedOn }) => printedOn < from) },
  }));
  const moves = new Map<string, Moved>();
  for (const [books, side] of [
    [rulebooks, 'before'],
    [drafted, 'after'],
  ] as const) {
    const ofWorks = (some: WorkFacts[]) => some.flatMap((work) => evaluateFamily(books, work));
    const ofFacts = facts.flatMap(({ fact, unitClass }) =>
      evaluateFact(books, fact, { unitClass }),
    );
    add(moves, [...ofWorks(works), ...ofFacts], { side, sign: 1 });
    add(moves, ofWorks(earlier), { side, sign: -1 });
  }
  return [...moves.values()].filter(({ before, after }) => before !== 0 || after !== 0);
}

function add(
  moves: Map<string, Moved>,
  targets: Target[],
  { side, sign }: { side: 'before' | 'after'; sign: 1 | -1 },
): void {
  for (const { account, book, amount } of targets) {
    const key = `${account.kind}:${account.id}:${book}`;
    const moved = moves.get(key) ?? { account, book, before: 0, after: 0 };
    moves.set(key, { ...moved, [side]: moved[side] + sign * amount });
  }
}
