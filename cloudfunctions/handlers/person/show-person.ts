import { refused, type QueryHandler } from '../handler';
import { viewPerson } from './view-person';

/** `person.show`: one person's page; the number is masked to all but administrators. */
export const showPersonHandler: QueryHandler<'person.show'> = async (input, scene) => {
  const { store, on } = scene;
  const [asker, person, bindings] = await Promise.all([
    scene.person(),
    store.readPerson(input.personId),
    store.readBindingsOf(input.personId),
  ]);
  if (!asker) return refused('not_bound');
  if (!person) return refused('not_found');
  return {
    ok: true,
    value: { person: viewPerson(person, asker, { on, isBound: bindings.length > 0 }) },
  };
};
