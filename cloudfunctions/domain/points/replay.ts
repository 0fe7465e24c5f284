/**
 * What works and facts of a span post under some rulebooks: evaluated and posted as the ledger does,
 * month by month, by the day that counts in each book. So a dry run and a closing see the same.
 */
import type { RuleEntry } from '../bulletin/rule-facts';
import { books, ownerKeyOf, type Book, type Family } from '../ledger/entry';
import { periodsOf, spanOf } from '../ledger/period';
import { postTargets } from '../ledger/post-targets';
import { evaluateFact } from './evaluate-fact';
import { evaluateFamily } from './evaluate-family';
import type { PrintingFacts, RegisteredFact, WorkFacts } from './facts';
import { rulebookOn, type Rulebook } from './rulebook';
import type { Target } from './target';

/** An entry with the month that it counts in. */
export interface Replayed extends RuleEntry {
  month: string;
  account: Target['account'];
}

export interface Replay {
  rulebooks: Rulebook[];
  /** From the first day up to but not including the other. */
  span: { from: string; until: string };
  /** With all that was printed until the span's end, before it too. */
  works: WorkFacts[];
  facts: TriedFact[];
}

export interface TriedFact {
  fact: RegisteredFact;
  unitClass: string | null;
}

export function replay({ rulebooks, span, works, facts }: Replay): Replayed[] {
  return [
    ...works.flatMap((work) => replayWork(rulebooks, work, span)),
    ...facts.flatMap((tried) => replayFact(rulebooks, tried, span)),
  ];
}

/** The day that counts in a book, by the rulebook of the printing's day. */
export function dayIn(book: Book, printing: PrintingFacts, rulebooks: Rulebook[]): string {
  const terms = rulebookOn(rulebooks, printing.printedOn)?.books[book];
  return terms?.dateCounted === 'verified'
    ? printing.verifiedOn
    : (printing.countsOn ?? printing.printedOn);
}

/** Books in which every printing counts on the same day are posted together. */
function replayWork(rulebooks: Rulebook[], work: WorkFacts, span: Replay['span']): Replayed[] {
  const groups = new Map<string, { days: string[]; books: Book[] }>();
  for (const book of books) {
    const days = work.printings.map((printing) => dayIn(book, printing, rulebooks));
    const group = groups.get(days.join()) ?? { days, books: [] };
    groups.set(days.join(), { days, books: [...group.books, book] });
  }
  return [...groups.values()].flatMap((group) => postByMonth(rulebooks, work, { ...group, span }));
}

/** The difference of each month: a higher printing posts only what it adds. */
function postByMonth(
  rulebooks: Rulebook[],
  work: WorkFacts,
  { days, books: counted, span }: { days: string[]; books: Book[]; span: Replay['span'] },
): Replayed[] {
  const postUntil = (until: string, family: Family | undefined) => {
    const printings = work.printings.filter((_printing, place) => (days[place] ?? '') < until);
    const targets = evaluateFamily(rulebooks, { ...work, printings });
    return postTargets(
      {
        ...{ family, familyId: work.workId },
        targets: targets.filter(({ book }) => counted.includes(book)),
      },
      {
        ...{ causeKind: 'adoption', workId: work.workId, storyId: null, title: work.headline },
        ...{ unitId: work.unitId, causeId: work.workId, on: span.from },
      },
    );
  };
  const isEarlier = days.some((on) => on < span.from);
  let family = isEarlier ? postUntil(span.from, undefined).family : undefined;
  const within = days.filter((on) => on >= span.from && on < span.until);
  const months = [...new Set(within.map(monthOf))].sort();
  return months.flatMap((month) => {
    const posted = postUntil(spanOf(month)?.until ?? span.until, family);
    family = posted.family;
    return posted.drafts.map((draft) => ({
      ...{ month, account: draft.account, ownerKey: ownerKeyOf(draft.account) },
      ...{ book: draft.book, amount: draft.amount, category: draft.category },
      ...{ causeKind: draft.causeKind, causeId: draft.causeId, workId: draft.workId },
      title: draft.title,
    }));
  });
}

function replayFact(
  rulebooks: Rulebook[],
  { fact, unitClass }: TriedFact,
  { from, until }: Replay['span'],
): Replayed[] {
  const on = fact.countsOn ?? fact.occurredOn;
  if (on < from || on >= until) return [];
  return evaluateFact(rulebooks, fact, { unitClass }).map(
    ({ account, book, amount, category, causeId }) => ({
      ...{ month: monthOf(on), account, ownerKey: ownerKeyOf(account), book, amount, category },
      ...{ causeKind: 'fact', causeId, workId: fact.workId, title: fact.title },
    }),
  );
}

const monthOf = (on: string) => periodsOf(on)[0] ?? on;
