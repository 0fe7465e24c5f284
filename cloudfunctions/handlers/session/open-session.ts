import type { QueryHandler } from '../handler';

/** `session.open`: whose app this is and who is asking; a visitor gets `person: null`. */
export const openSessionHandler: QueryHandler<'session.open'> = async (_input, scene) => {
  const [organ, person] = await Promise.all([
    scene.store.readOrgan(),
    scene.store.readPersonOf(scene.openid),
  ]);
  return {
    ok: true,
    value: {
      organ: organ ? { name: organ.name, kind: organ.kind } : null,
      person: person ? { name: person.name, duties: person.duties.map(({ duty }) => duty) } : null,
    },
  };
};
