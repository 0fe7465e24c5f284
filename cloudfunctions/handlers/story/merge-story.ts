import { mayRead } from '../../domain/review/eligibility';
import { mergeStory } from '../../domain/review/stop-story';
import { refuse } from '../../kernel/decision';
import type { CommandHandler } from '../handler';
import { changeStory } from './change-story';

/** `story.merge`: a duplicate gives way to another story; its history says to which. */
export const mergeStoryHandler: CommandHandler<'story.merge'> = (input, scene) =>
  changeStory(scene, input, async ({ whole, person }) => {
    const into = await scene.store.readStory(input.intoId);
    if (!into || !mayRead(into, person, scene.on)) return refuse('merge_invalid');
    const moment = { at: scene.now, on: scene.on };
    return mergeStory(whole.story, person, { ...moment, into, note: input.note });
  });
