import { columnsOf } from '../../domain/draft/columns';
import { refused, type QueryHandler } from '../handler';

const dayMs = 24 * 60 * 60 * 1000;
/** A column that nobody used for so long has probably ended. */
const usedDays = 180;

/** `column.list`: what a story may be filed under, so that one column is not spelt in two ways. */
export const listColumnHandler: QueryHandler<'column.list'> = async (_input, scene) => {
  const { openid, now, store } = scene;
  const found = await store.readColumns({ openid, since: now - usedDays * dayMs });
  if (!found.person) return refused('not_bound');
  return { ok: true, value: { columns: columnsOf(found) } };
};
