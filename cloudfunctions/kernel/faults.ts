/**
 * The world failed: a database, a network, an outside service. `retry` says what a caller may do:
 * `safe` nothing happened or repeating is harmless, `never` it will fail again, `unknown` it may
 * have happened, so ask before repeating.
 */
export class Fault extends Error {
  constructor(
    readonly code: string,
    readonly retry: 'safe' | 'never' | 'unknown',
    options?: { cause?: unknown },
  ) {
    super(code, options);
    this.name = 'Fault';
  }
}

/** A bug if it does not hold; `why` says why it must. Never caught but at the edge. */
export function assert(condition: unknown, why: string): asserts condition {
  if (!condition) throw new Error(`broken assumption: ${why}`);
}
