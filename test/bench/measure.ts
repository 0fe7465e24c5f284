/** Timing of repeated operations, alone or several at once. */

export interface Timing {
  /** Milliseconds of one operation, as its caller waited for it. */
  p50Ms: number;
  opsPerSecond: number;
}

/** Runs `operation` `count` times, `atOnce` under way at any time, after a short warm-up. */
export async function measure(
  operation: (n: number) => Promise<unknown>,
  { count, atOnce }: { count: number; atOnce: number },
): Promise<Timing> {
  for (let n = 0; n < warmUpsOf({ count, atOnce }); n += 1) await operation(-1 - n);
  const waitedMs: number[] = [];
  let next = 0;
  const startedAt = performance.now();
  const runner = async () => {
    while (next < count) {
      const n = next++;
      const beganAt = performance.now();
      await operation(n);
      waitedMs.push(performance.now() - beganAt);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, runner));
  const seconds = (performance.now() - startedAt) / 1_000;
  return { p50Ms: median(waitedMs), opsPerSecond: count / seconds };
}

/** How often `measure` runs an operation before it times it. */
export function warmUpsOf({ count, atOnce }: { count: number; atOnce: number }): number {
  return Math.min(count, 4 * atOnce);
}

/** The quicker of two timings, figure by figure: what the machine can do when others let it. */
export function quicker(one: Timing | undefined, other: Timing): Timing {
  if (!one) return other;
  return {
    p50Ms: Math.min(one.p50Ms, other.p50Ms),
    opsPerSecond: Math.max(one.opsPerSecond, other.opsPerSecond),
  };
}

/** The middle value; NaN of none. */
export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}
