/** When a message is tried again: from seconds to half a day, some two days in all. */
const secondMs = 1000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;

/** The pause after the first attempt, the second, …; after the last one it is dead. */
export const pausesMs = [
  ...[5, 15, 30].map((seconds) => seconds * secondMs),
  ...[1, 2, 5, 10, 20, 40].map((minutes) => minutes * minuteMs),
  ...[1, 2, 4, 6, 8, 12, 12].map((hours) => hours * hourMs),
];

/** Attempts a message has in all. */
export const attemptsMax = pausesMs.length + 1;

/** A channel may ask for patience, but not for ever. */
const patienceMsMax = 12 * hourMs;
/** A fifth either way, so that what failed together is not tried again together. */
const spread = 0.2;

/**
 * The moment of the next attempt, or null after the last. `chance` is a random number of [0, 1);
 * `retryAfterMs` is what the channel asked for.
 */
export function nextAttempt({
  attemptCount,
  at,
  chance,
  retryAfterMs = 0,
}: {
  attemptCount: number;
  at: number;
  chance: number;
  retryAfterMs?: number;
}): number | null {
  const pauseMs = pausesMs[attemptCount - 1];
  if (attemptCount < 1 || pauseMs === undefined) return null;
  const jittered = pauseMs * (1 - spread + 2 * spread * chance);
  return at + Math.round(Math.max(jittered, Math.min(retryAfterMs, patienceMsMax)));
}
