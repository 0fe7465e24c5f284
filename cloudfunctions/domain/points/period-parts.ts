/** One part of what was laid aside: counted, cut to the highest, the best works; the rest is let go. */
import { grouped } from '../../kernel/grouped';
import { ownerKeyOf } from '../ledger/entry';
import {
  concerns,
  totalOf,
  type JuryPoints,
  type Kept,
  type PeriodAccount,
  type WorkSubject,
} from './period-facts';
import {
  fits,
  isKeptBy,
  kindOf,
  ofMatters,
  subjectOf,
  type Asked,
  type LookedEntry,
  type Items,
  type WithEffect,
} from './period-items';
import { everything, keptWith, type Keep } from './period-keeps';
import { countKeyOf, measureOf, type OfCauses } from './period-measure';
import { winning, type Prize } from './period-prizes';
import { changed, noSums, type Gathered } from './period-sums';
import type { Measure } from './rulebook';

/** With one whole part. Accounts are those that rules are for, with what they filed and did. */
export function withItems(
  gathered: Gathered,
  asked: Asked,
  { subjects, matters }: Items,
  accounts: PeriodAccount[],
): Gathered {
  const after = changed(gathered, (ownerOf) => {
    for (const [ownerKey, own] of grouped(subjects, (item) => item.ownerKey)) {
      const owner = ownerOf(ownerKey);
      for (const { account, of } of asked.counts) {
        if (account === kindOf(ownerKey)) addCount(owner.counts, of, own);
      }
      owner.kept = keptOf(owner.kept, asked, own, (rule) => !ofMatters(rule));
    }
    for (const [ownerKey, own] of grouped(matters, (item) => item.ownerKey)) {
      const owner = ownerOf(ownerKey);
      owner.kept = keptOf(owner.kept, asked, own, ofMatters);
    }
  });
  return { ...after, works: worksWith(gathered, asked, subjects, accounts) };
}

function addCount(counts: { of: string; count: number }[], of: OfCauses, own: LookedEntry[]): void {
  const fitting = own.filter((item) => fits(item, of));
  const causes = [...grouped(fitting, subjectOf).values()];
  const count = causes.filter((cause) => totalOf(cause, of.book, []) > 0).length;
  const known = counts.find((one) => one.of === countKeyOf(of));
  if (known) known.count += count;
  else counts.push({ of: countKeyOf(of), count });
}

function keptOf(
  before: Kept[],
  { keeps, names }: Asked,
  own: LookedEntry[],
  isMeant: (rule: WithEffect<Keep>) => boolean,
): Kept[] {
  const all = new Map(before.map((kept) => [kept.ruleId, kept]));
  for (const rule of keeps.filter(isMeant)) {
    const { id, book, effect } = rule;
    let kept = all.get(id) ?? { ruleId: id, lost: 0, open: [] };
    const fitting = own.filter((item) => isKeptBy(rule, item));
    for (const [group, items] of groupsOf(effect, fitting)) {
      const bySubject = grouped(items, effect.of === 'work' ? ({ causeId }) => causeId : subjectOf);
      const amounts = [...bySubject.values()].map((subject) => totalOf(subject, book, []));
      const isOpen = effect.of === 'all' || (effect.of === 'matter' && names.includes(group));
      kept = keptWith(kept, effect, { group, isOpen, amounts });
    }
    if (fitting.length > 0) all.set(id, kept);
  }
  return [...all.values()];
}

/** What is about no work is in no group of works. */
function groupsOf({ of }: Keep, items: LookedEntry[]): Map<string, LookedEntry[]> {
  if (of === 'all') return new Map(items.length === 0 ? [] : [[everything, items]]);
  if (of === 'matter') return grouped(items, ({ title }) => title);
  return grouped(
    items.filter(({ workId }) => workId !== null),
    ({ workId }) => workId ?? '',
  );
}

function worksWith(
  { works, jury }: Gathered,
  { prizes }: Asked,
  items: LookedEntry[],
  accounts: PeriodAccount[],
): WorkSubject[] {
  return prizes.flatMap((rule) => {
    const before = works.filter(({ ruleId }) => ruleId === rule.id);
    const found = worksOf(rule, items, { accounts, jury });
    return winning(rule.effect, [...before, ...found]);
  });
}

/** The jury judges a work as a whole; amounts add up over those who share it. */
function worksOf(
  rule: WithEffect<Prize>,
  items: LookedEntry[],
  { accounts, jury }: { accounts: PeriodAccount[]; jury: JuryPoints[] },
): WorkSubject[] {
  const { by } = rule.effect;
  const concerned = new Map(
    accounts.flatMap((one) =>
      concerns(rule, one) ? [[ownerKeyOf(one.account), one] as const] : [],
    ),
  );
  const given = new Map(jury.map(({ subjectId, amount }) => [subjectId, amount]));
  const about = items.filter(({ workId, ownerKey }) => workId !== null && concerned.has(ownerKey));
  return [...grouped(about, subjectOf)].map(([workId, ofWork]) => {
    const points = given.get(workId) ?? 0;
    const holders = [...grouped(ofWork, ({ ownerKey }) => ownerKey)].flatMap(([ownerKey, own]) => {
      const account = concerned.get(ownerKey);
      if (!account) return [];
      const sums = sumsOf(by, own);
      const part = measureOf(by, { ...account, sums, brought: [], jury: points });
      const place = own.reduce((first, item) => Math.min(first, item.place), Infinity);
      return [{ ownerKey, part, weight: Math.max(0, part), place }];
    });
    const score =
      by.kind === 'jury' ? points : holders.reduce((total, { part }) => total + part, 0);
    return {
      ...{ ruleId: rule.id, workId, score },
      holders: holders.map(({ ownerKey, weight, place }) => ({ ownerKey, weight, place })),
    };
  });
}

/** Of one account's entries about one work. */
function sumsOf(by: Measure, own: LookedEntry[]) {
  const counts: { of: string; count: number }[] = [];
  if (by.kind === 'entries') addCount(counts, by, own);
  return { ...noSums, amounts: own, counts };
}
