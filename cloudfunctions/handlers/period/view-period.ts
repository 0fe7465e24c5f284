import type { ValueOf } from '../../contract';
import type { Person } from '../../domain/people/person';
import { actsOn, type Period } from '../../domain/period/period';
import { progressOf, type Run } from '../../domain/period/run';
import { isOffice } from '../../domain/ledger/rights';
import { keepsRulebook } from '../../domain/points/keepers';

type RunStage = Pick<Run, '_id' | 'stage' | 'purpose'>;
export type PeriodView = ValueOf<'period.list'>['periods'][number];

/** A period as lists show it; `period` is undefined while nothing was computed. */
export function viewPeriod(
  key: string,
  period: Period | undefined,
  { person, on, runs = [] }: { person: Person; on: string; runs?: RunStage[] },
): PeriodView {
  const run = period?.computing ? runs.find(({ _id }) => _id === key) : undefined;
  return {
    ...{ period: key, state: period?.state ?? 'open', isComputing: Boolean(period?.computing) },
    ...{ draftedAt: period?.draftedAt ?? null, noticeUntil: period?.noticeUntil ?? null },
    ...{ closedAt: period?.closedAt ?? null, closedByName: period?.closedByName ?? '' },
    digest: period?.headDigest ?? null,
    ...(run && { progress: progressOf(run) }),
    allowed: keepsRulebook(person, on) ? actsOn(key, period, on) : [],
    version: period?.version ?? 0,
  };
}

/** Drafts are the office's; what is in notice or closed is everybody's. */
export function mayRead(period: Period, person: Person, on: string): boolean {
  return period.state !== 'draft' || isOffice(person, on);
}
