import type { Person } from '../../domain/people/person';
import type { Period } from '../../domain/period/period';
import { keepsRulebook } from '../../domain/points/keepers';
import { create, replace, type Change } from '../../kernel/change';
import type { Decision } from '../../kernel/decision';
import { commitChanges } from '../commit-changes';
import { refused, type CommandScene } from '../handler';
import { viewPeriod } from './view-period';

export interface PeriodChange {
  period: Period;
  /** What is written with it. */
  more: Change[];
}

export interface Loaded {
  person: Person;
  before: Period | undefined;
}

type RefusalIn<Made> = Made extends { accepted: false; refusal: infer Refusal } ? Refusal : never;

/** What every act on a period does: only whoever runs the bulletins, on the version that was seen. */
export async function changePeriod<Made extends Decision<PeriodChange>>(
  scene: CommandScene,
  target: { period: string; version: number },
  decide: (loaded: Loaded) => Made | Promise<Made>,
) {
  const { store, on } = scene;
  const [person, [before]] = await Promise.all([
    scene.person(),
    store.readPeriods([target.period]),
  ]);
  if (!person) return refused('not_bound');
  if (!keepsRulebook(person, on)) return refused('not_allowed');
  const decision: Decision<PeriodChange> = await decide({ person, before });
  // The refusal is one of those that `decide` is typed to give.
  if (!decision.accepted) return refused(decision.refusal as RefusalIn<Made>);
  if ((before?.version ?? 0) !== target.version) return refused('changed_meanwhile');
  const { period, more } = decision.changes;
  return commitChanges(scene, {
    changes: [periodChange(period), ...more],
    ...{ subjectId: period._id, byId: person._id },
    value: { period: viewPeriod(period._id, period, { person, on }) },
  });
}

export function periodChange(period: Period): Change {
  return period.version === 1 ? create('periods', period) : replace('periods', period);
}
