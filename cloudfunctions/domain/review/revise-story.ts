/** New revisions: the reviewer's edit, the correspondent's refiling, the correction after sign-off. */
import { accept, refuse, type Decision } from '../../kernel/decision';
import type { Person } from '../people/person';
import { checkContent, outlineOf, peopleOf, type ContentRefusal } from '../story/file-story';
import { eventOf, moved, type Act } from '../story/move';
import { keeperOf, type Story, type StoryChanges, type StoryContent } from '../story/story';
import { advance } from './advance';
import { isDeskOf } from './eligibility';
import { reviewRefusal, type Moment, type ReviewRefusal } from './claim-story';

export interface Revising extends Moment {
  content: StoryContent;
  contentHash: string;
  note: string;
}

type RevisionRefusal = ContentRefusal | 'kind_fixed' | 'nothing_changed';

/** A reviewer's own hand on the text; the stage stays, the claim too. */
export function editStory(
  story: Story,
  person: Person,
  revising: Revising,
): Decision<StoryChanges, ReviewRefusal | RevisionRefusal> {
  const refusal = reviewRefusal(story, person, revising) ?? contentRefusal(story, revising);
  if (refusal) return refuse(refusal);
  const after = moved(story, revisionOf(story, revising), revising.at);
  const act = actOf(person, revising);
  const event = eventOf('story_edited', { before: story, after }, act);
  return accept({ story: after, events: [event], content: revising.content });
}

/** The correspondent files again what was returned; it goes back to the stage that returned it. */
export function refileStory(
  story: Story,
  person: Person,
  revising: Revising & { reviewers: Person[] },
): Decision<StoryChanges, 'not_allowed' | 'story_not_returned' | RevisionRefusal> {
  if (keeperOf(story) !== person._id) return refuse('not_allowed');
  if (story.state !== 'returned') return refuse('story_not_returned');
  const refusal = contentRefusal(story, revising);
  // Filing the same text again is an answer too: the reviewer may have asked for nothing in it.
  if (refusal && refusal !== 'nothing_changed') return refuse(refusal);
  const act = actOf(person, revising);
  const revised = { ...story, ...revisionOf(story, revising) };
  const { reviewers, on } = revising;
  const entered = advance(revised, { from: story.stageIndex ?? 0, reviewers, act, on });
  const event = eventOf('story_refiled', { before: story, after: entered.story }, act);
  return accept({
    story: entered.story,
    events: [event, ...entered.events],
    content: revising.content,
  });
}

/** 更正: amends what was signed off; published stories become corrected ones. */
export function correctStory(
  story: Story,
  person: Person,
  revising: Revising,
): Decision<StoryChanges, 'not_allowed' | 'story_not_signed_off' | RevisionRefusal> {
  if (!isDeskOf(person, story, revising.on)) return refuse('not_allowed');
  if (!isOut(story)) return refuse('story_not_signed_off');
  const refusal = contentRefusal(story, revising);
  if (refusal) return refuse(refusal);
  const state = story.state === 'signed_off' ? 'signed_off' : 'corrected';
  const after = moved(story, { ...revisionOf(story, revising), state }, revising.at);
  const event = eventOf('story_corrected', { before: story, after }, actOf(person, revising));
  return accept({ story: after, events: [event], content: revising.content });
}

/** Signed off and not killed: channels hold it. */
export function isOut(story: Story): boolean {
  return ['signed_off', 'published', 'corrected'].includes(story.state);
}

function contentRefusal(story: Story, revising: Revising): RevisionRefusal | undefined {
  if (revising.content.kind !== story.kind) return 'kind_fixed';
  if (revising.contentHash === story.contentHash) return 'nothing_changed';
  return checkContent(revising.content, revising.on);
}

function revisionOf(story: Story, { content, contentHash }: Revising): Partial<Story> {
  return {
    ...outlineOf(content, contentHash),
    peopleIds: [...new Set([...peopleOf(story.authorId, content), keeperOf(story)])],
    revision: story.revision + 1,
  };
}

function actOf(by: Person, { at, note }: Revising): Act {
  return { by, at, note };
}
