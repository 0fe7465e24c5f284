import { hurryStory } from '../../domain/review/hurry-story';
import type { CommandHandler } from '../handler';
import { changeStory } from './change-story';

/** `story.hurry`: urgent; stages that may be skipped then are. */
export const hurryStoryHandler: CommandHandler<'story.hurry'> = (input, scene) =>
  changeStory(
    scene,
    input,
    ({ whole: { story, reviewers = [] }, person }) => {
      const moment = { at: scene.now, on: scene.on };
      return hurryStory(story, person, { ...moment, note: input.note, reviewers });
    },
    { isStaffed: true },
  );
