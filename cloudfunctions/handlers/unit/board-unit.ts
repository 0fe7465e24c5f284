import type { ValueOf } from '../../contract';
import { maySeeMoney } from '../../domain/ledger/rights';
import { ranksOf } from '../../domain/ledger/rank';
import { amountOf, standingIdsOf, standingPeriods } from '../../domain/ledger/standing';
import { membershipsOn } from '../../domain/people/person';
import type { Board } from '../../store/standings';
import { refused, type QueryHandler } from '../handler';
import { viewStanding } from '../standing/view-standing';

/** `unit.board`: a unit's standing and its members, most points first; those without any as well. */
export const boardUnitHandler: QueryHandler<'unit.board'> = async ({ unitId, period }, scene) => {
  const person = await scene.person();
  if (!person) return refused('not_bound');
  const id = unitId ?? membershipsOn(person, scene.on)[0]?.unitId;
  if (id === undefined) return refused('not_found');
  const standingIds = standingIdsOf({ kind: 'unit', id }, standingPeriods(scene.on));
  const board = await scene.store.readBoard({ unitId: id, standingIds, period });
  if (!board) return refused('not_found');
  const { owner, standings } = board;
  const mayMoney = maySeeMoney(person, owner, scene.on);
  const standing = await viewStanding(scene, { owner, standings, mayMoney, tasksOf: null });
  return { ok: true, value: { standing, members: viewMembers(board, period, person._id) } };
};

function viewMembers(
  { members, ofMembers }: Board,
  period: string,
  mineId: string,
): ValueOf<'unit.board'>['members'] {
  const lines = members
    .map(({ _id, name }) => {
      const own = ofMembers.filter(({ ownerId }) => ownerId === _id);
      const points = amountOf(own, period, 'points');
      return { id: _id, name, points, count: amountOf(own, period, 'count') };
    })
    .sort((left, right) => right.points - left.points || (left.id < right.id ? -1 : 1));
  const ranks = ranksOf(lines.map(({ points }) => points));
  return lines.map((line, n) => ({
    ...{ ...line, rank: ranks[n] ?? 0, isMine: line.id === mineId },
  }));
}
