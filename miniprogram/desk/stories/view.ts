/** What the list of all stories shows, made from what the cloud said. */
import type { ValueOf } from '../../../cloudfunctions/contract/index';
import { rowsOf, type StoryRow } from '../../pages/stories/view';
import { stateText, type StoryState } from '../../text/story';
import { deskStoriesText } from '../wording/stories';

type StoryLine = ValueOf<'deskStory.list'>['stories'][number];

/** In the order in which somebody looks for them: what is stuck stands first. */
const states: StoryState[] = [
  ...(['held', 'returned', 'in_review', 'filed', 'signed_off', 'published'] as const),
  ...(['corrected', 'spiked', 'withdrawn', 'killed'] as const),
];

/** States to choose from; all of them first. */
export const stateChoices = [
  { value: '', words: deskStoriesText.allStates },
  ...states.map((state) => ({ value: state, words: stateText[state] })),
];

/** Lines of other people's stories: whose they are belongs to them. */
export function deskRowsOf(
  stories: StoryLine[],
  looking: { unitNames: Record<string, string>; now: number },
): StoryRow[] {
  const rows = rowsOf(stories, { ...looking, earned: {} });
  return rows.map((row, n) => ({ ...row, grey: `${row.grey} · ${stories[n]?.authorName ?? ''}` }));
}
