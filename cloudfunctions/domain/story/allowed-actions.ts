import type * as z from 'zod/mini';
import type { storyAction } from '../../contract/story';
import type { Person } from '../people/person';
import { reviewRefusal, type Moment } from '../review/claim-story';
import { isDeskOf } from '../review/eligibility';
import { isOut } from '../review/revise-story';
import { withdrawStory } from '../review/stop-story';
import { keeperOf, type Story } from './story';

export type StoryAction = z.output<typeof storyAction>;

/** What this person may do to the story now; the phone shows these buttons and no others. */
export function allowedActions(story: Story, person: Person, moment: Moment): StoryAction[] {
  const isKeeper = keeperOf(story) === person._id;
  const isDesk = isDeskOf(person, story, moment.on);
  const isMine = story.claim?.personId === person._id && story.claim.until > moment.at;
  const allowed: StoryAction[] = [];
  if (isKeeper && withdrawStory(story, person, { ...moment, note: '' }).accepted) {
    allowed.push('withdraw');
  }
  if (isKeeper && story.state === 'returned') allowed.push('refile');
  if (!reviewRefusal(story, person, moment)) {
    allowed.push(isMine ? 'release' : 'claim', 'approve', 'return', 'edit', 'spike', 'hold');
    allowed.push('pass', 'merge');
    if (!story.isUrgent) allowed.push('hurry');
  }
  if (isDesk && story.state === 'held') allowed.push('resume');
  if (isDesk && story.state === 'filed') allowed.push('assign', 'spike');
  if (isDesk && isOut(story)) allowed.push('correct', 'kill');
  return allowed;
}
