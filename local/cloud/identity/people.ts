import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { readIfThere, replaceFile } from '../durable-file';
import type { Persona } from '../service';

/** Personas and activity of a folder: in memory, and on disk where `save…` resolves. */
export interface People {
  personas: Map<string, Persona>;
  /** Last activity by openid, epoch ms, cloud's time. */
  activeAt: Map<string, number>;
  load(): Promise<void>;
  savePersonas(): Promise<void>;
  saveActivity(): Promise<void>;
  /** Forgets all, on disk too. */
  clear(): Promise<void>;
  /** Resolves when nothing is being written. */
  settled(): Promise<void>;
}

/** Nobody, until loaded. */
export function createPeople(folder: string): People {
  const files = { personas: join(folder, 'personas.json'), active: join(folder, 'active.json') };
  const personas = new Map<string, Persona>();
  const activeAt = new Map<string, number>();
  let lastWrite = Promise.resolve();

  /** One write after the other: two at once would share the file beside the real one. */
  function write(file: string, textOf: () => unknown): Promise<void> {
    const written = lastWrite.then(() => replaceFile(file, JSON.stringify(textOf())));
    lastWrite = written.catch(() => undefined);
    return written;
  }

  return {
    personas,
    activeAt,
    savePersonas: () => write(files.personas, () => [...personas.values()]),
    saveActivity: () => write(files.active, () => [...activeAt]),
    settled: () => lastWrite,
    async load() {
      // Both files are written by this module alone, in these shapes.
      const kept = JSON.parse((await readIfThere(files.personas)) ?? '[]') as Persona[];
      const active = JSON.parse((await readIfThere(files.active)) ?? '[]') as [string, number][];
      for (const persona of kept) personas.set(persona.openid, persona);
      for (const [openid, at] of active) activeAt.set(openid, at);
    },
    async clear() {
      await lastWrite;
      personas.clear();
      activeAt.clear();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
