import { spikeStory } from '../../domain/review/stop-story';
import type { CommandHandler } from '../handler';
import { changeStory } from './change-story';

/** `story.spike`: dropped before publication, with the reason. */
export const spikeStoryHandler: CommandHandler<'story.spike'> = (input, scene) =>
  changeStory(scene, input, ({ whole, person }) =>
    spikeStory(whole.story, person, { at: scene.now, on: scene.on, note: input.note }),
  );
