import { accept, refuse, type Decision } from '../../kernel/decision';
import type { Person } from '../people/person';
import { eventOf, moved } from '../story/move';
import type { Story, StoryChanges } from '../story/story';
import { advance } from './advance';
import { reviewRefusal, type Moment, type ReviewRefusal } from './claim-story';

export interface Approval extends Moment {
  note: string;
  /** 保密审查: asked for at the last stage. */
  isCleared: boolean;
  /** Passed in the list, without having been opened. */
  isUnopened: boolean;
  /** 未检: there is something in it that the platform has not looked at, and is not about to answer. */
  isUnchecked: boolean;
  reviewers: Person[];
}

export type ApprovalRefusal =
  ReviewRefusal | 'story_doubtful' | 'story_unchecked' | 'clearance_missing';

/** Passes the stage; the last one signs the story off. */
export function approveStory(
  story: Story,
  person: Person,
  { note, isCleared, isUnopened, isUnchecked, reviewers, ...moment }: Approval,
): Decision<StoryChanges, ApprovalRefusal> {
  const refusal = reviewRefusal(story, person, moment);
  if (refusal) return refuse(refusal);
  // A doubt blocks nothing, but somebody has to have seen what is doubted.
  if (isUnopened && story.isDoubtful) return refuse('story_doubtful');
  // What nobody looked at, a person decides: and opening it asks the platform once more.
  if (isUnopened && isUnchecked) return refuse('story_unchecked');
  const stageIndex = story.stageIndex ?? 0;
  const isLast = stageIndex === story.chain.length - 1;
  if (isLast && !isCleared) return refuse('clearance_missing');

  const act = { by: person, at: moment.at, note };
  const approved = { ...story, acted: [...story.acted, { stageIndex, personId: person._id }] };
  if (isLast) {
    const change = { state: 'signed_off' as const, stageIndex: null, claim: null };
    const after = moved(approved, change, moment.at);
    return accept({
      story: after,
      events: [eventOf('story_signed_off', { before: story, after }, act)],
    });
  }
  const next = advance(approved, { from: stageIndex + 1, reviewers, act, on: moment.on });
  const event = eventOf('stage_approved', { before: story, after: next.story }, act);
  return accept({ story: next.story, events: [event, ...next.events] });
}
