import { correctStory } from '../../domain/review/revise-story';
import { refuse } from '../../kernel/decision';
import type { CommandHandler } from '../handler';
import { changeStory } from './change-story';
import { keepContent } from './keep-content';

/** `story.correct`: amends what was signed off, for every channel that holds it. */
export const correctStoryHandler: CommandHandler<'story.correct'> = (input, scene) =>
  changeStory(
    scene,
    input,
    async ({ whole, person }) => {
      const { content, note } = input;
      const revising = { at: scene.now, on: scene.on, content, note };
      // Decided before any file is touched, so that what is refused leaves nothing behind.
      const first = correctStory(whole.story, person, { ...revising, contentHash: '' });
      if (!first.accepted) return first;
      const before = whole.revision.content;
      const kept = await keepContent(scene, input.storyId, { content, before });
      if (!kept.kept) return refuse(kept.refusal);
      return correctStory(whole.story, person, { ...revising, contentHash: kept.contentHash });
    },
    { isChecked: () => true },
  );
