import { withdrawStory } from '../../domain/review/stop-story';
import type { CommandHandler } from '../handler';
import { changeStory } from './change-story';

/** `story.withdraw`: the author takes back what nobody has acted on. */
export const withdrawStoryHandler: CommandHandler<'story.withdraw'> = (input, scene) =>
  changeStory(scene, input, ({ whole, person }) =>
    withdrawStory(whole.story, person, { at: scene.now, on: scene.on, note: input.note }),
  );
