const startedAt = performance.now();

/** Says on standard error what is being done, so that a long bench is seen to go on. */
export function tell(what: string): void {
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(0);
  process.stderr.write(`${seconds.padStart(5)} s  ${what}\n`);
}
