import type { Clock, CloudContext } from './service';

interface ContextParts {
  envId: string;
  dataDir: string;
  clock: Clock;
  base(): string;
}

/** What every service is given; logs are lines of JSON on standard error. */
export function createContext(parts: ContextParts): CloudContext {
  return {
    ...parts,
    log(line) {
      const at = new Date(parts.clock.now()).toISOString();
      process.stderr.write(`${JSON.stringify({ at, ...line }, errorsAsText)}\n`);
    },
  };
}

// JSON.stringify leaves nothing of an Error.
function errorsAsText(_key: string, value: unknown): unknown {
  return value instanceof Error ? (value.stack ?? value.message) : value;
}
