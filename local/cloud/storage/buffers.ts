/**
 * Buffers that are used again. V8 counts what lies outside its heap, and some sixty megabytes of new
 * buffers make it collect everything at once: a dozen photos that came and went stopped the cloud for
 * longer than all else that was done with them.
 */

/** The room of each. */
export const BUFFER_BYTES = 512 * 1024;

/** As many as phones that file at once; what more are needed are let go afterwards. */
const KEPT_MAX = 16;

const free: Buffer[] = [];

/** One that nobody else has, with any bytes in it. */
export function takeBuffer(): Buffer {
  return free.pop() ?? Buffer.allocUnsafeSlow(BUFFER_BYTES);
}

/** Gives it back: whoever took it must not read or write it any more, nor may the system. */
export function giveBuffer(buffer: Buffer): void {
  if (free.length < KEPT_MAX) free.push(buffer);
}
