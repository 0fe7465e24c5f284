import { releaseStory } from '../../domain/review/claim-story';
import type { CommandHandler } from '../handler';
import { changeStory } from './change-story';

/** `story.release`: back to the queue. */
export const releaseStoryHandler: CommandHandler<'story.release'> = (input, scene) =>
  changeStory(scene, input, ({ whole, person }) =>
    releaseStory(whole.story, person, { at: scene.now, on: scene.on }),
  );
