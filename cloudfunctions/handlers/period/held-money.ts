/** Yuan that wait for the minimum payout before a period, replayed from what the ledger has of each one. */
import { periodBefore, type PeriodKey } from '../../domain/ledger/period';
import { lastDayOf } from '../../domain/period/period';
import { nextStage, type Run } from '../../domain/period/run';
import type { Held } from '../../domain/points/period-facts';
import { heldAfter, payoutOf } from '../../domain/points/payout';
import { rulebookOn, type Rulebook } from '../../domain/points/rulebook';
import type { Store } from '../../store';
import { pageSize, type Step, type Stepping } from './stepping';

/** Nothing waits longer than a rule can say. */
const periodsBack = 60;
/** Earlier periods a step, each a page or two of its standings. */
const periodsAtOnce = 6;

type Kind = 'person' | 'unit';
type HeldByOwner = Map<string, Held[]>;
type StandingStore = Pick<Store, 'pageStandingsOf'>;

/** By `<kind>:<id>`; empty where no rule of the period pays out by a minimum. */
export async function heldBefore(
  store: StandingStore,
  period: PeriodKey,
  rulebooks: Rulebook[],
): Promise<HeldByOwner> {
  let held: HeldByOwner = new Map();
  for (const one of pastOf(period, rulebooks)) held = await goneThrough(store, held, one);
  return held;
}

/** The same, some of the earlier periods a step. */
export async function holdMoney({ store }: Stepping, run: Run): Promise<Step> {
  const past = pastOf(run._id, await store.readRulebooks());
  const from = Number(run.after ?? 0);
  let held: HeldByOwner = new Map(run.held.map(({ ownerKey, parts }) => [ownerKey, parts]));
  for (const one of past.slice(from, from + periodsAtOnce)) {
    held = await goneThrough(store, held, one);
  }
  const next: Run = {
    ...{ ...run, after: String(from + periodsAtOnce) },
    held: [...held].map(([ownerKey, parts]) => ({ ownerKey, parts })),
  };
  return { run: from + periodsAtOnce < past.length ? next : nextStage(next), changes: [] };
}

interface Past {
  period: PeriodKey;
  kind: Kind;
  payout: ReturnType<typeof payoutOf>;
}

/** Those of the same length without a gap, oldest first: before a rule was there nothing waited. */
function pastOf(period: PeriodKey, rulebooks: Rulebook[]): Past[] {
  const payoutIn = (key: PeriodKey, kind: Kind) =>
    payoutOf(rulebookOn(rulebooks, lastDayOf(key)), key, kind);
  return (['person', 'unit'] as const).flatMap((kind) => {
    const found: Past[] = [];
    if (!payoutIn(period, kind)) return found;
    for (let key = periodBefore(period); key && found.length < periodsBack;) {
      const payout = payoutIn(key, kind);
      if (!payout) break;
      found.unshift({ period: key, kind, payout });
      key = periodBefore(key);
    }
    return found;
  });
}

async function goneThrough(
  store: StandingStore,
  held: HeldByOwner,
  { period, kind, payout }: Past,
): Promise<HeldByOwner> {
  const amounts = await amountsOf(store, period, kind);
  const isOfKind = ([ownerKey]: [string, Held[]]) => ownerKey.startsWith(`${kind}:`);
  const before = new Map([...held].filter(isOfKind));
  const others = [...held].filter((one) => !isOfKind(one));
  return new Map([...others, ...heldAfter([{ period, payout, amounts }], before)]);
}

async function amountsOf(
  store: StandingStore,
  period: PeriodKey,
  kind: Kind,
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
