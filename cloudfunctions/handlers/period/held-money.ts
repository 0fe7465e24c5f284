/** Yuan that wait for the minimum payout before a period, replayed from what the ledger has of each one. */
import { periodBefore, type PeriodKey } from '../../domain/ledger/period';
import { lastDayOf } from '../../domain/period/period';
import type { Held } from '../../domain/points/period-facts';
import { heldAfter, payoutOf, type PaidPeriod } from '../../domain/points/payout';
import { rulebookOn, type Rulebook } from '../../domain/points/rulebook';
import type { Store } from '../../store';

/** Nothing waits longer than a rule can say. */
const periodsBack = 60;
const pageSize = 1000;

/** By `<kind>:<id>`; empty where no rule of the period pays out by a minimum. */
export async function heldBefore(
  store: Pick<Store, 'pageStandingsOf'>,
  period: PeriodKey,
  rulebooks: Rulebook[],
): Promise<Map<string, Held[]>> {
  const kinds = (['person', 'unit'] as const).filter((kind) => payoutIn(rulebooks, period, kind));
  const held = await Promise.all(
    kinds.map(async (kind) => {
      const past = pastPeriods(period, (key) => payoutIn(rulebooks, key, kind) !== undefined);
      const periods = past.map(async (key): Promise<PaidPeriod> => ({
        ...{ period: key, payout: payoutIn(rulebooks, key, kind) },
        amounts: await amountsOf(store, key, kind),
      }));
      return [...heldAfter(await Promise.all(periods))];
    }),
  );
  return new Map(held.flat());
}

const payoutIn = (rulebooks: Rulebook[], period: PeriodKey, kind: 'person' | 'unit') =>
  payoutOf(rulebookOn(rulebooks, lastDayOf(period)), period, kind);

/** Those of the same length without a gap, oldest first: before a rule was there nothing waited. */
function pastPeriods(period: PeriodKey, isHolding: (key: PeriodKey) => boolean): PeriodKey[] {
  const found: PeriodKey[] = [];
  for (
    let key = periodBefore(period);
    key && isHolding(key) && found.length < periodsBack;
    key = periodBefore(key)
  ) {
    found.unshift(key);
  }
  return found;
}

async function amountsOf(
  store: Pick<Store, 'pageStandingsOf'>,
  period: PeriodKey,
  kind: 'person' | 'unit',
): Promise<Map<string, number>> {
  const amounts = new Map<string, number>();
  for (let after: { amount: number; ownerId: string } | null = null; ;) {
    const page = await store.pageStandingsOf({ period, kind, book: 'yuan', after });
    for (const { ownerId, amount } of page) amounts.set(`${kind}:${ownerId}`, amount);
    const last = page.at(-1);
    if (!last || page.length < pageSize) return amounts;
    after = { amount: last.amount, ownerId: last.ownerId };
  }
}
