/** A unit's board and a person's public card in words. */
import type { ValueOf } from '../../../cloudfunctions/contract/index';
import { plainDayWords } from '../../text/day';
import { pointsWords, standingText, type PeriodName } from '../../text/standing';
import { headOf, type HeadView, type RankingRow } from '../standing/view';

type Board = ValueOf<'unit.board'>;
type Card = Extract<ValueOf<'code.open'>, { shows: 'card' }>['card'];

export interface BoardView {
  unitName: string;
  head: HeadView;
  members: RankingRow[];
}

export interface CardView {
  name: string;
  initial: string;
  unitName: string;
  head: HeadView;
  inAll: string;
  titles: { headline: string; grey: string }[];
}

/** A unit's board in the period that it was asked for. */
export function boardOf({ standing, members }: Board, period: PeriodName): BoardView {
  return {
    unitName: standing.owner.name,
    head: headOf(standing, period),
    members: members.map(({ id, name, points, count, rank, isMine }) => ({
      ...{ id, name, isMine },
      // Who has nothing yet has no place either.
      rank: points === 0 ? '—' : String(rank),
      grey: standingText.adopted(pointsWords(count)),
      amount: pointsWords(points),
    })),
  };
}

export function cardOf({ name, unitName, ...shown }: Card, now: number): CardView {
  const rank = shown.rank === null ? standingText.noRank : standingText.publicRank(shown.rank);
  return {
    ...{ name, unitName, initial: [...name][0] ?? '' },
    head: { title: standingText.title('quarter'), points: pointsWords(shown.points), rank },
    inAll: standingText.inAll(pointsWords(shown.pointsInAll)),
    titles: shown.titles.map(({ headline, outletName, printedOn }) => ({
      headline,
      grey: `${outletName} · ${plainDayWords(printedOn, now)}`,
    })),
  };
}
