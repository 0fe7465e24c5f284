import { queuesOf } from '../../domain/review/eligibility';
import { refused, type QueryHandler } from '../handler';
import { viewStoryLine } from '../story/view-story';

/** `queue.list`: what waits for me, and is not my own: urgent, overdue, oldest first. */
export const listQueueHandler: QueryHandler<'queue.list'> = async ({ kind, after }, scene) => {
  const person = await scene.person();
  if (!person) return refused('not_bound');
  const keys = queuesOf(person, scene.on);
  const page = await scene.store.listQueue({ keys, kind, after });
  const stories = page.stories
    .filter((story) => !story.peopleIds.includes(person._id))
    .map((story) => viewStoryLine(story, person, scene.now));
  return { ok: true, value: { stories, after: page.after } };
};
