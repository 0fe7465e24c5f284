/** What the rules of a period see, put together from its entries, facts and counts. */
import { grouped } from '../../kernel/grouped';
import { ownerKeyOf } from '../ledger/entry';
import type { PeriodKey } from '../ledger/period';
import type { Person } from '../people/person';
import type { Unit } from '../people/unit';
import type { QuotaProgress } from '../points/evaluate-period';
import type { Held, PeriodAccount, PeriodFacts } from '../points/period-facts';
import { noSums, type Gathered } from '../points/period-sums';
import type { PeriodRule, Rulebook } from '../points/rulebook';
import type { Target } from '../points/target';
import type { Shortfall, Tallies } from './tally';

/** How long everybody was below each quota of a period; the next one counts on. */
export type ShortRuns = { ruleId: string; ownerId: string; inARow: number }[];

export interface RuleMaterial {
  period: PeriodKey;
  /** Its entries and facts, put together. */
  gathered: Gathered;
  tallies: Tallies;
  units: Pick<Unit, '_id' | 'quotaClass' | 'kind' | 'until'>[];
  people: Pick<Person, '_id' | 'unitIds' | 'leftOn'>[];
  shortBefore: ShortRuns;
  /** Yuan of earlier periods that wait for the minimum payout, by `<kind>:<id>`. */
  held: Map<string, Held[]>;
}

/** Every open unit below the organ and everybody who is there, with what the period has of them. */
export function periodFacts(material: RuleMaterial, from: string): PeriodFacts {
  const { period, units, people, gathered } = material;
  const classes = new Map(units.map(({ _id, quotaClass }) => [_id, quotaClass]));
  const isThere = (end: string | null) => end === null || end > from;
  const accounts = accountsOf(material);
  return {
    ...{ period, jury: gathered.jury, works: gathered.works },
    accounts: [
      ...units
        .filter(({ kind, until }) => kind !== 'county' && kind !== 'media' && isThere(until))
        .map(({ _id, quotaClass }) => accounts({ kind: 'unit', id: _id }, quotaClass)),
      ...people
        .filter(({ leftOn }) => isThere(leftOn))
        .map(({ _id, unitIds }) =>
          accounts({ kind: 'person', id: _id }, classes.get(unitIds[0] ?? '') ?? null),
        ),
    ],
  };
}

function accountsOf({ gathered, tallies, shortBefore, held }: RuleMaterial) {
  const sumsOf = new Map(gathered.owners.map((owner) => [owner.ownerKey, owner]));
  const shortOf = grouped(shortBefore, ({ ownerId }) => ownerId);
  return (account: PeriodAccount['account'], unitClass: string | null): PeriodAccount => {
    const { kind, id } = account;
    const tally = kind === 'unit' ? tallies.units[id] : tallies.people[id];
    const { facts, ...sums } = sumsOf.get(ownerKeyOf(account)) ?? { ...noSums, facts: [] };
    return {
      ...{ account, unitClass, filed: tally?.kinds ?? {}, facts, sums },
      unpaid: held.get(ownerKeyOf(account)) ?? [],
      shortBefore: Object.fromEntries(
        (shortOf.get(id) ?? []).map(({ ruleId, inARow }) => [ruleId, inARow]),
      ),
    };
  };
}

/** What the next period has to know, and whom this one names. */
export function shortRuns(progress: QuotaProgress[]): { shorts: ShortRuns; named: string[] } {
  const shorts = progress
    .filter(({ shortInARow }) => shortInARow > 0)
    .map(({ ruleId, ownerId, shortInARow }) => ({ ruleId, ownerId, inARow: shortInARow }));
  const named = progress.filter(({ isNamed }) => isNamed).map(({ ownerId }) => ownerId);
  return { shorts, named: [...new Set(named)] };
}

/** Of quotas of things counted, such as stories and trainings; points that are missing are no stories. */
export function shortfallsOf(
  progress: QuotaProgress[],
  { periodRules }: Pick<Rulebook, 'periodRules'>,
  units: Pick<Unit, '_id'>[],
): Shortfall[] {
  const counted = new Set(periodRules.filter(countsThings).map(({ id }) => id));
  const isUnit = new Set(units.map(({ _id }) => _id));
  return progress
    .filter(({ ruleId, ownerId }) => counted.has(ruleId) && isUnit.has(ownerId))
    .filter(({ have, need }) => have < need)
    .map(({ ownerId, have, need }) => ({
      unitId: ownerId,
      count: Math.ceil((need - have) / 100),
    }));
}

const countsThings = ({ effect }: PeriodRule) =>
  effect.kind === 'quota' && ['entries', 'filings', 'facts'].includes(effect.of.kind);

/** Targets of one owner, which are posted together. */
export interface OwnerTargets {
  ownerKey: string;
  unitId: string;
  targets: Target[];
}

export function byOwner(
  targets: Target[],
  people: Pick<Person, '_id' | 'unitIds'>[],
  rootId: string,
): OwnerTargets[] {
  const unitOf = new Map(people.map(({ _id, unitIds }) => [_id, unitIds[0] ?? rootId]));
  return [...grouped(targets, ({ account }) => ownerKeyOf(account))].flatMap(([ownerKey, own]) => {
    const [first] = own;
    if (!first) return [];
    const { kind, id } = first.account;
    return [{ ownerKey, unitId: kind === 'unit' ? id : (unitOf.get(id) ?? rootId), targets: own }];
  });
}
