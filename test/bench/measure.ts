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
  for (let n = 0; n < Math.min(count, 4 * atOnce); n += 1) await operation(-1 - n);
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

/** Measures several times and takes the middle of each figure, since the machine is never quiet. */
export async function measureInRounds(
  rounds: number,
  once: (round: number) => Promise<Timing>,
): Promise<Timing> {
  const timings: Timing[] = [];
  for (let round = 0; round < rounds; round += 1) timings.push(await once(round));
  return {
    p50Ms: median(timings.map((timing) => timing.p50Ms)),
    opsPerSecond: median(timings.map((timing) => timing.opsPerSecond)),
  };
}

/** The middle value; NaN of none. */
export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}
