/** What the tab 榜单 shows, made from what the cloud said; no wx, so it is tested as it is. */
import type { ValueOf } from '../../../cloudfunctions/contract/index';
import {
  pointsWords,
  rankWords,
  standingText,
  type OwnerKind,
  type PeriodName,
  type Standing,
} from '../../text/standing';

type Ranking = ValueOf<'ranking.list'>;
type Line = Ranking['lines'][number];

export interface HeadView {
  title: string;
  points: string;
  rank: string;
}

export interface RankingRow {
  id: string;
  rank: string;
  name: string;
  grey: string;
  amount: string;
  isMine: boolean;
}

/** The big number of one period and its words. */
export function headOf(standing: Standing, name: PeriodName): HeadView {
  return {
    title: standingText.title(name),
    points: pointsWords(standing[name].points),
    rank: rankWords(standing[name], name, standing.owner.kind),
  };
}

/** Lines of a ranking in words; a unit's line needs no unit behind it. */
export function rowsOf(lines: Line[], kind: OwnerKind): RankingRow[] {
  return lines.map(({ rank, owner, amount, isMine }) => ({
    id: owner.id,
    rank: rank === null ? '—' : String(rank),
    name: owner.name,
    grey: kind === 'person' ? owner.unitName : '',
    amount: pointsWords(amount),
    isMine,
  }));
}

/** My own line, where it is not among those shown. */
export function mineOutside({ lines, mine }: Ranking, kind: OwnerKind): RankingRow | null {
  if (!mine || lines.some(({ isMine }) => isMine)) return null;
  return rowsOf([mine], kind)[0] ?? null;
}
