/** The queue's first page as the county's stories pile up; most of them are long signed off. */
import type { Story } from '../../cloudfunctions/domain/story/story';
import { newId } from '../support/county/county';
import type { Newsroom } from '../support/county/newsroom';
import { median } from './measure';

const FEW = 1_000;
const MANY = 100_000;
const READS = 400;
const WARM_UP = 40;
/** One in so many waits at the first review: more than a page even of the few. */
const WAITING_EVERY = 40;
/** What one write of the SDK may hold. */
const BATCH = 1_000;

export interface QueueCost {
  /** p50 over a thousand and over a hundred thousand stories. */
  few: number;
  many: number;
  ratio: number;
}

/**
 * p50 of the publicity office's queue in two counties at once, one with a thousand stories and one with a
 * hundred thousand: call by call in turn, so that what else the machine does meets both alike. A
 * round of one after a round of the other measured the machine's moods, not the stories.
 */
export async function measureQueues(small: Newsroom, large: Newsroom): Promise<QueueCost> {
  await fill(small, FEW);
  await fill(large, MANY);
  const waited: { few: number; many: number }[] = [];
  for (let n = -WARM_UP; n < READS; n += 1) {
    // Neither is always the second.
    const [first, second] = n % 2 === 0 ? [small, large] : [large, small];
    const times = [await readQueue(first), await readQueue(second)];
    const [few = NaN, many = NaN] = n % 2 === 0 ? times : times.reverse();
    if (n >= 0) waited.push({ few, many });
  }
  const few = median(waited.map((one) => one.few));
  const many = median(waited.map((one) => one.many));
  return { few, many, ratio: many / few };
}

async function fill(room: Newsroom, count: number): Promise<void> {
  const { id } = await room.aStory();
  const database = room.cloud.sdk().database();
  const found = await database.collection('stories').doc(id).get();
  const pattern = (found.data as Story[])[0]; // what the collection holds
  if (!pattern) throw new Error('the story just filed is there');
  for (let at = 0; at < count; at += BATCH) {
    const length = Math.min(BATCH, count - at);
    const batch = Array.from({ length }, (_, n) => copy(pattern, at + n));
    await database.collection('stories').add(batch);
    await fillBeside(room, id, batch);
  }
}

/** What a line also tells of, its text and its checks, for those that wait. */
async function fillBeside(room: Newsroom, id: string, batch: Story[]): Promise<void> {
  const database = room.cloud.sdk().database();
  const waiting = batch.filter(({ queueKeys }) => queueKeys.length > 0);
  for (const name of ['revisions', 'story_events']) {
    const { data } = await database.collection(name).where({ storyId: id }).get();
    const copies = waiting.flatMap(({ _id: storyId }) =>
      // What the collection holds; its own ids begin with the story's.
      (data as { _id: string }[]).map((one) => ({
        ...one,
        storyId,
        _id: one._id.replace(id, storyId),
      })),
    );
    await database.collection(name).add(copies);
  }
}

/** Milliseconds that one reader waits. */
async function readQueue(room: Newsroom): Promise<number> {
  const askedAt = performance.now();
  await room.zhou.value('queue.list', { kind: null, after: null });
  return performance.now() - askedAt;
}

function copy(pattern: Story, n: number): Story {
  const _id = newId();
  const at = pattern.filedAt - n * 60_000;
  const moved = { ...pattern, _id, number: `${pattern.number}-${n}`, filedAt: at, dueAt: at };
  if (n % WAITING_EVERY === 0) return moved;
  return { ...moved, state: 'signed_off', stageIndex: null, queueKeys: [] };
}
