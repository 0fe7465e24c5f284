import { outletLevels } from '../../domain/outlet/outlet';
import { refused, type QueryHandler } from '../handler';
import { viewOutletLine } from './view-outlet';

/** `outlet.list`: the whole directory, the highest level first, then by name. */
export const listOutletHandler: QueryHandler<'outlet.list'> = async (_input, scene) => {
  const [asker, outlets] = await Promise.all([scene.person(), scene.store.readOutlets()]);
  if (!asker) return refused('not_bound');
  const lines = outlets
    .map((outlet) => viewOutletLine(outlet, scene.on))
    .sort(
      (left, right) =>
        outletLevels.indexOf(left.level) - outletLevels.indexOf(right.level) ||
        (left.name < right.name ? -1 : 1),
    );
  return { ok: true, value: { outlets: lines } };
};
