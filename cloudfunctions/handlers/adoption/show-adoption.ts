import { mayReadPrinting } from '../../domain/adoption/eligibility';
import { refused, type QueryHandler } from '../handler';
import { viewAdoption } from './view-adoption';

/** `adoption.show`: a printing's page, for those whose work it is and those over its unit. */
export const showAdoptionHandler: QueryHandler<'adoption.show'> = async ({ adoptionId }, scene) => {
  const [person, whole] = await Promise.all([scene.person(), scene.store.readPrinting(adoptionId)]);
  if (!person) return refused('not_bound');
  if (!whole || !mayReadPrinting(person, whole.adoption, scene.on)) return refused('not_found');
  return { ok: true, value: { adoption: await viewAdoption(whole, person, scene) } };
};
