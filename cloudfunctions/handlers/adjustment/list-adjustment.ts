import { isOffice, scopeOf } from '../../domain/ledger/rights';
import { isAdministrator } from '../../domain/people/person';
import { refused, type QueryHandler } from '../handler';
import { viewAdjustment } from './view-adjustment';

/** `adjustment.list`: what was proposed in the office's units. */
export const listAdjustmentHandler: QueryHandler<'adjustment.list'> = async (input, scene) => {
  const person = await scene.person();
  if (!person) return refused('not_bound');
  if (!isOffice(person, scene.on)) return refused('not_allowed');
  const scope = isAdministrator(person, scene.on) ? null : scopeOf(person, scene.on);
  const page = await scene.store.listAdjustments({ ...input, scope });
  const adjustments = page.lines.map((one) => viewAdjustment(one, { person, on: scene.on }));
  return { ok: true, value: { adjustments, after: page.after } };
};
