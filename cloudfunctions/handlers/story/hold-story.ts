import { holdStory } from '../../domain/review/stop-story';
import type { CommandHandler } from '../handler';
import { changeStory } from './change-story';

/** `story.hold`: kept back where it stands, until a time or until resumed. */
export const holdStoryHandler: CommandHandler<'story.hold'> = (input, scene) =>
  changeStory(scene, input, ({ whole, person }) =>
    holdStory(whole.story, person, {
      at: scene.now,
      on: scene.on,
      note: input.note,
      until: input.until,
    }),
  );
