import type { InputOf } from '../../../cloudfunctions/contract/index';
import { listQueue } from '../../client/newsroom';
import { createPaging } from '../../client/paging';
import { readUnitNames, readWaiting, type Waiting } from '../../client/waiting';

/**
 * The pages of the queue: the first together with all else that waits, as many as are shown already;
 * further on the queue alone.
 */
export const waitingList = (shownCount: () => number) =>
  createPaging(
    async ({ after, ...filter }: InputOf<'queue.list'>) => {
      if (after !== null) return endOf(await listQueue({ ...filter, after }), null);
      const [waiting, unitNames] = await Promise.all([
        readWaiting(filter, shownCount()),
        readUnitNames(),
      ]);
      return endOf(waiting.queue, { waiting, unitNames });
    },
    ({ stories }) => stories,
  );

interface First {
  waiting: Waiting;
  unitNames: Record<string, string>;
}

/** What else was read stands beside the queue, whether that was answered or not. */
const endOf = (queue: Waiting['queue'], first: First | null) =>
  queue.ok
    ? { ok: true as const, value: { ...queue.value, first } }
    : { ok: false as const, first };
