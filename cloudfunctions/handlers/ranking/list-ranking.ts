import type { ValueOf } from '../../contract';
import { rankBelow, rankMax, ranksOf } from '../../domain/ledger/rank';
import { isOffice } from '../../domain/ledger/rights';
import { membershipsOn } from '../../domain/people/person';
import type { RankedStanding, RankingCursor } from '../../store/standings';
import { refused, type QueryHandler, type Scene } from '../handler';

type Line = ValueOf<'ranking.list'>['lines'][number];

/** `ranking.list`: the top fifty and my own place; two round trips where I am among them. */
export const listRankingHandler: QueryHandler<'ranking.list'> = async (input, scene) => {
  const person = await scene.person();
  if (!person) return refused('not_bound');
  const { kind, period, book } = input;
  if (book === 'yuan' && !isOffice(person, scene.on)) return refused('not_allowed');
  const unitId = membershipsOn(person, scene.on)[0]?.unitId ?? null;
  const mineId = kind === 'person' ? person._id : unitId;
  const after = readCursor(input.after);
  const page = await scene.store.listRanking({ kind, period, book, mineId, after });
  const start = after ?? undefined;
  const ranks = ranksOf(
    page.standings.map(({ amount }) => amount),
    start,
  );
  const lines = page.standings.map((standing, n) => lineOf(standing, ranks[n] ?? null, mineId));
  const mine =
    page.mine && (lines.find(({ isMine }) => isMine) ?? (await mineOf(scene, page.mine)));
  const last = page.isMore ? page.standings.at(-1) : undefined;
  const place = (after?.place ?? 0) + page.standings.length;
  const next = last ? [last.amount, last.ownerId, ranks.at(-1), place].join(' ') : null;
  return { ok: true, value: { lines, mine: mine ?? null, after: next } };
};

async function mineOf({ store }: Scene, mine: RankedStanding): Promise<Line> {
  const { kind, book, period, amount } = mine;
  const questions = [{ period, amount }];
  const asked = { kind, book, questions, most: rankMax, tasksOf: null };
  const { ranks } = await store.readRanks(asked);
  return lineOf(mine, rankBelow(ranks[0]?.above ?? rankMax), mine.ownerId);
}

function lineOf(standing: RankedStanding, rank: number | null, mineId: string | null): Line {
  const { kind, ownerId: id, name, unitId, unitName, amount } = standing;
  const owner = { kind, id, name, unitId, unitName };
  return { rank, owner, amount, isMine: id === mineId };
}

/** What is not a cursor of ours begins at the top. */
function readCursor(text: string | null): RankingCursor | null {
  if (text === null) return null;
  const [amount, ownerId, rank, place] = text.split(' ');
  const numbers = [amount, rank, place].map(Number);
  if (ownerId === undefined || !numbers.every(Number.isSafeInteger)) return null;
  return { amount: Number(amount), ownerId, rank: Number(rank), place: Number(place) };
}
