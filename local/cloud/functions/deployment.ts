/**
 * The functions as they lie in the folder right now: configuration, pool, and the mark by which a new
 * build is told from the one that is running.
 */
import fs from 'node:fs';
import path from 'node:path';
import type { FunctionConfig } from '../service';
import { listFunctionNames, readFunctionConfig } from './config';
import { failures } from './failures';
import type { Pool } from './pool';

export interface Deployed {
  config: FunctionConfig;
  pool: Pool;
  mark: string;
}

export interface Deployment {
  /** The function's present build; throws FUNCTION_NOT_FOUND, or an Error for a bad configuration. */
  find(name: string): Deployed;
  list(): FunctionConfig[];
  /** Reads the whole folder; the first bad configuration is thrown. */
  load(): void;
  /** Takes every function as new, whether its files changed or not. */
  reload(): Promise<void>;
  /** Ends the instances that serve calls, and those of earlier builds. */
  endBusy(): Promise<void>;
  /** Ends all instances and forgets the functions. */
  end(): Promise<void>;
  busy(): number;
  instances(): { function: string; instances: number; busy: number }[];
}

/** Source: docs.cloudbase.net/http-api/functions; there a name starts with a letter and has two signs. */
const FUNCTION_NAME = /^[A-Za-z0-9_-]{1,60}$/;

/** `makePool` is called once for each build of a function, before its first call. */
export function createDeployment(
  functionsDir: string,
  makePool: (config: FunctionConfig) => Pool,
): Deployment {
  const deployed = new Map<string, Deployed>();
  // Pools whose build was replaced while they served calls.
  const retired = new Set<Pool>();

  function find(name: string): Deployed {
    // A name from outside becomes a path, so it must be able to be nothing but a folder's name.
    const mark = FUNCTION_NAME.test(name) ? markOf(functionsDir, name) : undefined;
    if (mark === undefined) throw failures.unknown(name);
    const known = deployed.get(name);
    if (known?.mark === mark) return known;
    const config = readFunctionConfig(functionsDir, name);
    const fresh = { config, mark, pool: makePool(config) };
    deployed.set(name, fresh);
    if (known) retire(known.pool);
    return fresh;
  }

  function retire(pool: Pool): void {
    for (const old of retired) if (old.size() === 0) retired.delete(old);
    retired.add(pool);
    void pool.retire();
  }

  const pools = (): Pool[] => [...retired, ...[...deployed.values()].map((one) => one.pool)];
  const load = (): void => listFunctionNames(functionsDir).forEach(find);
  return {
    find,
    load,
    list: () => [...deployed.values()].map((one) => one.config),
    async reload() {
      const old = [...deployed.values()];
      deployed.clear();
      for (const one of old) retire(one.pool);
      load();
    },
    async endBusy() {
      const old = [...retired];
      retired.clear();
      await Promise.all(old.map((pool) => pool.end()));
      await Promise.all(pools().map((pool) => pool.endBusy()));
    },
    async end() {
      const all = pools();
      deployed.clear();
      retired.clear();
      await Promise.all(all.map((pool) => pool.end()));
    },
    busy: () => pools().reduce((sum, pool) => sum + pool.busy(), 0),
    instances: () =>
      [...deployed.values()].map(({ config, pool }) => ({
        function: config.name,
        instances: pool.size(),
        busy: pool.busy(),
      })),
  };
}

/** Size and time of all its files; undefined where there is no such function. */
function markOf(functionsDir: string, name: string): string | undefined {
  if (name !== path.basename(name)) return undefined;
  const folder = path.join(functionsDir, name);
  const stat = (file: string) => fs.statSync(path.join(folder, file), { throwIfNoEntry: false });
  if (!stat('index.js')) return undefined;
  const marks = fs.readdirSync(folder).map((file) => {
    const { mtimeMs, size } = stat(file) ?? {};
    return `${file}:${mtimeMs}:${size}`;
  });
  return marks.sort().join(' ');
}
