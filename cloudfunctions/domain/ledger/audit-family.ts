/**
 * The audit of what a family keeps as posted, against its entries. Whatever is posted next is the
 * target minus that, so a wrong sum there would come out as wrong points at the next printing.
 */
import type { Adoption, AdoptionEvent } from '../adoption/adoption';
import { whereItStands } from '../adoption/report-printing';
import type { Difference } from './audit';
import type { Entry, Family, FamilyPosting } from './entry';

/** A family as far as its entries were read, in whatever order. */
export interface FamilyAudit {
  familyId: string;
  postings: Map<string, FamilyEntries>;
}

/** What one rule posted to one account, by the entries. */
interface FamilyEntries {
  accountId: string;
  name: string;
  /** What the entries are about: the headline, or the fact's title. */
  title: string;
  amount: number;
  /** What was reversed by hand, per cause. */
  waived: Map<string, number>;
}

export function startFamilyAudit(familyId: string): FamilyAudit {
  return { familyId, postings: new Map() };
}

/** Adds an entry to the sums of its family. */
export function auditFamilyEntry({ postings }: FamilyAudit, entry: Entry): void {
  const { accountId, ownerName: name, title } = entry;
  const key = keyOf(entry);
  const before = postings.get(key) ?? { amount: 0, waived: new Map<string, number>() };
  const { waived } = before;
  if (entry.causeKind === 'reversal') addTo(waived, entry.causeId, entry.amount);
  postings.set(key, { accountId, name, title, amount: before.amount + entry.amount, waived });
}

/** The first difference between what a family keeps and what its entries say. */
export function findFamilyDifference(
  { familyId, postings }: FamilyAudit,
  stored: Family | undefined,
): Difference | undefined {
  const kept = new Map(stored?.posted.map((posting) => [keyOf(posting), posting]));
  // Headlines are the entries' own; what no entry explains has none.
  const title = [...postings.values()].at(-1)?.title ?? familyId;
  for (const key of [...new Set([...postings.keys(), ...kept.keys()])].sort()) {
    const [entries, posting] = [postings.get(key), kept.get(key)];
    const what = differenceOf(entries, posting);
    if (!what) continue;
    const accountId = entries?.accountId ?? posting?.accountId ?? '';
    const at = { accountId, name: entries?.name ?? '', sequence: null, title };
    if (!stored) return { ...at, what: 'family_missing' };
    if (what !== 'family_wrong') return { ...at, what };
    const computed = (entries?.amount ?? 0) + (posting?.held ?? 0);
    return { ...at, what, stored: posting?.amount ?? 0, computed };
  }
  return undefined;
}

/** What the history of a work says of its people's choice. */
export interface ChoiceHistory {
  choices: Pick<AdoptionEvent, 'adoptionId' | 'at'>[];
  /** When printings of the work were withdrawn, refused or corrected, which may end a choice. */
  endedAt: number[];
  printings: Adoption[];
}

/**
 * A printing that counts as chosen, and that nobody chose last; corrections may have moved it since. Or
 * none, though what was chosen last still counts and nothing has happened since that could end it.
 */
export function findChoiceDifference(
  { familyId, postings }: FamilyAudit,
  { chosenAdoptionId }: Pick<Family, 'chosenAdoptionId'>,
  { choices, endedAt, printings }: ChoiceHistory,
): Difference | undefined {
  const stands = (id: string) => whereItStands(printings, id);
  const lastAt = Math.max(...choices.map(({ at }) => at));
  const last = choices.filter(({ at }) => at === lastAt);
  const isSound =
    chosenAdoptionId === null
      ? endedAt.some((at) => at >= lastAt) ||
        !last.some(({ adoptionId }) => stands(adoptionId)?.state === 'verified')
      : last.some(({ adoptionId }) => stands(adoptionId)?._id === stands(chosenAdoptionId)?._id);
  if (isSound) return undefined;
  const title = [...postings.values()].at(-1)?.title ?? familyId;
  return { accountId: '', name: '', sequence: null, title, what: 'family_choice_wrong' };
}

function differenceOf(
  entries: FamilyEntries | undefined,
  posting: FamilyPosting | undefined,
): 'family_wrong' | 'family_waiver_wrong' | 'family_causes_wrong' | undefined {
  const byEntries = (posting?.amount ?? 0) - (posting?.held ?? 0);
  if (byEntries !== (entries?.amount ?? 0)) return 'family_wrong';
  const waived = new Map<string, number>();
  for (const { causeId, amount } of posting?.waived ?? []) addTo(waived, causeId, amount);
  if (!isSameSums(waived, entries?.waived ?? new Map<string, number>())) {
    return 'family_waiver_wrong';
  }
  return !posting || isExplained(posting) ? undefined : 'family_causes_wrong';
}

// What was reversed of a cause that no longer counts is in the amount until the next posting, and not after.
function isExplained({ amount, causes, waived }: FamilyPosting): boolean {
  const counted = new Set(causes.map(({ causeId }) => causeId));
  if (!waived.every(({ causeId }) => counted.has(causeId))) return true;
  return [...causes, ...waived].reduce((sum, part) => sum + part.amount, 0) === amount;
}

function addTo(sums: Map<string, number>, key: string, amount: number): void {
  sums.set(key, (sums.get(key) ?? 0) + amount);
}

function isSameSums(left: Map<string, number>, right: Map<string, number>): boolean {
  const keys = [...left.keys(), ...right.keys()];
  return keys.every((key) => (left.get(key) ?? 0) === (right.get(key) ?? 0));
}

const keyOf = ({ ruleId, accountId }: { ruleId: string; accountId: string }) =>
  `${ruleId} ${accountId}`;
