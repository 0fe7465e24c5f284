/**
 * What a period's rules have to know, put together from its entries and facts a page at a time, in any
 * order. It is kept between the steps, and no larger for a year than for a month.
 */
import type { RuleEntry } from './rule-entry';
import { ownerKeyOf } from '../ledger/entry';
import type { PeriodKey } from '../ledger/period';
import type { RuleFact } from './facts';
import type { FactSum, JuryPoints, Sums, WorkSubject } from './period-facts';

/** Of one person or unit, by `<kind>:<id>`. */
export interface OwnerSums extends Sums {
  ownerKey: string;
  facts: FactSum[];
}

export interface Gathered {
  owners: OwnerSums[];
  /** What the jury gave for this very period. */
  jury: JuryPoints[];
  /** Those that came far enough among all that were looked at. */
  works: WorkSubject[];
}

export const nothingGathered: Gathered = { owners: [], jury: [], works: [] };

export const noSums: Sums = { amounts: [], counts: [], kept: [] };

/** What counts in the period; what its own rules posted is what they are asked about. */
export function withEntries(gathered: Gathered, period: PeriodKey, entries: RuleEntry[]): Gathered {
  return changed(gathered, (ownerOf) => {
    for (const { ownerKey, book, category, amount } of entries.filter(countsIn(period))) {
      const { amounts } = ownerOf(ownerKey);
      const known = amounts.find((one) => one.book === book && one.category === category);
      if (known) known.amount += amount;
      else amounts.push({ book, category, amount });
    }
  });
}

export const countsIn =
  (period: PeriodKey) =>
  ({ causeKind, causeId }: Pick<RuleEntry, 'causeKind' | 'causeId'>): boolean =>
    causeKind !== 'period' || causeId !== period;

/** What was registered: for its unit and for its person; a jury's sheet apart. */
export function withFacts(gathered: Gathered, period: PeriodKey, facts: RuleFact[]): Gathered {
  const jury = new Map(gathered.jury.map(({ subjectId, amount }) => [subjectId, amount]));
  const after = changed(gathered, (ownerOf) => {
    for (const { kind, mark, quantity, unitId, personId, workId, jury: given } of facts) {
      const subjectId = workId ?? personId ?? unitId;
      if (given?.period === period) jury.set(subjectId, (jury.get(subjectId) ?? 0) + given.points);
      if (kind === 'jury') continue;
      const owners = [ownerKeyOf({ kind: 'unit', id: unitId })];
      if (personId !== null) owners.push(ownerKeyOf({ kind: 'person', id: personId }));
      for (const owner of owners) addFact(ownerOf(owner).facts, { kind, mark, quantity });
    }
  });
  return { ...after, jury: [...jury].map(([subjectId, amount]) => ({ subjectId, amount })) };
}

function addFact(facts: FactSum[], { kind, mark, quantity }: FactSum): void {
  const known = facts.find((one) => one.kind === kind && one.mark === mark);
  if (known) known.quantity += quantity;
  else facts.push({ kind, mark, quantity });
}

/** A copy whose owners may be written to; one that is not there begins with nothing. */
export function changed(
  gathered: Gathered,
  change: (ownerOf: (ownerKey: string) => OwnerSums) => void,
): Gathered {
  const owners = new Map(gathered.owners.map((owner) => [owner.ownerKey, copyOf(owner)]));
  change((ownerKey) => {
    const owner = owners.get(ownerKey) ?? copyOf({ ...noSums, ownerKey, facts: [] });
    owners.set(ownerKey, owner);
    return owner;
  });
  return { ...gathered, owners: [...owners.values()] };
}

const copyOf = ({ ownerKey, amounts, counts, kept, facts }: OwnerSums): OwnerSums => ({
  ownerKey,
  amounts: amounts.map((one) => ({ ...one })),
  counts: counts.map((one) => ({ ...one })),
  kept: [...kept],
  facts: facts.map((one) => ({ ...one })),
});
