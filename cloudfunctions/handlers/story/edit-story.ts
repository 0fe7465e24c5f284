import { editStory } from '../../domain/review/revise-story';
import { refuse } from '../../kernel/decision';
import type { CommandHandler } from '../handler';
import { changeStory } from './change-story';
import { keepContent } from './keep-content';

/** `story.edit`: a new revision by a reviewer's hand; the difference is everybody's to see. */
export const editStoryHandler: CommandHandler<'story.edit'> = (input, scene) =>
  changeStory(
    scene,
    input,
    async ({ whole, person }) => {
      const { content, note } = input;
      const revising = { at: scene.now, on: scene.on, content, note };
      // Decided before any file is touched, so that what is refused leaves nothing behind.
      const first = editStory(whole.story, person, { ...revising, contentHash: '' });
      if (!first.accepted) return first;
      const before = whole.revision.content;
      const kept = await keepContent(scene, input.storyId, { content, before });
      if (!kept.kept) return refuse(kept.refusal);
      return editStory(whole.story, person, { ...revising, contentHash: kept.contentHash });
    },
    { isChecked: () => true },
  );
