/**
 * The time every function goes by, in epoch milliseconds. On CloudBase it is the machine's own; on
 * the laptop the embedded cloud may move it and says by how much in CLOUD_CLOCK_OFFSET_MS.
 */
export function now(): number {
  return Date.now() + Number(process.env.CLOUD_CLOCK_OFFSET_MS ?? 0);
}
