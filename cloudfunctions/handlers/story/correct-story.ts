import { correctStory } from '../../domain/review/revise-story';
import type { CommandHandler } from '../handler';
import { changeContent } from './change-content';

/** `story.correct`: amends what was signed off, for every channel that holds it. */
export const correctStoryHandler: CommandHandler<'story.correct'> = (input, scene) =>
  changeContent(scene, input, ({ whole, person }, revising) =>
    correctStory(whole.story, person, revising),
  );
