/** Dry runs to their end, through calls or on a store in memory; and the same in one go, to compare with. */
import type { ValueOf } from '../../../cloudfunctions/contract';
import type { RuleEntry } from '../../../cloudfunctions/domain/points/rule-entry';
import { noTallies, type Tallies } from '../../../cloudfunctions/domain/bulletin/tally';
import {
  entryOf,
  periodsTried,
  tryPeriod,
} from '../../../cloudfunctions/domain/bulletin/try-rules';
import { periodBefore, spanOf, type PeriodKey } from '../../../cloudfunctions/domain/ledger/period';
import {
  addUp,
  movesOf,
  sides,
  sidesOf,
  type DryRun,
  type Moved,
  type Side,
} from '../../../cloudfunctions/domain/points/dry-run';
import { lastDayOf } from '../../../cloudfunctions/domain/period/period';
import type { RuleFact } from '../../../cloudfunctions/domain/points/facts';
import { periodRulesFor, type Held } from '../../../cloudfunctions/domain/points/period-facts';
import { replay, type Replay } from '../../../cloudfunctions/domain/points/replay';
import { rulebookOn } from '../../../cloudfunctions/domain/points/rulebook';
import type { Phone } from '../county/county';
import { wholeGathered } from './whole-period';

export type Move = ValueOf<'trial.show'>['moves'][number];
export type TrialView = ValueOf<'rulebook.try'>['trial'];

/** Step after step as a phone does, then every page of the result. */
export async function tried(
  { value }: Pick<Phone, 'value'>,
  period: PeriodKey,
): Promise<{ trial: TrialView; moves: Move[]; calls: number }> {
  let { trial } = await value('rulebook.try', { period, run: null });
  let calls = 1;
  for (; !trial.isDone; calls += 1) {
    const run = { id: trial.id, step: trial.step };
    ({ trial } = await value('rulebook.try', { period, run }));
  }
  return { trial, moves: await movesOfAll({ value }), calls };
}

export async function movesOfAll({ value }: Pick<Phone, 'value'>): Promise<Move[]> {
  const moves: Move[] = [];
  for (let page = 0; ; page += 1) {
    const more = (await value('trial.show', { page })).moves;
    moves.push(...more);
    if (more.length === 0) return moves;
  }
}

/** An entry that was posted by hand, with the day that counts. */
export type HandPosted = RuleEntry & { periodOn: string };

export interface WholeTrial
  extends DryRun, Pick<Replay, 'works' | 'facts' | 'covered'>, Pick<RuleTried, 'units' | 'people'> {
  period: PeriodKey;
  hand: HandPosted[];
  /** Stories filed in each of the periods. */
  filed: Map<PeriodKey, Tallies>;
  /** Money that waits before the first period of each length, by that before it. */
  held: Record<Side, Map<PeriodKey, Map<string, Held[]>>>;
}
type RuleTried = Parameters<typeof tryPeriod>[0];

/** Everything at once, in memory: what all steps together have to come to. */
export function tryWhole(trial: WholeTrial): Moved[] {
  const sums = new Map<string, Moved>();
  for (const side of sides) {
    const { posted, brought } = sideOf(trial, side);
    const inSpan = trial.hand.filter(({ periodOn }) => isWithin(trial.period)(periodOn));
    addUp(sums, side, [...posted, ...inSpan, ...brought]);
  }
  return movesOf(sums.values());
}

/** What the period's rules alone bring. */
export function tryRules(trial: WholeTrial): Moved[] {
  const sums = new Map<string, Moved>();
  for (const side of sides) addUp(sums, side, sideOf(trial, side).brought);
  return movesOf(sums.values());
}

function sideOf(trial: WholeTrial, side: Side) {
  const rulebooks = sidesOf(trial)[side];
  const span = spanOf(trial.period) ?? { from: '', until: '' };
  const posted = replay({ ...trial, rulebooks, span });
  const held = new Map(trial.held[side]);
  const brought: RuleEntry[] = [];
  const days = new Map<RuleEntry, string>();
  for (const period of periodsTried(trial.period, trial)) {
    const isIn = isWithin(period);
    const entries = [
      ...posted.filter(({ month }) => isIn(`${month}-01`)),
      ...trial.hand.filter(({ periodOn }) => isIn(periodOn)),
      ...brought.filter((entry) => isIn(days.get(entry) ?? '')),
    ];
    const facts: RuleFact[] = trial.facts
      .map(({ fact }) => fact)
      .filter(({ countsOn, occurredOn }) => isIn(countsOn ?? occurredOn));
    const material = {
      ...{ period, units: trial.units, people: trial.people, shortBefore: [] },
      ...{ tallies: trial.filed.get(period) ?? noTallies },
      held: held.get(periodBefore(period) ?? '') ?? new Map<string, Held[]>(),
    };
    const rulebook = rulebookOn(rulebooks, lastDayOf(period));
    const rules = rulebook ? periodRulesFor(rulebook, period) : [];
    const from = spanOf(period)?.from ?? '';
    const gathered = wholeGathered({ ...material, entries, facts }, rules, from);
    const after = tryPeriod({ ...material, rulebooks, gathered });
    held.set(period, after.held);
    for (const target of after.targets) {
      const entry = entryOf(target);
      days.set(entry, target.occurredOn);
      brought.push(entry);
    }
  }
  return { posted, brought };
}

function isWithin(period: PeriodKey): (on: string) => boolean {
  const { from, until } = spanOf(period) ?? { from: '', until: '' };
  return (on) => on >= from && on < until;
}
