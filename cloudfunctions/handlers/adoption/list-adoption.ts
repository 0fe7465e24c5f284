import { mayReadPrinting, officeScope } from '../../domain/adoption/eligibility';
import { mayRead } from '../../domain/review/eligibility';
import { refused, type QueryHandler } from '../handler';
import { viewAdoptionLine } from './view-adoption';

/** `adoption.list`: the printings of a story, or what waits for the office. */
export const listAdoptionHandler: QueryHandler<'adoption.list'> = async (input, scene) => {
  const { store, on } = scene;
  const person = await scene.person();
  if (!person) return refused('not_bound');
  const { storyId, state, after } = input;
  if (storyId !== null) {
    const whole = await store.readWholeStory(storyId);
    if (!whole || !mayRead(whole.story, person, on)) return refused('not_found');
    const adoptions = whole.adoptions
      .filter((one) => one.movedTo === undefined && mayReadPrinting(person, one, on))
      .map((adoption) => viewAdoptionLine(adoption, whole.outlets));
    return { ok: true, value: { adoptions, after: null } };
  }
  const scope = officeScope(person, on);
  if (scope.length === 0) return refused('not_allowed');
  const page = await store.listPrintings({ scope, state, after });
  const adoptions = page.adoptions.map((adoption) => viewAdoptionLine(adoption, page.outlets));
  return { ok: true, value: { adoptions, after: page.after } };
};
