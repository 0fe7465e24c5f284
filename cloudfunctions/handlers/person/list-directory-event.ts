import { isAdministrator } from '../../domain/people/person';
import { refused, type QueryHandler } from '../handler';

/** `directoryEvent.list`: what was done to a person or a unit, and by whom; the newest first. */
export const listDirectoryEventHandler: QueryHandler<'directoryEvent.list'> = async (
  input,
  scene,
) => {
  const [asker, events] = await Promise.all([
    scene.person(),
    scene.store.listDirectoryEvents(input.subjectId),
  ]);
  if (!isAdministrator(asker, scene.on)) return refused('not_allowed');
  const shown = events.map(({ _id, act, at, people }) => ({
    ...{ id: _id, act, at, byName: people[0]?.name ?? '' },
  }));
  return { ok: true, value: { events: shown } };
};
