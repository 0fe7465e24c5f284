import { assignTip } from '../../domain/review/assign-tip';
import { refuse } from '../../kernel/decision';
import type { CommandHandler } from '../handler';
import { changeStory } from './change-story';

/** `story.assign`: a tip to a writer. */
export const assignStoryHandler: CommandHandler<'story.assign'> = (input, scene) =>
  changeStory(scene, input, async ({ whole, person }) => {
    const to = await scene.store.readPerson(input.toId);
    if (!to) return refuse('person_unfit');
    const moment = { at: scene.now, on: scene.on };
    return assignTip(whole.story, person, { ...moment, to, note: input.note });
  });
