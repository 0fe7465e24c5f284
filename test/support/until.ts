/** Waits for a condition instead of a time; throws when it does not come true. */
export async function until(isTrue: () => unknown, withinMs = 60_000): Promise<void> {
  const deadline = performance.now() + withinMs;
  while (!(await isTrue())) {
    if (performance.now() > deadline) throw new Error(`not within ${withinMs} ms: ${isTrue}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
