import { officeScope } from '../../domain/adoption/eligibility';
import { refused, type QueryHandler } from '../handler';

/** As many as a sheet shows; who looks for an older one types more of it. */
const worksMax = 20;
/** So far back, so that words that nothing has do not read an archive through. */
const lookBackMs = 2 * 366 * 24 * 60 * 60 * 1000;

/** `work.find`: what a registered fact can be about, within the asker's scope. */
export const findWorkHandler: QueryHandler<'work.find'> = async ({ words }, scene) => {
  const { store, on, now } = scene;
  const person = await scene.person();
  if (!person) return refused('not_bound');
  const scope = officeScope(person, on);
  if (scope.length === 0) return refused('not_allowed');
  const since = now - lookBackMs;
  const ofDesk = { unitIds: scope, unitId: null, state: null, text: words, since, after: null };
  const [page, outside] = await Promise.all([
    store.listDeskStories(ofDesk),
    store.listOutsideWorks({ scope, words, since }),
  ]);
  const stories = page.stories.map(({ _id: id, headline, unitId, number, filedAt: at }) => ({
    ...{ id, headline, unitId, storyNumber: number, at },
  }));
  const works = [...stories, ...outside.map((work) => ({ ...work, storyNumber: null }))];
  works.sort((left, right) => right.at - left.at);
  return { ok: true, value: { works: works.slice(0, worksMax) } };
};
