import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { readIfThere, replaceFile } from '../durable-file';
import { CloudError } from '../errors';
import { answerJson } from '../server/answer';
import type { CloudContext, Identity, Persona, Service } from '../service';
import { personaOf } from './persona';

/** How often activity is written at most; ours. The rule that reads it counts in hours. */
const ACTIVITY_SAVED_EVERY_MS = 10_000;

/**
 * The people of this laptop. An openid that is not listed is a plain visitor: it may call, it has no
 * name. Kept in `identity/` of the data folder.
 */
export function createIdentity(context: CloudContext): Service & Identity {
  const folder = join(context.dataDir, 'identity');
  const files = { personas: join(folder, 'personas.json'), active: join(folder, 'active.json') };
  let personas = new Map<string, Persona>();
  let activeAt = new Map<string, number>();
  let savedAt = 0;
  let lastWrite: Promise<unknown> = Promise.resolve();

  /** One write after the other: two at once would share the file beside the real one. */
  function write(file: string, value: unknown): Promise<void> {
    const written = lastWrite.then(() => replaceFile(file, JSON.stringify(value)));
    lastWrite = written.catch((error: unknown) => context.log({ level: 'error', error }));
    return written;
  }

  function saveActivity(): Promise<void> {
    savedAt = Date.now();
    return write(files.active, [...activeAt]);
  }

  async function add(input: Record<string, unknown>): Promise<Persona> {
    const known = typeof input.openid === 'string' ? personas.get(input.openid) : undefined;
    const persona = personaOf({ ...known, ...input }, personas.size);
    personas.set(persona.openid, persona);
    await write(files.personas, [...personas.values()]);
    return persona;
  }

  return {
    name: 'identity',
    list: async () => [...personas.values()],
    find: async (openid) => personas.get(openid),
    lastActiveAt: (openid) => activeAt.get(openid),
    touch(openid) {
      activeAt.set(openid, context.clock.now());
      // A failed write is logged by `write`; the rule it serves works from memory.
      if (Date.now() - savedAt > ACTIVITY_SAVED_EVERY_MS) saveActivity().catch(() => undefined);
    },
    async start() {
      // Both files are written by this module alone, in these shapes.
      const kept = JSON.parse((await readIfThere(files.personas)) ?? '[]') as Persona[];
      personas = new Map(kept.map((persona) => [persona.openid, persona]));
      activeAt = new Map(
        JSON.parse((await readIfThere(files.active)) ?? '[]') as [string, number][],
      );
    },
    async reset() {
      await lastWrite;
      personas.clear();
      activeAt.clear();
      await rm(folder, { recursive: true, force: true });
    },
    async stop() {
      if (activeAt.size > 0) await saveActivity();
      await lastWrite;
    },
    routes: [
      {
        prefix: '/personas',
        browsers: true,
        handle: (_request, response) => answerJson(response, 200, [...personas.values()]),
      },
    ],
    controls: {
      list: () => ({ personas: [...personas.values()] }),
      add,
      find({ openid }) {
        const found = personas.get(String(openid));
        if (!found)
          throw new CloudError('NOT_FOUND', `no persona has the openid ${String(openid)}`);
        return found;
      },
    },
  };
}
