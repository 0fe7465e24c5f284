import { mayRead } from '../../domain/review/eligibility';
import { refused, type QueryHandler } from '../handler';
import { viewStory } from './view-story';

/** `story.show`: the story's page, for its people and for those over its unit. */
export const showStoryHandler: QueryHandler<'story.show'> = async ({ storyId }, scene) => {
  const [person, whole] = await Promise.all([scene.person(), scene.store.readWholeStory(storyId)]);
  if (!person) return refused('not_bound');
  if (!whole || !mayRead(whole.story, person, scene.on)) return refused('not_found');
  return { ok: true, value: { story: await viewStory(whole, person, scene) } };
};
