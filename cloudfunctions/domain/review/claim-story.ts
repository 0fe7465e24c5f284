import { accept, refuse, type Decision } from '../../kernel/decision';
import type { Person } from '../people/person';
import { eventOf, moved } from '../story/move';
import type { Story, StoryChanges } from '../story/story';
import { isEligible, mayReview } from './eligibility';

/** Long enough to read a feature and write notes; an idle claim frees itself. */
export const claimMs = 10 * 60 * 1000;
/** A story passed to a colleague waits for them a day. */
export const passMs = 24 * 60 * 60 * 1000;

export interface Moment {
  at: number;
  on: string;
}

export type ReviewRefusal = 'story_not_in_review' | 'not_allowed' | 'claimed_by_other';

/** Why this person may not act on the story where it stands; undefined when they may. */
export function reviewRefusal(
  story: Story,
  person: Person,
  { at, on }: Moment,
): ReviewRefusal | undefined {
  if (story.state !== 'in_review') return 'story_not_in_review';
  if (!mayReview(story, person, on)) return 'not_allowed';
  if (isClaimedByOther(story, person._id, at)) return 'claimed_by_other';
  return undefined;
}

export function isClaimedByOther(story: Story, personId: string, at: number): boolean {
  return story.claim !== null && story.claim.until > at && story.claim.personId !== personId;
}

export function isClaimedBy(story: Story, personId: string, at: number): boolean {
  return story.claim?.personId === personId && story.claim.until > at;
}

/** Takes the story for ten minutes; one's own claim is prolonged, never cut short. */
export function claimStory(
  story: Story,
  person: Person,
  moment: Moment,
): Decision<StoryChanges, ReviewRefusal> {
  const refusal = reviewRefusal(story, person, moment);
  if (refusal) return refuse(refusal);
  const mineUntil = isClaimedBy(story, person._id, moment.at) ? (story.claim?.until ?? 0) : 0;
  const until = Math.max(mineUntil, moment.at + claimMs);
  const claim = { personId: person._id, name: person.name, until };
  const after = moved(story, { claim }, moment.at);
  const act = { by: person, at: moment.at };
  return accept({
    story: after,
    events: [eventOf('story_claimed', { before: story, after }, act)],
  });
}

/** Gives a claimed story back to the queue. */
export function releaseStory(
  story: Story,
  person: Person,
  moment: Moment,
): Decision<StoryChanges, ReviewRefusal> {
  const refusal = reviewRefusal(story, person, moment);
  if (refusal) return refuse(refusal);
  const after = moved(story, { claim: null }, moment.at);
  const act = { by: person, at: moment.at };
  return accept({
    story: after,
    events: [eventOf('story_released', { before: story, after }, act)],
  });
}

/** Hands the story to another reviewer of the same stage, who has a day for it. */
export function passStory(
  story: Story,
  person: Person,
  { to, note, ...moment }: Moment & { to: Person; note: string },
): Decision<StoryChanges, ReviewRefusal | 'person_unfit'> {
  const refusal = reviewRefusal(story, person, moment);
  if (refusal) return refuse(refusal);
  const { stageIndex } = story;
  const stage = stageIndex === null ? undefined : story.chain[stageIndex];
  const isFit =
    stage && stageIndex !== null && isEligible(to, { story, stage, stageIndex }, moment.on);
  if (!isFit || to._id === person._id) return refuse('person_unfit');
  const claim = { personId: to._id, name: to.name, until: moment.at + passMs };
  const after = moved(story, { claim }, moment.at);
  const act = { by: person, at: moment.at, note: note === '' ? to.name : `${to.name}: ${note}` };
  return accept({
    story: after,
    events: [eventOf('story_passed_on', { before: story, after }, act)],
  });
}
