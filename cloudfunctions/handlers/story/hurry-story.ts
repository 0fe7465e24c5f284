import { hurryStory } from '../../domain/review/hurry-story';
import type { CommandHandler } from '../handler';
import { changeStory } from './change-story';
import { reviewersOf } from './reviewers-of';

/** `story.hurry`: urgent; stages that may be skipped then are. */
export const hurryStoryHandler: CommandHandler<'story.hurry'> = (input, scene) =>
  changeStory(scene, input, async ({ whole: { story }, person }) => {
    const reviewers = await reviewersOf(scene.store, story.chain, story.unitId);
    const moment = { at: scene.now, on: scene.on };
    return hurryStory(story, person, { ...moment, note: input.note, reviewers });
  });
