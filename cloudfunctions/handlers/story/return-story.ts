import { returnStory } from '../../domain/review/return-story';
import type { CommandHandler } from '../handler';
import { changeStory } from './change-story';

/** `story.return`: back to the correspondent, saying what to change and where. */
export const returnStoryHandler: CommandHandler<'story.return'> = (input, scene) =>
  changeStory(scene, input, ({ whole, person }) => {
    const { note, passages } = input;
    const { body } = whole.revision.content;
    const moment = { at: scene.now, on: scene.on };
    return returnStory(whole.story, person, { ...moment, note, passages, body });
  });
