import { claimStory, isClaimedBy } from '../../domain/review/claim-story';
import type { CommandHandler } from '../handler';
import { changeStory } from './change-story';

/** `story.claim`: ten minutes for one reviewer; a second is told who has it. */
export const claimStoryHandler: CommandHandler<'story.claim'> = (input, scene) =>
  changeStory(
    scene,
    input,
    ({ whole, person }) => claimStory(whole.story, person, { at: scene.now, on: scene.on }),
    // What is unchecked is asked about under whoever opens the story, not again at each renewal.
    {
      isChecked: ({ whole: { story }, person }) => !isClaimedBy(story, person._id, scene.now),
    },
  );
