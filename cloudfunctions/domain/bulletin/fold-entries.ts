/**
 * What a period's rules look at, as few lines as they need: of a quota of printings, a limit on what one
 * work brings, or a prize among works, each work by itself; of everything else, sums by category.
 */
import type { AccountRef, Book } from '../ledger/entry';
import type { RuleFact } from '../points/facts';
import { isAmong } from '../points/period-facts';
import type { Measure, PeriodRule } from '../points/rulebook';
import type { OwnerSums } from '../points/period-sums';
import type { RuleEntry } from '../points/rule-entry';

/** Entries that a rule looks at work by work; a null book stands for every one. */
export interface Looked {
  account: AccountRef['kind'];
  book: Book | null;
  categories: string[];
}

/** What these rules look at work by work. */
export function lookedAt(rules: PeriodRule[]): Looked[] {
  return rules.flatMap(({ account, book, effect }): Looked[] => {
    switch (effect.kind) {
      case 'earn':
      case 'quota':
        return countedBy(account, effect.of);
      case 'keep':
        return [{ account, book, categories: effect.categories }];
      case 'prize':
        return effect.among === 'works'
          ? worksOf(account, effect.by)
          : countedBy(account, effect.by);
      default:
        return [];
    }
  });
}

/** How many causes there are is told by each of them; sums are told by sums. */
function countedBy(account: Looked['account'], of: Measure): Looked[] {
  return of.kind === 'entries' ? [{ account, book: of.book, categories: of.categories }] : [];
}

function worksOf(account: Looked['account'], by: Measure): Looked[] {
  switch (by.kind) {
    case 'amount':
    case 'entries':
      return [{ account, book: by.book, categories: by.categories }];
    case 'weighted':
      return by.parts.map(({ book, categories }) => ({ account, book, categories }));
    default:
      return [{ account, book: null, categories: [] }];
  }
}

/** Is it one that some of these rules look at by itself? */
export function lookedWhere(
  looked: Looked[],
): (entry: Pick<RuleEntry, 'ownerKey' | 'book' | 'category'>) => boolean {
  return ({ ownerKey, book, category }) =>
    looked.some(
      (one) =>
        ownerKey.startsWith(one.account) &&
        (one.book === null || one.book === book) &&
        isAmong(one.categories, category),
    );
}

/** The same sums in fewer lines; folding what was folded changes nothing. */
export function foldEntries(entries: RuleEntry[], looked: Looked[]): RuleEntry[] {
  const lines = new Map<string, RuleEntry>();
  const isLookedAt = lookedWhere(looked);
  for (const entry of entries) {
    const { ownerKey, book, category, causeId, workId, title } = entry;
    const isSingle = isLookedAt(entry);
    const about = isSingle ? `${workId ?? ''} ${causeId} ${title}` : '';
    const key = `${ownerKey} ${book} ${category} ${about}`;
    const line = lines.get(key);
    if (line) line.amount += entry.amount;
    else lines.set(key, isSingle ? { ...entry } : { ...entry, ...ofNone });
  }
  return [...lines.values()];
}

/** Sums that were put together already, as lines. */
export const sumEntries = (owners: Pick<OwnerSums, 'ownerKey' | 'amounts'>[]): RuleEntry[] =>
  owners.flatMap(({ ownerKey, amounts }) =>
    amounts.map((amount) => ({ ...amount, ...ofNone, ownerKey })),
  );

/** Not a period's own: nothing is asked about who brought a sum about. */
const ofNone = { causeKind: 'adoption' as const, causeId: '', workId: null, title: '' };

/** Facts of one kind, mark, unit and person together; a jury's by what they judge. */
export function foldFacts(facts: RuleFact[]): RuleFact[] {
  const lines = new Map<string, RuleFact>();
  for (const { kind, unitId, personId, mark, quantity, jury, workId } of facts) {
    const about = jury ? workId : null;
    const key = JSON.stringify([kind, unitId, personId, mark, jury?.period ?? null, about]);
    const line = lines.get(key);
    if (line) {
      line.quantity += quantity;
      if (line.jury && jury) line.jury = { ...jury, points: line.jury.points + jury.points };
    } else lines.set(key, { kind, unitId, personId, mark, quantity, jury, workId: about });
  }
  return [...lines.values()];
}
