import type { Service } from './service';

/** What is started in order and stopped in reverse: the services, and the server among them. */
export type Part = Pick<Service, 'name' | 'start' | 'stop'>;

export interface Lifecycle {
  /** Starts all; when one fails, stops those that run and throws its error. */
  start(): Promise<void>;
  /** Stops what was started, in reverse; one that fails does not keep the others running. */
  stop(): Promise<void>;
}

/** The order of start and stop. `onFault` hears of parts that fail to stop. */
export function createLifecycle(
  parts: readonly Part[],
  onFault: (part: string, error: unknown) => void,
): Lifecycle {
  const started: Part[] = [];

  async function stop(): Promise<void> {
    for (let part = started.pop(); part; part = started.pop()) {
      try {
        await part.stop();
      } catch (error) {
        onFault(part.name, error);
      }
    }
  }

  return {
    stop,
    async start() {
      for (const part of parts) {
        // Counted as started before it is: a part that fails half-way has something to release.
        started.push(part);
        try {
          await part.start();
        } catch (error) {
          await stop();
          throw error;
        }
      }
    },
  };
}
