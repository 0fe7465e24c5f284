import { refileStory } from '../../domain/review/revise-story';
import { refuse } from '../../kernel/decision';
import type { CommandHandler } from '../handler';
import { changeStory } from './change-story';
import { keepContent } from './keep-content';

/** `story.refile`: the correspondent files again what was returned. */
export const refileStoryHandler: CommandHandler<'story.refile'> = (input, scene) =>
  changeStory(
    scene,
    input,
    async ({ whole, person }) => {
      const { content } = input;
      const { story, reviewers = [] } = whole;
      const revising = { at: scene.now, on: scene.on, content, note: '', reviewers };
      // Decided before any file is touched, so that what is refused leaves nothing behind.
      const first = refileStory(story, person, { ...revising, contentHash: '' });
      if (!first.accepted) return first;
      const before = whole.revision.content;
      const kept = await keepContent(scene, input.storyId, { content, before });
      if (!kept.kept) return refuse(kept.refusal);
      return refileStory(story, person, { ...revising, contentHash: kept.contentHash });
    },
    { isStaffed: true, isChecked: () => true },
  );
