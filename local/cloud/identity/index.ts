import { join } from 'node:path';
import { CloudError } from '../errors';
import { answerJson } from '../server/answer';
import type { CloudContext, Identity, Persona, Service } from '../service';
import { createPeople } from './people';
import { personaOf } from './persona';

/** How often activity is written at most; ours. The rule that reads it counts in hours. */
const ACTIVITY_SAVED_EVERY_MS = 10_000;

/**
 * The people of this laptop. An openid that is not listed is a plain visitor: it may call, it has no
 * name. Kept in `identity/` of the data folder.
 */
export function createIdentity(context: CloudContext): Service & Identity {
  const people = createPeople(join(context.dataDir, 'identity'));
  const { personas, activeAt } = people;
  const list = () => [...personas.values()];
  let savedAt = 0;

  async function add(input: Record<string, unknown>): Promise<Persona> {
    const known = typeof input.openid === 'string' ? personas.get(input.openid) : undefined;
    const persona = personaOf({ ...known, ...input }, personas.size);
    personas.set(persona.openid, persona);
    await people.savePersonas();
    return persona;
  }

  function touch(openid: string): void {
    activeAt.set(openid, context.clock.now());
    if (Date.now() - savedAt < ACTIVITY_SAVED_EVERY_MS) return;
    savedAt = Date.now();
    // The rule that reads it works from memory, so a failed write hurts nobody but a restart.
    people.saveActivity().catch((error: unknown) => context.log({ level: 'error', error }));
  }

  return {
    name: 'identity',
    list: async () => list(),
    find: async (openid) => personas.get(openid),
    lastActiveAt: (openid) => activeAt.get(openid),
    touch,
    start: people.load,
    reset: people.clear,
    async stop() {
      if (activeAt.size > 0) await people.saveActivity();
      await people.settled();
    },
    routes: [
      {
        prefix: '/personas',
        browsers: true,
        handle: (_request, response) => answerJson(response, 200, list()),
      },
    ],
    controls: {
      list: () => ({ personas: list() }),
      add,
      find({ openid }) {
        const found = personas.get(String(openid));
        if (found) return found;
        throw new CloudError('NOT_FOUND', `no persona has the openid ${String(openid)}`);
      },
    },
  };
}
