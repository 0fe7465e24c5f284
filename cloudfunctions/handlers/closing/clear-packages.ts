/** Packages that were taken out long ago: whoever needs one again has it made anew. */
import type { Store } from '../../store';

/** Links to a package end after hours; the days are for who asks where it went. */
const keptMs = 7 * 24 * 60 * 60 * 1000;

export interface Clearing {
  store: Store;
  now(): number;
  /** No step begins after this moment. */
  until: number;
}

/** How many were cleared; what the storage would not delete is tried again. */
export async function clearPackages({ store, now, until }: Clearing) {
  let cleared = 0;
  for (const old of await store.listOldPackages(now() - keptMs)) {
    if (now() >= until) break;
    if (await store.clearPackage(old)) cleared += 1;
  }
  return { cleared };
}
