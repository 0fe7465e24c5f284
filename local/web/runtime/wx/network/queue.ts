/** At most so many at once; the rest wait in order. */
export interface Queue {
  run<T>(task: () => Promise<T>): Promise<T>;
}

/** request, uploadFile and downloadFile together; source: WeChat's network guide, "10 concurrent". */
export const CONCURRENT_MAX = 10;

/** A queue that starts the next task when one of the `max` running ends. */
export function createQueue(max: number): Queue {
  const waiting: (() => void)[] = [];
  let running = 0;
  return {
    run: async (task) => {
      // One that ends hands its place over to the first that waits, so nobody can slip in between.
      if (running >= max) await new Promise<void>((start) => waiting.push(start));
      else running += 1;
      try {
        return await task();
      } finally {
        const next = waiting.shift();
        if (next) next();
        else running -= 1;
      }
    },
  };
}
