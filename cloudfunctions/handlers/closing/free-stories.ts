/** What a change of somebody's record left waiting for nobody, as far as the change itself did not get. */
import type { Tried } from '../../kernel/try-all';
import type { Store } from '../../store';
import { freeSome } from '../person/free-work';

export interface Freeing {
  store: Store;
  now(): number;
  /** No step begins after this moment. */
  until: number;
  tried: Tried;
  /** Stories a step. */
  stepSize?: number;
}

/** How many steps were taken. */
export async function freeStories({ store, now, until, tried, stepSize = 100 }: Freeing) {
  let freed = 0;
  for (const first of await store.listFreeings()) {
    let left: typeof first | undefined = first;
    while (left && now() < until) {
      left = await tried(`freeing ${first._id}`, freeSome({ store, now: now() }, left, stepSize));
      freed += 1;
    }
  }
  return { freed };
}
