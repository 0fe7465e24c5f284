/**
 * 试算账期规则: the rules of a past period, and of the months and quarters within it, under what is in
 * force and under a draft. The same facts are put together and the same rules applied as at a closing.
 */
import { ownerKeyOf } from '../ledger/entry';
import { periodsOf, spanOf, type PeriodKey } from '../ledger/period';
import { lastDayOf } from '../period/period';
import { sidesOf, type DryRun } from '../points/dry-run';
import { evaluatePeriod } from '../points/evaluate-period';
import { periodRulesFor, type Held } from '../points/period-facts';
import type { Gathered } from '../points/period-sums';
import { heldAfter, payoutOf } from '../points/payout';
import { rulebookOn, type Rulebook } from '../points/rulebook';
import type { Target } from '../points/target';
import type { RuleEntry } from '../points/rule-entry';
import { sumEntries } from './fold-entries';
import { periodFacts, type RuleMaterial } from './rule-facts';

/** One period under the rulebooks of one side. */
export interface PeriodTrial extends Omit<RuleMaterial, 'shortBefore'> {
  rulebooks: Rulebook[];
}

export interface PeriodTried {
  /** What its rules bring. */
  targets: Target[];
  /** Yuan that wait for the minimum payout after it, by `<kind>:<id>`. */
  held: Map<string, Held[]>;
}

/** The period with all within it, in the order of their closing, as far as they have any rule. */
export function periodsTried(period: PeriodKey, books: DryRun): PeriodKey[] {
  const { before, after } = sidesOf(books);
  return periodsWithin(period).filter((key) =>
    [before, after].some((rulebooks) => {
      const rulebook = rulebookOn(rulebooks, lastDayOf(key));
      return rulebook !== undefined && periodRulesFor(rulebook, key).length > 0;
    }),
  );
}

/** Its months, each quarter after its third one, and the year at the end. */
export function periodsWithin(period: PeriodKey): PeriodKey[] {
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

/** What the period's rules bring. How long a quota was missed before names people, and moves nobody. */
export function tryPeriod({ rulebooks, ...material }: PeriodTrial): PeriodTried {
  const { period, gathered, held } = material;
  const rulebook = rulebookOn(rulebooks, lastDayOf(period));
  if (!rulebook) return { targets: [], held: new Map() };
  const seen = periodFacts({ ...material, shortBefore: [] }, spanOf(period)?.from ?? '');
  const targets = evaluatePeriod(rulebook, seen);
  return { targets, held: heldBy(rulebook, period, { held, gathered, targets }) };
}

/** What rules brought, as the rules of a longer period see it. */
export const entryOf = ({ account, book, amount, category, causeId }: Target): RuleEntry => ({
  ...{ ownerKey: ownerKeyOf(account), book, amount, category, causeId },
  ...{ causeKind: 'period', workId: null, title: '' },
});

/** What waits for the minimum payout after the period. */
function heldBy(
  rulebook: Rulebook,
  period: PeriodKey,
  seen: { held: Map<string, Held[]>; gathered: Gathered; targets: Target[] },
): Map<string, Held[]> {
  const all = [...sumEntries(seen.gathered.owners), ...seen.targets.map(entryOf)];
  const yuan = all.filter(({ book }) => book === 'yuan');
  return new Map(
    (['person', 'unit'] as const).flatMap((kind) => {
      const amounts = new Map<string, number>();
      for (const { ownerKey, amount } of yuan.filter((one) => one.ownerKey.startsWith(kind))) {
        amounts.set(ownerKey, (amounts.get(ownerKey) ?? 0) + amount);
      }
      const waiting = [...seen.held].filter(([ownerKey]) => ownerKey.startsWith(kind));
      const payout = payoutOf(rulebook, period, kind);
      return [...heldAfter([{ period, payout, amounts }], new Map(waiting))];
    }),
  );
}
