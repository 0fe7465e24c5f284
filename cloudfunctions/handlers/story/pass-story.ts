import { passStory } from '../../domain/review/claim-story';
import { refuse } from '../../kernel/decision';
import type { CommandHandler } from '../handler';
import { changeStory } from './change-story';

/** `story.pass`: to another reviewer of the same stage. */
export const passStoryHandler: CommandHandler<'story.pass'> = (input, scene) =>
  changeStory(scene, input, async ({ whole, person }) => {
    const to = await scene.store.readPerson(input.toId);
    if (!to) return refuse('person_unfit');
    const moment = { at: scene.now, on: scene.on };
    return passStory(whole.story, person, { ...moment, to, note: input.note });
  });
