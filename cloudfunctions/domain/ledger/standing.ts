/** 积分名次: what one owner's page shows of all periods together. */
import { standingIdOf } from './append-entries';
import { accountIdOf, books, type AccountRef, type Book, type Standing } from './entry';
import { periodBefore, periodsOf, type PeriodKey } from './period';
import { rankBelow } from './rank';

const monthsShown = 12;

export interface StandingPeriods {
  /** The month, quarter, year and all time of the day. */
  current: PeriodKey[];
  /** The one before each; null before all time. */
  before: (PeriodKey | null)[];
  /** The last twelve months, oldest first. */
  months: PeriodKey[];
}

export function standingPeriods(on: string): StandingPeriods {
  const current = periodsOf(on);
  const months: PeriodKey[] = current.slice(0, 1);
  while (months.length < monthsShown) months.unshift(periodBefore(months[0] ?? '') ?? '');
  return { current, before: current.map(periodBefore), months };
}

/** Ids of the standings that the page is made of. */
export function standingIdsOf(owner: AccountRef, { current, before, months }: StandingPeriods) {
  const previous = before.filter((period) => period !== null);
  const periods = [...new Set([...current, ...previous, ...months])];
  return books.flatMap((book) =>
    periods.map((period) => standingIdOf(period, accountIdOf(owner, book))),
  );
}

/** Whom to count in one period: everybody of the kind with more points than this. */
export interface RankQuestion {
  period: PeriodKey;
  amount: number;
}

/** The ranks that the page needs: of the current periods, and of those before for the movement. */
export function rankQuestions(periods: StandingPeriods, standings: Standing[]): RankQuestion[] {
  const wanted = [...periods.current, ...periods.before];
  return wanted.flatMap((period) => {
    const standing = standings.find((one) => one.period === period && one.book === 'points');
    return standing ? [{ period: standing.period, amount: standing.amount }] : [];
  });
}

/** How many stand above, up to the most that are counted, and the least that one of them has. */
export interface RankAnswer {
  period: PeriodKey;
  above: number;
  nextAmount: number | null;
}

export interface PeriodStanding {
  period: PeriodKey;
  points: number;
  count: number;
  yuan: number;
  rank: number | null;
  movement: number | null;
  toNext: number | null;
}

/** One period's line. */
export function periodStanding(
  period: PeriodKey,
  before: PeriodKey | null,
  { standings, ranks }: { standings: Standing[]; ranks: RankAnswer[] },
): PeriodStanding {
  const amountIn = (book: Book) => amountOf(standings, period, book);
  const answer = ranks.find((one) => one.period === period);
  const rank = answer ? rankBelow(answer.above) : null;
  const earlier = ranks.find((one) => one.period === before);
  const earlierRank = earlier ? rankBelow(earlier.above) : null;
  const next = answer?.nextAmount ?? null;
  return {
    ...{ period, points: amountIn('points'), count: amountIn('count'), yuan: amountIn('yuan') },
    rank,
    movement: rank === null || earlierRank === null ? null : earlierRank - rank,
    toNext: rank === null || next === null ? null : next - amountIn('points'),
  };
}

/** 0 where nothing was posted. */
export function amountOf(standings: Standing[], period: PeriodKey, book: Book): number {
  return standings.find((one) => one.period === period && one.book === book)?.amount ?? 0;
}
