/** 只计最高: of what is about one matter or work, or of all, only the highest so many count. */
import { isAmong, totalOf, type Amount, type Kept, type Member } from './period-facts';
import type { PeriodRule } from './rulebook';

export type Keep = Extract<PeriodRule['effect'], { kind: 'keep' }>;

/** The one group of a rule that looks at all together. */
export const everything = 'all';

/** With the sums of one more group, or of more of one that is open: each of another subject. */
export function keptWith(
  kept: Kept,
  { highest }: Keep,
  { group, isOpen, amounts }: { group: string; isOpen: boolean; amounts: number[] },
): Kept {
  const before = kept.open.find((one) => one.group === group);
  const [first, beyond] = cut([...(before?.highest ?? []), ...amounts], highest);
  if (!isOpen) return { ...kept, lost: kept.lost + beyond };
  if (!before && first.length === 0) return kept;
  const after = { group, highest: first, rest: (before?.rest ?? 0) + beyond };
  return { ...kept, open: [...kept.open.filter((one) => one.group !== group), after] };
}

/** What does not count, with what earlier rules of the period brought: one more subject of a group. */
export function lostOf({ id, book }: PeriodRule, effect: Keep, { sums, brought }: Member): number {
  const kept = sums.kept.find(({ ruleId }) => ruleId === id);
  const fitting = brought.filter(
    (one) => one.book === book && isAmong(effect.categories, one.category),
  );
  return (kept?.open ?? []).reduce((lost, { group, highest, rest }) => {
    const more = totalOf(inGroup(fitting, effect, group), book, []);
    const [, beyond] = cut([...highest, more], effect.highest);
    return lost + rest + beyond;
  }, kept?.lost ?? 0);
}

/** What a rule brought is about no work, and about the matter that bears the rule's name. */
function inGroup<One extends Amount & { title: string }>(
  brought: One[],
  { of }: Keep,
  group: string,
): One[] {
  if (of === 'work') return [];
  return of === 'all' ? brought : brought.filter(({ title }) => title === group);
}

/** The highest, from the most down, and the sum of what is above nought beyond them. */
function cut(amounts: number[], highest: number): [number[], number] {
  const sorted = amounts.filter((amount) => amount > 0).sort((one, two) => two - one);
  const beyond = sorted.slice(highest).reduce((sum, amount) => sum + amount, 0);
  return [sorted.slice(0, highest), beyond];
}
