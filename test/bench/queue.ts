/** The queue's first page as the county's stories pile up; most of them are long signed off. */
import type { Story } from '../../cloudfunctions/domain/story/story';
import { newId } from '../support/county';
import type { Newsroom } from '../support/newsroom';
import { measure } from './measure';

const FEW = 1_000;
const MANY = 100_000;
const READS = 80;
const ROUNDS = 3;
/** One in so many waits at the first review: more than a page even of the few. */
const WAITING_EVERY = 40;
/** What one write of the SDK may hold. */
const BATCH = 1_000;

/** p50 of the publicity office's queue over a thousand stories, then over a hundred thousand. */
export async function measureQueues(room: Newsroom): Promise<{ few: number; many: number }> {
  const { id } = await room.aStory();
  const database = room.cloud.sdk().database();
  const found = await database.collection('stories').doc(id).get();
  const pattern = (found.data as Story[])[0]; // what the collection holds
  if (!pattern) throw new Error('the story just filed is there');
  const fill = async (from: number, to: number) => {
    for (let at = from; at < to; at += BATCH) {
      const batch = Array.from({ length: Math.min(BATCH, to - at) }, (_, n) =>
        copy(pattern, at + n),
      );
      await database.collection('stories').add(batch);
    }
  };
  await fill(0, FEW);
  const few = await measureQueue(room);
  await fill(FEW, MANY);
  return { few, many: await measureQueue(room) };
}

/** The quickest of several rounds: what the machine can do when others let it. */
async function measureQueue(room: Newsroom): Promise<number> {
  const read = () => room.zhou.value('queue.list', { kind: null, after: null });
  const rounds: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    rounds.push((await measure(read, { count: READS, atOnce: 1 })).p50Ms);
  }
  return Math.min(...rounds);
}

function copy(pattern: Story, n: number): Story {
  const _id = newId();
  const at = pattern.filedAt - n * 60_000;
  const moved = { ...pattern, _id, number: `${pattern.number}-${n}`, filedAt: at, dueAt: at };
  if (n % WAITING_EVERY === 0) return moved;
  return { ...moved, state: 'signed_off', stageIndex: null, queueKeys: [] };
}
