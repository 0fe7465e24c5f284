/**
 * 起付线: yuan wait until they have come to the least that is paid out, and lapse when they wait too
 * long. What came to it is due from that close on, paid or not, and never lapses.
 */
import { periodWords, sayAmount } from '../../wording/points';
import type { AccountRef } from '../ledger/entry';
import { spanOf, type PeriodKey } from '../ledger/period';
import { lastDayOf } from '../period/period';
import { periodRulesFor, type Held } from './period-facts';
import type { PeriodRule, Rulebook } from './rulebook';

export type Payout = Extract<PeriodRule['effect'], { kind: 'payout' }>;

/** Money that waits, as it is kept between steps. */
export type HeldBy = { ownerKey: string; parts: Held[] }[];

/** What a period brought, in yuan, by owner; and the rule that held it back, where there was one. */
export interface PaidPeriod {
  period: PeriodKey;
  payout: Payout | undefined;
  /** With what lapsed in it. */
  amounts: Map<string, number>;
}

/** The rule of the period's length for people or for units; the first where there are several. */
export function payoutOf(
  rulebook: Rulebook | undefined,
  period: PeriodKey,
  account: AccountRef['kind'],
): Payout | undefined {
  if (!rulebook) return undefined;
  const rules = periodRulesFor(rulebook, period).filter((rule) => rule.account === account);
  return rules.flatMap(({ effect }) => (effect.kind === 'payout' ? [effect] : []))[0];
}

/** What still waits after some periods, oldest first, by owner. */
export function heldAfter(
  periods: PaidPeriod[],
  before = new Map<string, Held[]>(),
): Map<string, Held[]> {
  return periods.reduce((held, { period, payout, amounts }) => {
    const owners = new Set([...held.keys(), ...amounts.keys()]);
    const next = [...owners].map((owner): [string, Held[]] => {
      const brought = { period, amount: amounts.get(owner) ?? 0 };
      return [owner, payout ? heldOf(held.get(owner) ?? [], brought, payout) : []];
    });
    return new Map(next.filter(([, parts]) => parts.length > 0));
  }, before);
}

function heldOf(
  held: Held[],
  { period, amount }: { period: PeriodKey; amount: number },
  { least, months }: Payout,
): Held[] {
  const total = sum(held) + amount;
  if (total >= least) return [];
  const oldest = oldestDay(period, months);
  const waiting = held.filter(({ earnedOn }) => earnedOn >= oldest);
  // What lapsed is in the period's own amount already.
  const own = { amount: total - sum(waiting), earnedOn: lastDayOf(period) };
  return own.amount > 0 ? [...waiting, own] : less(waiting, -own.amount);
}

/** A deduction takes from what waited longest. */
function less(held: Held[], deduction: number): Held[] {
  let left = deduction;
  return held.flatMap(({ amount, earnedOn }) => {
    const taken = Math.min(left, amount);
    left -= taken;
    return amount > taken ? [{ amount: amount - taken, earnedOn }] : [];
  });
}

/** Too little for too long: what is older than the months allowed lapses. */
export function lapseOf(
  held: Held[],
  { period, amount }: { period: PeriodKey; amount: number },
  { least, months }: Payout,
): { amount: number; words: string } | null {
  const total = sum(held) + amount;
  if (total >= least) return null;
  const oldest = oldestDay(period, months);
  const lapsed = sum(held.filter(({ earnedOn }) => earnedOn < oldest));
  return {
    amount: -Math.max(0, Math.min(lapsed, total)),
    words: periodWords.lapse(months, sayAmount(least), sayAmount(lapsed)),
  };
}

/** The first day whose money may still wait at the end of a period. */
function oldestDay(period: PeriodKey, months: number): string {
  const [year = 0, month = 1] = (spanOf(period)?.until ?? '').split('-').map(Number);
  const at = year * 12 + month - 1 - months;
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-01`;
}

const sum = (held: Held[]) => held.reduce((all, { amount }) => all + amount, 0);
