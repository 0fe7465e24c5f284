import { officeScope } from '../../domain/adoption/eligibility';
import { refused, type QueryHandler } from '../handler';
import { viewFact } from './view-fact';

/** `fact.list`: what the office registered in its scope, the newest first. */
export const listFactHandler: QueryHandler<'fact.list'> = async ({ after }, scene) => {
  const { store, on } = scene;
  const person = await scene.person();
  if (!person) return refused('not_bound');
  const scope = officeScope(person, on);
  if (scope.length === 0) return refused('not_allowed');
  const page = await store.listFacts({ scope, after });
  const paths = page.facts.flatMap(({ fileId }) => fileId ?? []);
  const workIds = [...new Set(page.facts.flatMap(({ workId }) => workId ?? []))];
  const [links, titles] = await Promise.all([store.linkPaths(paths), store.readTitles(workIds)]);
  const facts = page.facts.map(({ people, ...fact }) => ({
    ...viewFact(fact, {
      personName: people[0]?.name ?? null,
      clippingUrl: (fact.fileId !== null && links[paths.indexOf(fact.fileId)]) || null,
    }),
    workTitle: (fact.workId !== null && titles.get(fact.workId)) || null,
  }));
  return { ok: true, value: { facts, after: page.after } };
};
