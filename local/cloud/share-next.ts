/**
 * Work whose one run serves everybody who asked before it began, such as an fsync. Whoever asks while it is
 * under way shares the next run of it.
 */
export function shareNext(work: () => Promise<void>): () => Promise<void> {
  let last: Promise<unknown> = Promise.resolve();
  let next: Promise<void> | undefined;
  return () => {
    next ??= last.then(() => {
      next = undefined;
      return work();
    });
    // The failure belongs to those who asked for this run, not to the next one.
    last = next.catch(() => undefined);
    return next;
  };
}
