/**
 * Some rules ask for single works, causes or matters: how many there are, the highest, the best work.
 * Entries are laid aside for them in parts, so that all about one subject is in one part; each part
 * is looked at by itself, and nothing remains of it but what the rules have to know.
 */
import type { RuleEntry } from './rule-entry';
import { hashText } from '../../kernel/hash';
import type { AccountRef } from '../ledger/entry';
import type { PeriodKey } from '../ledger/period';
import { isAmong } from './period-facts';
import type { Keep } from './period-keeps';
import { countKeyOf, type OfCauses } from './period-measure';
import type { Prize } from './period-prizes';
import { countsIn } from './period-sums';
import type { Measure, PeriodRule } from './rulebook';

export type WithEffect<Effect> = Omit<PeriodRule, 'effect'> & { effect: Effect };

/** What the rules of a period ask of single entries. */
export interface Asked {
  counts: { account: AccountRef['kind']; of: OfCauses }[];
  keeps: WithEffect<Keep>[];
  prizes: WithEffect<Prize>[];
  /** Matters to which what the rules themselves bring is added. */
  names: string[];
}

export function askedBy(rules: PeriodRule[]): Asked {
  const keeps = rules.flatMap((rule) => {
    const { effect } = rule;
    return effect.kind === 'keep' ? [{ ...rule, effect }] : [];
  });
  const prizes = rules.flatMap((rule) => {
    const { effect } = rule;
    return effect.kind === 'prize' && effect.among === 'works' ? [{ ...rule, effect }] : [];
  });
  const counts = new Map(
    rules.flatMap(({ account, effect }) => {
      const of = measuredBy(effect);
      return of?.kind === 'entries'
        ? [[`${account} ${countKeyOf(of)}`, { account, of }] as const]
        : [];
    }),
  );
  const names = keeps.some(({ effect }) => effect.of === 'matter')
    ? rules.map(({ name }) => name)
    : [];
  return { counts: [...counts.values()], keeps, prizes, names };
}

function measuredBy(effect: PeriodRule['effect']): Measure | undefined {
  if (effect.kind === 'earn' || effect.kind === 'quota') return effect.of;
  return effect.kind === 'prize' && effect.among === 'accounts' ? effect.by : undefined;
}

export const asksNothing = ({ counts, keeps, prizes }: Asked) =>
  counts.length + keeps.length + prizes.length === 0;

/** An entry that some rule looks at by itself. */
export type LookedEntry = Pick<
  RuleEntry,
  'ownerKey' | 'book' | 'category' | 'amount' | 'causeId' | 'workId' | 'title'
> & {
  /** Its place among all of the period. */
  place: number;
};

/** By what they are about, and once more by their matter where a rule asks for that. */
export interface Items {
  subjects: LookedEntry[];
  matters: LookedEntry[];
}

/** Of a page of entries, those that rules look at; `place` is that of the first of the page. */
export function itemsOf(
  asked: Asked,
  entries: RuleEntry[],
  { period, place }: { period: PeriodKey; place: number },
): Items {
  const items = entries
    .map(({ ownerKey, book, category, amount, causeId, workId, title, causeKind }, at) => ({
      ...{ ownerKey, book, category, amount, causeId, workId, title, causeKind, place: place + at },
    }))
    .filter(countsIn(period))
    .map(({ causeKind: _causeKind, ...item }) => item);
  return {
    subjects: items.filter(isLookedAt(asked)).map((item) => ({ ...item, title: '' })),
    matters: items.filter(isKept(asked.keeps.filter(ofMatters))),
  };
}

export const kindOf = (ownerKey: string) => ownerKey.slice(0, ownerKey.indexOf(':'));
export const ofMatters = ({ effect }: WithEffect<Keep>) => effect.of === 'matter';

function isLookedAt({ counts, keeps, prizes }: Asked): (item: LookedEntry) => boolean {
  const isKeptOne = isKept(keeps.filter((rule) => !ofMatters(rule)));
  return (item) => {
    const { ownerKey, workId } = item;
    const kind = kindOf(ownerKey);
    return (
      counts.some(({ account, of }) => account === kind && fits(item, of)) ||
      (workId !== null && prizes.some(({ account }) => account === kind)) ||
      isKeptOne(item)
    );
  };
}

const isKept = (keeps: WithEffect<Keep>[]) => (item: LookedEntry) =>
  keeps.some((rule) => isKeptBy(rule, item));

export const isKeptBy = ({ account, book, effect }: WithEffect<Keep>, item: LookedEntry) =>
  account === kindOf(item.ownerKey) && fits(item, { book, categories: effect.categories });

export const fits = (
  item: LookedEntry,
  { book, categories }: Pick<OfCauses, 'book' | 'categories'>,
) => item.book === book && isAmong(categories, item.category);

/** So many parts, each with everything about its subjects and its matters. */
export function partsOf({ subjects, matters }: Items, count: number): Items[] {
  const parts = Array.from({ length: count }, (): Items => ({ subjects: [], matters: [] }));
  for (const item of subjects) parts[partOf(subjectOf(item), count)]?.subjects.push(item);
  for (const item of matters) parts[partOf(item.title, count)]?.matters.push(item);
  return parts;
}

export const subjectOf = ({ workId, causeId }: Pick<LookedEntry, 'workId' | 'causeId'>) =>
  workId ?? causeId;
const partOf = (text: string, count: number) => parseInt(hashText(text).slice(0, 8), 16) % count;
