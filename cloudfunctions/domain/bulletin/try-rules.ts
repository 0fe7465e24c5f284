/**
 * 试算账期规则: the rules of a past period, and of the months and quarters within it, under what is in
 * force and under a draft. The same facts are put together and the same rules applied as at a closing.
 */
import { ownerKeyOf } from '../ledger/entry';
import { periodBefore, periodsOf, spanOf, type PeriodKey } from '../ledger/period';
import { lastDayOf } from '../period/period';
import { movesOf, sidesOf, type Moved, type Side, type Trial } from '../points/dry-run';
import { evaluatePeriod, quotaProgress } from '../points/evaluate-period';
import { periodRulesFor, type Held } from '../points/period-facts';
import { heldAfter, payoutOf } from '../points/payout';
import { replay, type Replayed } from '../points/replay';
import { rulebookOn, type Rulebook } from '../points/rulebook';
import type { Target } from '../points/target';
import {
  shortRuns,
  wholePeriod,
  type RuleEntry,
  type RuleMaterial,
  type ShortRuns,
} from './rule-facts';
import type { Tallies } from './tally';

/** An entry that no rulebook made: by hand, taken back, brought in. It is the same on both sides. */
export type OtherEntry = RuleEntry & { periodOn: string };

export interface RuleTrial extends Trial, Pick<RuleMaterial, 'units' | 'people'> {
  period: PeriodKey;
  others: OtherEntry[];
  /** Stories filed in each of the periods. */
  filed: Map<PeriodKey, Tallies>;
  /** What the first period of each length finds: runs below quotas, and money that waits. */
  shorts: Map<PeriodKey, ShortRuns>;
  held: Record<Side, Map<PeriodKey, Map<string, Held[]>>>;
}

/** The period with all within it, in the order of their closing, as far as they have any rule. */
export function periodsTried(
  period: PeriodKey,
  books: Pick<Trial, 'rulebooks' | 'draft'>,
): PeriodKey[] {
  const { before, after } = sidesOf(books);
  return periodsWithin(period).filter((key) =>
    [before, after].some((rulebooks) => {
      const rulebook = rulebookOn(rulebooks, lastDayOf(key));
      return rulebook !== undefined && periodRulesFor(rulebook, key).length > 0;
    }),
  );
}

/** Its months, each quarter after its third one, and the year at the end. */
function periodsWithin(period: PeriodKey): PeriodKey[] {
  const span = spanOf(period);
  if (!span) return [];
  const found = new Set<PeriodKey>();
  for (let on = span.from; on < span.until;) {
    const [month = '', quarter = '', year = ''] = periodsOf(on);
    const end = spanOf(month)?.until ?? span.until;
    found.add(month);
    for (const longer of [quarter, year]) {
      const of = spanOf(longer);
      if (of && of.until === end && of.from >= span.from) found.add(longer);
    }
    on = end;
  }
  return [...found];
}

/** What the rules would have brought everybody, beside what they did. */
export function tryRules(trial: RuleTrial): Moved[] {
  const sides = sidesOf(trial);
  return movesOf({
    before: rulesUnder(trial, sides.before, 'before'),
    after: rulesUnder(trial, sides.after, 'after'),
  });
}

function rulesUnder(trial: RuleTrial, rulebooks: Rulebook[], side: Side): Target[] {
  const posted = replay({ ...trial, rulebooks });
  const shorts = new Map(trial.shorts);
  const held = new Map(trial.held[side]);
  const targets: Target[] = [];
  for (const period of periodsTried(trial.period, trial)) {
    const rulebook = rulebookOn(rulebooks, lastDayOf(period));
    if (!rulebook) continue;
    const before = periodBefore(period) ?? '';
    const entries = entriesIn(period, { posted, others: trial.others, targets });
    const seen = wholePeriod(
      {
        ...{ period, entries, facts: factsIn(period, trial), units: trial.units },
        ...{ people: trial.people, tallies: trial.filed.get(period) ?? { units: {}, people: {} } },
        ...{ shortBefore: shorts.get(before) ?? [], held: held.get(before) ?? new Map() },
      },
      periodRulesFor(rulebook, period),
      spanOf(period)?.from ?? '',
    );
    const brought = evaluatePeriod(rulebook, seen);
    shorts.set(period, shortRuns(quotaProgress(rulebook, seen)).shorts);
    held.set(period, heldBy(rulebook, period, { held: held.get(before), entries, brought }));
    targets.push(...brought);
  }
  return targets;
}

/** What counts in the period: replayed, by hand, and by the rules of the periods closed before it. */
function entriesIn(
  period: PeriodKey,
  all: { posted: Replayed[]; others: OtherEntry[]; targets: Target[] },
): RuleEntry[] {
  const isIn = isWithin(period);
  return [
    ...all.posted.filter(({ month }) => isIn(`${month}-01`)),
    ...all.others.filter(({ periodOn }) => isIn(periodOn)),
    ...all.targets.filter(({ occurredOn }) => isIn(occurredOn)).map(entryOf),
  ];
}

const factsIn = (period: PeriodKey, { facts }: RuleTrial) =>
  facts
    .map(({ fact }) => fact)
    .filter(({ countsOn, occurredOn }) => isWithin(period)(countsOn ?? occurredOn));

function isWithin(period: PeriodKey): (on: string) => boolean {
  const { from, until } = spanOf(period) ?? { from: '', until: '' };
  return (on) => on >= from && on < until;
}

const entryOf = ({ account, book, amount, category, causeId }: Target): RuleEntry => ({
  ...{ ownerKey: ownerKeyOf(account), book, amount, category, causeId },
  ...{ causeKind: 'period', workId: null, title: '' },
});

/** What waits for the minimum payout after the period. */
function heldBy(
  rulebook: Rulebook,
  period: PeriodKey,
  seen: { held: Map<string, Held[]> | undefined; entries: RuleEntry[]; brought: Target[] },
): Map<string, Held[]> {
  const yuan = [...seen.entries, ...seen.brought.map(entryOf)].filter(
    ({ book }) => book === 'yuan',
  );
  return new Map(
    (['person', 'unit'] as const).flatMap((kind) => {
      const amounts = new Map<string, number>();
      for (const { ownerKey, amount } of yuan.filter((one) => one.ownerKey.startsWith(kind))) {
        amounts.set(ownerKey, (amounts.get(ownerKey) ?? 0) + amount);
      }
      const waiting = [...(seen.held ?? [])].filter(([ownerKey]) => ownerKey.startsWith(kind));
      const payout = payoutOf(rulebook, period, kind);
      return [...heldAfter([{ period, payout, amounts }], new Map(waiting))];
    }),
  );
}
