import { refused, type QueryHandler } from '../handler';
import { viewStoryLine } from './view-story';

/** `story.list`: what I filed or bear the byline of, newest first. */
export const listStoryHandler: QueryHandler<'story.list'> = async ({ after }, scene) => {
  const person = await scene.person();
  if (!person) return refused('not_bound');
  const page = await scene.store.listStoriesOf(person._id, after);
  const stories = page.stories.map((story) => viewStoryLine(story, person, scene.now));
  return { ok: true, value: { stories, after: page.after } };
};
