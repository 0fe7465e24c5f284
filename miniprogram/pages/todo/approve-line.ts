import type { Reply } from '../../client/call';
import { approveStory, showStory } from '../../client/newsroom';

type Line = { id: string; version: number; updatedAt: number };

/**
 * Approves a story as the list showed it. Opening and leaving a story changes its version too; when
 * nothing else has happened since, the approval goes again on the newest version.
 */
export async function approveLine({
  id,
  version,
  updatedAt,
}: Line): Promise<Reply<'story.approve'>> {
  const reply = await approve(id, version);
  const isChanged = !reply.ok && 'refusal' in reply && reply.refusal === 'changed_meanwhile';
  if (!isChanged) return reply;
  const shown = await showStory({ storyId: id });
  // The history leaves claims out: what is newer than the line is a change to the story.
  const isSame = shown.ok && shown.value.story.timeline.every(({ at }) => at <= updatedAt);
  return isSame ? approve(id, shown.value.story.version) : reply;
}

// Asked once for all that were chosen: the dialog names the clearance.
const approve = (storyId: string, version: number) =>
  approveStory({ storyId, version, note: '', isCleared: true, isUnopened: true });
