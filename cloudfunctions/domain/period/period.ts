/**
 * 账期: open → draft → notice → closing → closed. Nothing leads back: what is dated in a closed period
 * counts in the next one.
 */
import { startOfDay } from '../../kernel/days';
import { accept, refuse, type Decision } from '../../kernel/decision';
import { periodBefore, periodsOf, spanOf, type PeriodKey } from '../ledger/period';
import type { Column, Figures } from '../bulletin/columns';

export interface Period {
  _id: PeriodKey;
  state: 'draft' | 'notice' | 'closing' | 'closed';
  /** What its run (`period_runs/<key>`) computes at the moment; null while there is none. */
  computing: 'draft' | 'final' | null;
  draftedAt: number | null;
  noticeUntil: string | null;
  closedAt: number | null;
  closedByName: string;
  /** Where its figures lie; null until the first are computed. */
  bulletin: BulletinHead | null;
  /** Over the heads of all accounts, and in how many pages these are kept, once it is closed. */
  headDigest?: string;
  headPages?: number;
  version: number;
}

/** What a bulletin says above its lines; these are pages in `bulletin_pages`. */
export interface BulletinHead {
  /** Which computation: part of its pages' ids. */
  round: number;
  columns: Column[];
  totals: Figures;
  unitCount: number;
  personCount: number;
  unitPages: number;
  personPages: number;
  zero: string[];
  named: string[];
}

export interface Moment {
  at: number;
  on: string;
}

type Act = 'draft' | 'publish' | 'close' | 'export';

export function hasBegun(period: PeriodKey, on: string): boolean {
  return (spanOf(period)?.from ?? '9999') <= on;
}

export function isOver(period: PeriodKey, on: string): boolean {
  return (spanOf(period)?.until ?? '9999') <= on;
}

/** The last day of a period. */
export function lastDayOf(period: PeriodKey): string {
  const until = spanOf(period)?.until ?? '1970-01-02';
  return new Date(Date.parse(until) - 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}

/** The figures are to be computed, for the first time or anew; in notice it stays in notice. */
export function draftPeriod(
  key: PeriodKey,
  before: Period | undefined,
  { on }: Moment,
): Decision<{ period: Period }, 'period_not_begun' | 'period_computing' | 'period_closed'> {
  if (!hasBegun(key, on)) return refuse('period_not_begun');
  if (before?.state === 'closed') return refuse('period_closed');
  if (before?.computing) return refuse('period_computing');
  const begun: Period = {
    ...{ _id: key, state: 'draft', computing: null, draftedAt: null, noticeUntil: null },
    ...{ closedAt: null, closedByName: '', bulletin: null, version: 0 },
  };
  const known = before ?? begun;
  return accept({ period: { ...known, computing: 'draft', version: known.version + 1 } });
}

/** Up for everybody, for so many days. */
export function publishPeriod(
  period: Period | undefined,
  { on, noticeDays }: { on: string; noticeDays: number },
): Decision<{ period: Period }, 'period_not_drafted' | 'period_computing' | 'period_not_over'> {
  if (period?.state !== 'draft') return refuse('period_not_drafted');
  if (period.computing) return refuse('period_computing');
  if (!isOver(period._id, on)) return refuse('period_not_over');
  const noticeUntil = daysLater(on, noticeDays);
  return accept({
    period: { ...period, state: 'notice', noticeUntil, version: period.version + 1 },
  });
}

export interface ClosingScene {
  /** Appeals against its entries that nobody has answered. */
  openAppeals: number;
  /** Periods that have to be closed before it and are not. */
  earlier: PeriodKey[];
  /** Whose act; empty for the clock. */
  byName: string;
}

/** Its last figures are computed once nothing more can be posted into it. */
export function closePeriod(
  period: Period | undefined,
  { openAppeals, earlier, byName }: ClosingScene,
): Decision<
  { period: Period },
  'period_not_in_notice' | 'period_computing' | 'appeal_open' | 'earlier_open'
> {
  if (period?.state !== 'notice') return refuse('period_not_in_notice');
  if (period.computing) return refuse('period_computing');
  if (earlier.length > 0) return refuse('earlier_open');
  if (openAppeals > 0) return refuse('appeal_open');
  return accept({
    period: {
      ...{ ...period, state: 'closing', computing: 'final', closedByName: byName },
      version: period.version + 1,
    },
  });
}

/** What whoever runs the bulletins may do now; the last figures need no hand. */
export function actsOn(key: PeriodKey, period: Period | undefined, on: string): Act[] {
  const exported: Act[] = period?.bulletin ? ['export'] : [];
  if (period?.computing || period?.state === 'closed') return exported;
  if (!period) return hasBegun(key, on) ? ['draft'] : [];
  const next: Act[] =
    period.state === 'notice' ? ['close'] : period.bulletin && isOver(key, on) ? ['publish'] : [];
  return ['draft', ...next, ...exported];
}

/** What ended last before this day: a month, a quarter and a year. */
export function endedBefore(on: string): PeriodKey[] {
  return periodsOf(on).flatMap((period) => periodBefore(period) ?? []);
}

/** Months of the past that an office may still draft: what the clock missed has to be closed as well. */
const monthsBack = 24;

/** Everything that ended before this day and after the organ was founded, the newest month first. */
export function endedSince(foundedOn: string, on: string): PeriodKey[] {
  const [running = ''] = periodsOf(on);
  const found = new Set<PeriodKey>();
  let month = periodBefore(running);
  for (let back = 0; month && back < monthsBack; back += 1, month = periodBefore(month)) {
    for (const period of periodsOf(lastDayOf(month))) {
      const until = spanOf(period)?.until;
      if (until !== undefined && foundedOn < until && isOver(period, on)) found.add(period);
    }
  }
  return [...found];
}

/** Minutes after midnight before the first draft: what was filed at the last moment has arrived. */
const draftAfterMs = 30 * 60 * 1000;

/** Is it time for the clock to draft it? An organ founded later has nothing to say of it. */
export function isDraftDue(key: PeriodKey, at: number, foundedOn: string): boolean {
  const until = spanOf(key)?.until ?? '9999-01-01';
  return foundedOn < until && at >= startOfDay(until) + draftAfterMs;
}

/** Has the notice ended, so that the clock may close it? */
export function isNoticeOver({ state, computing, noticeUntil }: Period, on: string): boolean {
  return state === 'notice' && computing === null && noticeUntil !== null && noticeUntil <= on;
}

/**
 * What has to be closed first: the period of the same length before it and the months and quarters
 * within it, as far as they end after the organ was founded.
 */
export function requiredBefore(key: PeriodKey, foundedOn: string): PeriodKey[] {
  const span = spanOf(key);
  if (!span) return [];
  const places = /Q/.test(key) ? [0] : /-/.test(key) ? [] : [0, 1];
  const within = places.flatMap((place) => {
    const found: PeriodKey[] = [];
    for (
      let last = periodsOf(lastDayOf(key))[place];
      last;
      last = periodBefore(last) ?? undefined
    ) {
      if ((spanOf(last)?.from ?? '') < span.from) break;
      found.push(last);
    }
    return found;
  });
  const before = periodBefore(key);
  return [...(before ? [before] : []), ...within].filter(
    (period) => foundedOn < (spanOf(period)?.until ?? ''),
  );
}

function daysLater(on: string, days: number): string {
  return new Date(Date.parse(on) + days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}
