import { isClosed } from '../../domain/people/unit';
import { refused, type QueryHandler } from '../handler';
import { viewUnit } from './view-unit';

/** `unit.list`: every open unit, the root first, then by name below each parent. */
export const listUnitHandler: QueryHandler<'unit.list'> = async (_input, scene) => {
  const [asker, units] = await Promise.all([scene.person(), scene.store.readUnits()]);
  if (!asker) return refused('not_bound');
  const open = units
    .filter((unit) => !isClosed(unit, scene.on))
    .sort(
      (left, right) => left.path.length - right.path.length || (left.name < right.name ? -1 : 1),
    );
  return { ok: true, value: { units: open.map(viewUnit) } };
};
