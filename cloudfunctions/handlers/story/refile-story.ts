import { refileStory } from '../../domain/review/revise-story';
import type { CommandHandler } from '../handler';
import { changeContent } from './change-content';

/** `story.refile`: the correspondent files again what was returned. */
export const refileStoryHandler: CommandHandler<'story.refile'> = (input, scene) =>
  changeContent(
    scene,
    input,
    ({ whole: { story, reviewers = [] }, person }, revising) =>
      refileStory(story, person, { ...revising, reviewers }),
    { isStaffed: true },
  );
