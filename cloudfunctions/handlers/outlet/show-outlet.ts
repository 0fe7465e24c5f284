import { officeScope } from '../../domain/adoption/eligibility';
import { refused, type QueryHandler } from '../handler';
import { viewOutlet } from './view-outlet';

/** `outlet.show`: an outlet with every term it had, for those who keep the directory. */
export const showOutletHandler: QueryHandler<'outlet.show'> = async ({ outletId }, scene) => {
  const [asker, outlet] = await Promise.all([scene.person(), scene.store.readOutlet(outletId)]);
  if (!asker) return refused('not_bound');
  if (officeScope(asker, scene.on).length === 0) return refused('not_allowed');
  if (!outlet) return refused('not_found');
  return { ok: true, value: { outlet: viewOutlet(outlet, scene.on) } };
};
