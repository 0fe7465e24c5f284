import type { ServerResponse } from 'node:http';

/** Counts the requests that are not answered yet. */
export interface Running {
  add(response: ServerResponse): void;
  /** Resolves when none is left, or after `graceMs`. */
  ended(graceMs: number): Promise<void>;
}

/** Starts with none. */
export function createRunning(): Running {
  const running = new Set<ServerResponse>();
  let whenNone: (() => void) | undefined;
  return {
    add(response) {
      running.add(response);
      response.once('close', () => {
        running.delete(response);
        if (running.size === 0) whenNone?.();
      });
    },
    async ended(graceMs) {
      if (running.size === 0) return;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, graceMs);
        whenNone = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    },
  };
}
