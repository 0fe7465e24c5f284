/** What stands beside an open story on a PC: the list it was opened from, or else my own stories. */
import { earnedBy } from '../../client/earned';
import { listFirstStories } from '../../client/kept-answers';
import { besideOf } from '../../platform/beside';
import { rowsOf, type StoryRow } from '../stories/view';
import { cloudNow } from '../../platform/clock';

/** Lines for the list. */
export async function readRowsBeside(
  storyId: string,
  unitNames: Record<string, string>,
): Promise<StoryRow[]> {
  const handed = besideOf<StoryRow>(storyId);
  if (handed.length > 0) return handed;
  const reply = await listFirstStories();
  const stories = reply.ok ? reply.value.stories : [];
  const earned = await earnedBy(stories);
  return rowsOf(stories, { unitNames, earned, now: cloudNow() });
}
