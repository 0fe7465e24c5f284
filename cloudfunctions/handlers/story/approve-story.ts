import { approveStory } from '../../domain/review/approve-story';
import type { CommandHandler } from '../handler';
import { changeStory } from './change-story';
import { reviewersOf } from './reviewers-of';

/** `story.approve`: passes the stage; the last one signs off. */
export const approveStoryHandler: CommandHandler<'story.approve'> = (input, scene) =>
  changeStory(scene, input, async ({ whole: { story }, person }) => {
    const reviewers = await reviewersOf(scene.store, story.chain, story.unitId);
    const { note, isCleared } = input;
    const moment = { at: scene.now, on: scene.on };
    return approveStory(story, person, { ...moment, note, isCleared, reviewers });
  });
