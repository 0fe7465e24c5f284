import type { ValueOf } from '../../contract';
import type { Person } from '../../domain/people/person';
import { actsOn, type Period } from '../../domain/period/period';
import { isOffice } from '../../domain/ledger/rights';
import { keepsRulebook } from '../../domain/points/keepers';

export type PeriodView = ValueOf<'period.list'>['periods'][number];

/** A period as lists show it; `period` is undefined while nothing was computed. */
export function viewPeriod(
  key: string,
  period: Period | undefined,
  { person, on }: { person: Person; on: string },
): PeriodView {
  return {
    ...{ period: key, state: period?.state ?? 'open', isComputing: Boolean(period?.computing) },
    ...{ draftedAt: period?.draftedAt ?? null, noticeUntil: period?.noticeUntil ?? null },
    ...{ closedAt: period?.closedAt ?? null, closedByName: period?.closedByName ?? '' },
    digest: period?.headDigest ?? null,
    allowed: keepsRulebook(person, on) ? actsOn(key, period, on) : [],
    version: period?.version ?? 0,
  };
}

/** Drafts are the office's; what is in notice or closed is everybody's. */
export function mayRead(period: Period, person: Person, on: string): boolean {
  return period.state !== 'draft' || isOffice(person, on);
}
