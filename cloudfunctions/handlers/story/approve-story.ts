import { checksOf, uncheckedOf } from '../../domain/check/checks';
import { approveStory } from '../../domain/review/approve-story';
import type { CommandHandler } from '../handler';
import { changeStory } from './change-story';

/** `story.approve`: passes the stage; the last one signs off. */
export const approveStoryHandler: CommandHandler<'story.approve'> = (input, scene) =>
  changeStory(
    scene,
    input,
    ({ whole: { story, revision, events, reviewers = [] }, person }) => {
      const { note, isCleared, isUnopened = false } = input;
      const moment = { at: scene.now, on: scene.on };
      const checked = { content: revision.content, revision: story.revision };
      const isUnchecked = uncheckedOf(checksOf(checked, events, scene.now)).length > 0;
      const approval = { note, isCleared, isUnopened, isUnchecked, reviewers };
      return approveStory(story, person, { ...moment, ...approval });
    },
    { isStaffed: true },
  );
