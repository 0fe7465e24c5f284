import type { Revising } from '../../domain/review/revise-story';
import type { StoryChanges, StoryContent } from '../../domain/story/story';
import { refuse, type Decision } from '../../kernel/decision';
import type { CommandScene } from '../handler';
import { changeStory, type Loaded } from './change-story';
import { keepContent } from './keep-content';

/** What is made of a story, which has a note unless its correspondent files it again. */
interface Changing {
  storyId: string;
  version: number;
  content: StoryContent;
  note?: string;
}

/**
 * What an edit, a correction and a refiling do alike: the new content's files are kept, and the platform is
 * asked about what it has not seen. Decided before any file is touched, so that what is refused leaves nothing behind.
 */
export function changeContent<Made extends Decision<StoryChanges>>(
  scene: CommandScene,
  input: Changing,
  revise: (loaded: Loaded, revising: Revising) => Made,
  options: { isStaffed?: true } = {},
) {
  const { storyId, content, note = '' } = input;
  return changeStory(
    scene,
    input,
    async (loaded) => {
      const revising = { at: scene.now, on: scene.on, content, note };
      const first = revise(loaded, { ...revising, contentHash: '' });
      if (!first.accepted) return first;
      const before = loaded.whole.revision.content;
      const kept = await keepContent(scene, storyId, { content, before });
      // The phone sends that one file again, not all of them.
      if (!kept.kept) return { ...refuse(kept.refusal), detail: { sha256: kept.sha256 } };
      const { contentHash, links } = kept;
      return { ...revise(loaded, { ...revising, contentHash }), links };
    },
    { ...options, isChecked: () => true },
  );
}
