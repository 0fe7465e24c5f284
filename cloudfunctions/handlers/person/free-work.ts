/**
 * Nothing waits for a duty that ended: what waits in the queues that a record has left is gone through,
 * page by page. Each story is a commit of its own on the version that was read, and so is how far it has
 * gone; so a run may stop anywhere, and two at once do everything once.
 */
import { freeStory, type Freeing } from '../../domain/story/hand-over';
import type { Person } from '../../domain/people/person';
import type { Story } from '../../domain/story/story';
import { remove, replace } from '../../kernel/change';
import { dayOf } from '../../kernel/days';
import { hashJson } from '../../kernel/hash';
import type { Store } from '../../store';
import { actChanges } from '../story/story-changes';

/** Tries of one story that somebody else is at as well, before the next minute. */
const attemptsMax = 3;

/** Goes through the next stories; answers what is left to do, undefined when nothing is, or another is at it. */
export async function freeSome(
  { store, now }: { store: Store; now: number },
  freeing: Freeing,
  most: number,
): Promise<Freeing | undefined> {
  const waiting = await store.listWaiting(freeing.keys, { after: freeing.after, most });
  const unitIds = [...new Set(waiting.map(({ unitId }) => unitId))];
  const [person, reviewers] =
    waiting.length === 0
      ? [undefined, []]
      : await Promise.all([store.readPerson(freeing.personId), store.listReviewers(unitIds)]);
  for (const story of waiting) {
    if (!person) break;
    if (!(await freeOne({ store, now }, story, { freeing, person, reviewers }))) return undefined;
  }
  const isDone = waiting.length < most;
  const next = { ...freeing, after: waiting.at(-1)?._id ?? '', version: freeing.version + 1 };
  const { committed } = await store.commit({
    command: commandOf([freeing._id, freeing.version]),
    changes: [isDone ? remove('freeings', freeing) : replace('freeings', next)],
    value: null,
    now,
  });
  return committed && !isDone ? next : undefined;
}

interface Freed {
  freeing: Freeing;
  /** As the record is now: the duty may have been given back. */
  person: Person;
  reviewers: Person[];
}

/** False when others changed the story whenever it was to be written: it is looked at again later. */
async function freeOne(
  { store, now }: { store: Store; now: number },
  story: Story,
  { freeing, person, reviewers }: Freed,
): Promise<boolean> {
  let current: Story | undefined = story;
  for (let attempt = 1; attempt <= attemptsMax; attempt += 1) {
    if (attempt > 1) current = await store.readStory(story._id);
    if (!current) return true;
    const act = { by: freeing.by, at: now };
    const changes = freeStory(current, { person, reviewers, act, on: dayOf(now) });
    if (!changes) return true;
    const { committed } = await store.commit({
      command: commandOf([freeing._id, current._id, current.version]),
      changes: actChanges(changes),
      value: null,
      now,
    });
    if (committed) return true;
  }
  return false;
}

/** A key for what no phone asked for, so that it too is done once. */
function commandOf(key: (string | number)[]) {
  return {
    call: 'story.free',
    receiptId: hashJson(['story.free', ...key]),
    contentHash: hashJson(key),
  };
}
