/**
 * What happens to stories because time has passed: a limit passes, an embargo ends. Each story is a
 * commit of its own on the version that was read, so that a run may stop anywhere, and two at once
 * do everything once.
 */
import { escalateStory } from '../../domain/review/escalate-story';
import { endEmbargo } from '../../domain/review/stop-story';
import type { Story, StoryChanges } from '../../domain/story/story';
import { dayOf } from '../../kernel/days';
import { hashJson } from '../../kernel/hash';
import type { Tried } from '../../kernel/try-all';
import type { Store } from '../../store';
import { actChanges } from '../story/story-changes';

/** Stories a step; the next step, or the next minute, takes what is left. */
const stepSize = 50;

/** Nobody's act: the clock's. */
const clock = { _id: 'clock', name: '' };

export interface Alarms {
  store: Store;
  now(): number;
  /** No step begins after this moment. */
  until: number;
  tried: Tried;
}

/** How many stories were moved, and how many somebody else moved first. */
export async function ringAlarms({ store, now, until, tried }: Alarms) {
  const rung = { done: 0, outrun: 0 };
  while (now() < until) {
    const at = now();
    const stories = await store.listAlarms(at, stepSize);
    let isStuck = true;
    for (const story of stories) {
      const isDone =
        now() < until && (await tried(`story ${story._id}`, ring(store, story, at))) === true;
      rung[isDone ? 'done' : 'outrun'] += 1;
      isStuck &&= !isDone;
    }
    if (stories.length < stepSize || isStuck) break;
  }
  return rung;
}

async function ring(store: Store, story: Story, at: number): Promise<boolean> {
  const changes = await changesOf(store, story, at);
  if (!changes) return false;
  const committed = await store.commit({
    command: {
      call: 'story.alarm',
      receiptId: hashJson(['story.alarm', story._id, story.version]),
      contentHash: hashJson(changes.story.state),
    },
    changes: actChanges(changes),
    value: null,
    now: at,
  });
  return committed.committed;
}

async function changesOf(
  store: Store,
  story: Story,
  at: number,
): Promise<StoryChanges | undefined> {
  if (story.state !== 'held') return escalateStory(story, clock, at);
  // Whoever was to review it may have gone while it was held.
  const reviewers = await store.listReviewers([story.unitId]);
  return endEmbargo(story, clock, { at, on: dayOf(at), reviewers })?.changes;
}
