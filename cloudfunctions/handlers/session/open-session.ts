import { viewPersonLine } from '../person/view-person';
import type { QueryHandler } from '../handler';

/** `session.open`: whose app this is and who is asking; a visitor gets `person: null`. */
export const openSessionHandler: QueryHandler<'session.open'> = async (_input, scene) => {
  const [organ, person] = await Promise.all([scene.store.readOrgan(), scene.person()]);
  return {
    ok: true,
    value: {
      organ: organ ? { name: organ.name, kind: organ.kind } : null,
      uploadFolder: `incoming/${scene.openid}`,
      person: person ? viewPersonLine(person, scene.on) : null,
      now: scene.now,
    },
  };
};
