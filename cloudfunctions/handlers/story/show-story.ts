import { mayReadChecks } from '../../domain/check/checks';
import { isDeskOf, mayRead } from '../../domain/review/eligibility';
import { isOut } from '../../domain/review/revise-story';
import { checkStory } from '../check/check-story';
import { refused, type QueryHandler } from '../handler';
import { viewStory } from './view-story';

/** `story.show`: the story's page, for its people and for those over its unit. */
export const showStoryHandler: QueryHandler<'story.show'> = async ({ storyId }, scene) => {
  const [person, whole] = await Promise.all([scene.person(), scene.store.readWholeStory(storyId)]);
  if (!person) return refused('not_bound');
  const { on } = scene;
  if (!whole || !mayRead(whole.story, person, on)) return refused('not_found');
  const { story } = whole;
  // Nobody claims what is signed off: a correction's check that was cut off is made up for here.
  const isAsking = isOut(story) && mayReadChecks(story, person._id) && isDeskOf(person, story, on);
  const seen = isAsking ? await checkStory(scene, whole) : whole;
  return { ok: true, value: { story: await viewStory(seen, person, scene) } };
};
