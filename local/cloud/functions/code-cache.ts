/**
 * What V8 made of a function's bundle, kept for its next process: reading it back takes half the time
 * of compiling 800 KB anew. The bundle runs as it lies, by Node's own `require`; only the step from text
 * to code is another. A file that is absent, of other bytes or of another V8 changes nothing but time.
 */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import Module, { createRequire } from 'node:module';
import path from 'node:path';
import { cachedDataVersionTag } from 'node:v8';
import vm from 'node:vm';

/** Below it compiling is quicker than looking for a file. */
const CHARACTERS_MIN = 100_000;
/**
 * Calls after which a process keeps its code. Functions are compiled when they are first run, so that
 * what is kept later is more; the first is for processes that do not live to see the second.
 */
const KEPT_AFTER_CALLS = [16, 1] as const;

type Compile = (this: NodeModule, text: string, file: string, ...rest: unknown[]) => unknown;
/** Node's own, absent in its typings. */
const modules = Module as unknown as { prototype: { _compile: Compile } };

export interface LoadedModule {
  exports: unknown;
  /** To be told after each call. */
  called(): void;
}

/** Requires a file by its absolute path; `folder` is made when there is something to keep. */
export function requireCached(file: string, folder: string): LoadedModule {
  const plain = modules.prototype._compile;
  let keep: ((calls: number) => void) | undefined;
  modules.prototype._compile = function compile(text, name, ...rest) {
    const made = name === file && compileCached({ text, file, folder });
    if (!made) return plain.call(this, text, name, ...rest);
    keep = made.keep;
    return made.run(this);
  };
  try {
    let calls = 0;
    const exports: unknown = createRequire(file)(file);
    return { exports, called: () => keep?.((calls += 1)) };
  } finally {
    modules.prototype._compile = plain;
  }
}

/** Undefined where Node had better do it alone: small files, mistakes, and what kept code cannot do. */
function compileCached({ text, file, folder }: { text: string; file: string; folder: string }) {
  // Code that was kept has forgotten whose module it is, so that V8 of Node 20 refuses its `import()`.
  if (text.length < CHARACTERS_MIN || /\bimport\s*\(/.test(text)) return undefined;
  const key = createHash('sha256').update(`${cachedDataVersionTag()} `).update(text).digest('hex');
  const places = KEPT_AFTER_CALLS.map((calls) => path.join(folder, `${key}-${calls}`));
  const found = places.find((place) => fs.existsSync(place));
  const script = scriptOf(text, {
    filename: file,
    // The wrapper stands before the first line; columns in stacks are the file's own.
    columnOffset: -Module.wrap('|').indexOf('|'),
    cachedData: found === undefined ? undefined : readOrNothing(found),
  });
  if (!script) return undefined;
  return {
    run(module: NodeModule): unknown {
      const body = script.runInThisContext() as (...given: unknown[]) => unknown; // by the wrapper
      const { exports } = module;
      return body.call(exports, exports, requireOf(module), module, file, path.dirname(file));
    },
    keep(calls: number): void {
      const at = KEPT_AFTER_CALLS.findIndex((one) => one === calls);
      const place = places[at];
      const isRicher = found === undefined || at < places.indexOf(found);
      if (place !== undefined && (isRicher || script.cachedDataRejected)) write(place, script);
    },
  };
}

function scriptOf(text: string, options: vm.ScriptOptions): vm.Script | undefined {
  try {
    return new vm.Script(Module.wrap(text), options);
  } catch {
    // Node says what is wrong with it, in its own words.
    return undefined;
  }
}

/** `require` as Node makes it for a module. */
function requireOf(module: NodeModule): NodeJS.Require {
  const { resolve, main, extensions, cache } = createRequire(module.filename);
  return Object.assign((id: string): unknown => module.require(id), {
    ...{ resolve, main, extensions, cache },
  });
}

function readOrNothing(place: string): Buffer | undefined {
  try {
    return fs.readFileSync(place);
  } catch {
    return undefined;
  }
}

/** Under a name of its own first, so that no other process reads half of it. */
function write(place: string, script: vm.Script): void {
  const own = `${place}.${process.pid}`;
  try {
    fs.mkdirSync(path.dirname(place), { recursive: true });
    fs.writeFileSync(own, script.createCachedData());
    fs.renameSync(own, place);
  } catch {
    // A disk that is full or read-only: the next process compiles as this one did.
  }
}
