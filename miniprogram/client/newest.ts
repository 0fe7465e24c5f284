const begun = new WeakMap<object, Map<string, object>>();

/**
 * Begins a reading of a page, of which there may be several; answers a question to ask once its answer is
 * there: is it still the newest of its name? A search asks at every letter, and a slow line answers in any
 * order.
 */
export function beginReading(page: object, name: string): () => boolean {
  const readings = begun.get(page) ?? new Map<string, object>();
  begun.set(page, readings);
  const mine = {};
  readings.set(name, mine);
  return () => readings.get(name) === mine;
}
