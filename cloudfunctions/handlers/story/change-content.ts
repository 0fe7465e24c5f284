import type { ParsedOf } from '../../contract';
import type { Person } from '../../domain/people/person';
import type { Revising } from '../../domain/review/revise-story';
import type { Story, StoryChanges } from '../../domain/story/story';
import { refuse, type Decision } from '../../kernel/decision';
import type { CommandScene } from '../handler';
import { changeStory } from './change-story';
import { keepContent } from './keep-content';

/**
 * What an edit and a correction do alike: the new content's files are kept, and the platform is asked
 * about what it has not seen. Decided before any file is touched, so that what is refused leaves nothing behind.
 */
export function changeContent<Made extends Decision<StoryChanges>>(
  scene: CommandScene,
  input: ParsedOf<'story.edit' | 'story.correct'>,
  revise: (story: Story, person: Person, revising: Revising) => Made,
) {
  return changeStory(
    scene,
    input,
    async ({ whole, person }) => {
      const { content, note } = input;
      const revising = { at: scene.now, on: scene.on, content, note };
      const first = revise(whole.story, person, { ...revising, contentHash: '' });
      if (!first.accepted) return first;
      const before = whole.revision.content;
      const kept = await keepContent(scene, input.storyId, { content, before });
      if (!kept.kept) return refuse(kept.refusal);
      return revise(whole.story, person, { ...revising, contentHash: kept.contentHash });
    },
    { isChecked: () => true },
  );
}
