/**
 * What works and facts of a span post under some rulebooks: evaluated and posted as the ledger does,
 * month by month, by the day that counts in each book. So a dry run and a closing see the same.
 */
import type { RuleEntry } from './rule-entry';
import type { EntryDraft } from '../ledger/append-entries';
import { accountIdOf, books, ownerKeyOf, type Book, type Family } from '../ledger/entry';
import { periodsOf, spanOf } from '../ledger/period';
import { postTargets } from '../ledger/post-targets';
import { isCovered, type Covered } from '../opening/balance';
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
  /** Of which days accounts have an opening balance: what it holds of an imported printing is not counted again. */
  covered: Map<string, Covered[]>;
}

export interface TriedFact {
  fact: RegisteredFact;
  unitClass: string | null;
}

export function replay({ rulebooks, span, works, facts, covered }: Replay): Replayed[] {
  return [
    ...works.flatMap((work) => replayWork(rulebooks, work, { span, covered })),
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
function replayWork(
  rulebooks: Rulebook[],
  work: WorkFacts,
  around: Pick<Replay, 'span' | 'covered'>,
): Replayed[] {
  const groups = new Map<string, { days: string[]; books: Book[] }>();
  for (const book of books) {
    const days = work.printings.map((printing) => dayIn(book, printing, rulebooks));
    const group = groups.get(days.join()) ?? { days, books: [] };
    groups.set(days.join(), { days, books: [...group.books, book] });
  }
  return [...groups.values()].flatMap((group) =>
    postByMonth(rulebooks, work, { ...group, ...around }),
  );
}

interface Posting extends Pick<Replay, 'span' | 'covered'> {
  /** The day that counts of each printing, in their order. */
  days: string[];
  books: Book[];
}

/** The difference of each month: a higher printing posts only what it adds. */
function postByMonth(rulebooks: Rulebook[], work: WorkFacts, posting: Posting): Replayed[] {
  const { days, span } = posting;
  const isEarlier = days.some((on) => on < span.from);
  let family = isEarlier
    ? post(rulebooks, work, posting, { until: span.from, family: undefined }).family
    : undefined;
  const within = days.filter((on) => on >= span.from && on < span.until);
  const months = [...new Set(within.map(monthOf))].sort();
  return months.flatMap((month) => {
    const until = spanOf(month)?.until ?? span.until;
    const from = `${month}-01`;
    const imported = postImported(rulebooks, work, posting, { from, until, family });
    const posted = post(rulebooks, work, posting, { until, family: imported.family });
    family = posted.family;
    return [...imported.drafts, ...posted.drafts].map((draft) => ({
      ...{ month, account: draft.account, ownerKey: ownerKeyOf(draft.account) },
      ...{ book: draft.book, amount: draft.amount, category: draft.category },
      ...{ causeKind: draft.causeKind, causeId: draft.causeId, workId: draft.workId },
      title: draft.title,
    }));
  });
}
/** What the printings that count before a day add to the family. */
function post(
  rulebooks: Rulebook[],
  work: WorkFacts,
  posting: Posting,
  { until, family }: { until: string; family: Family | undefined },
) {
  const printings = work.printings.filter(
    (_printing, place) => (posting.days[place] ?? '') < until,
  );
  return postPrintings(rulebooks, { ...work, printings }, { ...posting, family });
}

function postPrintings(
  rulebooks: Rulebook[],
  work: WorkFacts,
  {
    family,
    books: counted,
    span,
  }: Pick<Posting, 'books' | 'span'> & { family: Family | undefined },
) {
  const targets = evaluateFamily(rulebooks, work).filter(({ book }) => counted.includes(book));
  return postTargets(
    { family, familyId: work.workId, targets },
    {
      ...{ causeKind: 'adoption', workId: work.workId, storyId: null, title: work.headline },
      ...{ unitId: work.unitId, causeId: work.workId, on: span.from },
    },
  );
}

/**
 * Imported printings of a month come first, one by one as they were imported: what a balance holds of
 * one counts as posted, without an entry.
 */
function postImported(
  rulebooks: Rulebook[],
  work: WorkFacts,
  posting: Posting,
  { from, until, family }: { from: string; until: string; family: Family | undefined },
): { drafts: EntryDraft[]; family: Family | undefined } {
  const dated = work.printings.map((printing, place) => ({
    ...{ printing, on: posting.days[place] ?? '' },
  }));
  const printings = dated.filter(({ on }) => on < from).map(({ printing }) => printing);
  const imported = dated
    .filter(({ printing, on }) => printing.broughtIn !== undefined && on >= from && on < until)
    .sort((one, two) => (one.printing.printedOn < two.printing.printedOn ? -1 : 1));
  const posted = { drafts: [] as EntryDraft[], family };
  for (const { printing } of imported) {
    printings.push(printing);
    const after = postPrintings(
      rulebooks,
      { ...work, printings: [...printings] },
      { ...posting, family: posted.family },
    );
    posted.family = after.family;
    posted.drafts.push(...after.drafts.filter((draft) => !isHeld(draft, printing, posting)));
  }
  return posted;
}

function isHeld(
  { account, book }: EntryDraft,
  { broughtIn, printedOn }: PrintingFacts,
  { covered }: Posting,
): boolean {
  const accountId = accountIdOf(account, book);
  return broughtIn === 'uncounted' || isCovered(covered.get(accountId) ?? [], accountId, printedOn);
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
