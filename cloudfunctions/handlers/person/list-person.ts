import { refused, type QueryHandler } from '../handler';
import { viewPersonLine } from './view-person';

/** `person.list`: people of one unit, or of all, by name; twenty a page. */
export const listPersonHandler: QueryHandler<'person.list'> = async (input, scene) => {
  const [asker, page] = await Promise.all([scene.person(), scene.store.listPeople(input)]);
  if (!asker) return refused('not_bound');
  const people = page.people.map((person) => viewPersonLine(person, scene.on));
  return { ok: true, value: { people, after: page.after } };
};
