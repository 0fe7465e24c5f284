import { editStory } from '../../domain/review/revise-story';
import type { CommandHandler } from '../handler';
import { changeContent } from './change-content';

/** `story.edit`: a new revision by a reviewer's hand; the difference is everybody's to see. */
export const editStoryHandler: CommandHandler<'story.edit'> = (input, scene) =>
  changeContent(scene, input, ({ whole, person }, revising) =>
    editStory(whole.story, person, revising),
  );
