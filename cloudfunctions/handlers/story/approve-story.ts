import { approveStory } from '../../domain/review/approve-story';
import type { CommandHandler } from '../handler';
import { changeStory } from './change-story';

/** `story.approve`: passes the stage; the last one signs off. */
export const approveStoryHandler: CommandHandler<'story.approve'> = (input, scene) =>
  changeStory(
    scene,
    input,
    ({ whole: { story, reviewers = [] }, person }) => {
      const { note, isCleared, isUnopened = false } = input;
      const moment = { at: scene.now, on: scene.on };
      return approveStory(story, person, { ...moment, note, isCleared, isUnopened, reviewers });
    },
    { isStaffed: true },
  );
