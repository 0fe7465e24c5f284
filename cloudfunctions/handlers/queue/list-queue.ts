import type { ValueOf } from '../../contract';
import { checksOf, verdictOf } from '../../domain/check/checks';
import { mayReview, queuesOf } from '../../domain/review/eligibility';
import type { QueuedStory } from '../../store/queue';
import { refused, type QueryHandler } from '../handler';
import { viewStoryLine } from '../story/view-story';

type QueueLine = ValueOf<'queue.list'>['stories'][number];

/** A page on which nothing is for this person is passed over, so many times at most. */
const pagesMax = 5;

/** `queue.list`: what waits for me, and is mine to act on: urgent, overdue, oldest first. */
export const listQueueHandler: QueryHandler<'queue.list'> = async (input, scene) => {
  const person = await scene.person();
  if (!person) return refused('not_bound');
  const keys = queuesOf(person, scene.on);
  const { kind, pressing, unitId = null } = input;
  const wanted = {
    ...{ keys, kind, unitId, isUrgent: pressing === 'urgent' },
    dueBefore: pressing === 'overdue' ? scene.now : null,
  };
  let { after } = input;
  for (let read = 1; ; read += 1) {
    const page = await scene.store.listQueue({ ...wanted, after });
    const stories = page.queued
      // In the queue of one's duty there may be one's own, and what one passed at another stage.
      .filter(({ story }) => !story.peopleIds.includes(person._id))
      .filter(({ story }) => story.state === 'filed' || mayReview(story, person, scene.on))
      .map((one) => ({
        ...viewStoryLine(one.story, person, scene.now),
        ...verdictOn(one, scene.now),
      }));
    after = page.after;
    if (stories.length > 0 || after === null || read >= pagesMax) {
      return { ok: true, value: { stories, after } };
    }
  }
};

function verdictOn({ story, content, events }: QueuedStory, now: number) {
  const { revision } = story;
  const verdict = verdictOf(checksOf({ content, revision }, events, now));
  return verdict === 'pass' ? {} : ({ verdict } satisfies Pick<QueueLine, 'verdict'>);
}
