import type { ValueOf } from '../../contract';
import type { PeriodKey } from '../../domain/ledger/period';
import type { Trial } from '../../domain/points/trial';

/** A dry run as the phone shows it; `basis` is what it would begin on now. */
export function viewTrial(
  trial: Trial,
  { plan, basis }: { plan: PeriodKey[]; basis: string },
): ValueOf<'rulebook.try'>['trial'] {
  const {
    runId,
    version,
    period,
    stage,
    at,
    works,
    facts,
    moved,
    touched,
    startedAt,
    isHeldTaken,
  } = trial;
  const place = at === null ? plan.length : Math.max(0, plan.indexOf(at));
  return {
    ...{ id: runId, step: version, period, startedAt, at, works, facts, moved, touched },
    ...{ isHeldTaken, isDone: stage === 'done', isStale: trial.basis !== basis },
    ...{ place, places: plan.length },
  };
}
