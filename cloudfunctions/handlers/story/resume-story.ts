import { resumeStory } from '../../domain/review/stop-story';
import type { CommandHandler } from '../handler';
import { changeStory } from './change-story';

/** `story.resume`: a held story goes on. */
export const resumeStoryHandler: CommandHandler<'story.resume'> = (input, scene) =>
  changeStory(
    scene,
    input,
    ({ whole: { story, reviewers = [] }, person }) => {
      const moment = { at: scene.now, on: scene.on };
      return resumeStory(story, person, { ...moment, note: input.note, reviewers });
    },
    { isStaffed: true },
  );
