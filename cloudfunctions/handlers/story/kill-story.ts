import { killStory } from '../../domain/review/stop-story';
import type { CommandHandler } from '../handler';
import { changeStory } from './change-story';

/** `story.kill`: withdrawn after sign-off, everywhere. */
export const killStoryHandler: CommandHandler<'story.kill'> = (input, scene) =>
  changeStory(scene, input, ({ whole, person }) =>
    killStory(whole.story, person, { at: scene.now, on: scene.on, note: input.note }),
  );
