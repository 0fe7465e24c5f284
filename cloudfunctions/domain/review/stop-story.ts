/** Ways a story leaves the chain: withdrawn, spiked, merged, held; and killed after sign-off. */
import { accept, refuse, type Decision } from '../../kernel/decision';
import type { Person } from '../people/person';
import { eventOf, moved, type Act } from '../story/move';
import { keeperOf } from '../story/story';
import type { Story, StoryChanges, StoryEventKind, StoryState } from '../story/story';
import { isClaimedByOther, reviewRefusal, type Moment, type ReviewRefusal } from './claim-story';
import { isDeskOf, lacksReviewer } from './eligibility';
import { isOut } from './revise-story';

const hourMs = 60 * 60 * 1000;

export interface Stopping extends Moment {
  note: string;
}

/** The author takes a story back that nobody has acted on, or that was returned. */
export function withdrawStory(
  story: Story,
  person: Person,
  stopping: Stopping,
): Decision<StoryChanges, 'not_allowed' | 'story_not_open'> {
  if (keeperOf(story) !== person._id) return refuse('not_allowed');
  const isUntouched =
    (story.state === 'filed' || story.state === 'in_review') &&
    story.acted.length === 0 &&
    !isClaimedByOther(story, person._id, stopping.at);
  if (!isUntouched && story.state !== 'returned') return refuse('story_not_open');
  return stop(story, person, { ...stopping, kind: 'story_withdrawn', state: 'withdrawn' });
}

/** 不采用: drops a story before publication; the reviewer must say why. */
export function spikeStory(
  story: Story,
  person: Person,
  stopping: Stopping,
): Decision<StoryChanges, ReviewRefusal | 'story_not_open'> {
  const isTip = story.state === 'filed';
  if (isTip && !isDeskOf(person, story, stopping.on)) return refuse('not_allowed');
  const refusal = isTip ? undefined : reviewRefusal(story, person, stopping);
  if (refusal) return refuse(refusal);
  return stop(story, person, { ...stopping, kind: 'story_spiked', state: 'spiked' });
}

/** Drops a duplicate in favour of another story that lives on. */
export function mergeStory(
  story: Story,
  person: Person,
  { into, ...stopping }: Stopping & { into: Story },
): Decision<StoryChanges, ReviewRefusal | 'merge_invalid'> {
  const refusal = reviewRefusal(story, person, stopping);
  if (refusal) return refuse(refusal);
  const isGone = ['withdrawn', 'spiked', 'killed'].includes(into.state);
  if (into._id === story._id || isGone) return refuse('merge_invalid');
  const note = stopping.note === '' ? into.number : `${into.number}: ${stopping.note}`;
  return stop({ ...story, mergedInto: into._id }, person, {
    ...stopping,
    note,
    kind: 'story_merged',
    state: 'spiked',
  });
}

/** Holds a story back where it stands, until a time or until somebody resumes it. */
export function holdStory(
  story: Story,
  person: Person,
  { until, ...stopping }: Stopping & { until: number | null },
): Decision<StoryChanges, ReviewRefusal | 'embargo_past'> {
  const refusal = reviewRefusal(story, person, stopping);
  if (refusal) return refuse(refusal);
  if (until !== null && until <= stopping.at) return refuse('embargo_past');
  const held = { ...story, embargoUntil: until };
  return stop(held, person, { ...stopping, kind: 'story_held', state: 'held' });
}

/** Puts a held story back into its stage. */
export function resumeStory(
  story: Story,
  person: Person,
  stopping: Stopping & { reviewers: Person[] },
): Decision<StoryChanges, 'not_allowed' | 'story_not_held'> {
  if (story.state !== 'held') return refuse('story_not_held');
  if (!isDeskOf(person, story, stopping.on)) return refuse('not_allowed');
  return resume(story, person, stopping);
}

/** An embargo that has ended lets the story go on by itself; undefined while it holds. */
export function endEmbargo(
  story: Story,
  by: Act['by'],
  moment: Moment & { reviewers: Person[] },
): { accepted: true; changes: StoryChanges } | undefined {
  const { state, embargoUntil } = story;
  if (state !== 'held' || embargoUntil === null || embargoUntil > moment.at) return undefined;
  return resume(story, by, { ...moment, note: '' });
}

// The stage begins anew: the time it was held is not its reviewer's, who may be gone since.
function resume(
  story: Story,
  by: Act['by'],
  { at, on, note, reviewers }: Stopping & { reviewers: Person[] },
): { accepted: true; changes: StoryChanges } {
  const limitMs = (story.chain[story.stageIndex ?? 0]?.limitHours ?? 0) * hourMs;
  const isStranded = !story.isEscalated && lacksReviewer(story, reviewers, on);
  const isEscalated = story.isEscalated || isStranded;
  const resumed = { embargoUntil: null, isOverdue: false, dueAt: at + limitMs, isEscalated };
  const after = moved(story, { ...resumed, state: 'in_review', claim: null }, at);
  const told = { before: story, after };
  const events = [eventOf('story_resumed', told, { by, at, note })];
  if (isStranded) events.push(eventOf('stage_escalated', told, { by, at }));
  return accept({ story: after, events });
}

/** 撤稿: withdraws what was signed off; every channel that holds it is told. */
export function killStory(
  story: Story,
  person: Person,
  stopping: Stopping,
): Decision<StoryChanges, 'not_allowed' | 'story_not_signed_off'> {
  if (!isDeskOf(person, story, stopping.on)) return refuse('not_allowed');
  if (!isOut(story)) return refuse('story_not_signed_off');
  return stop(story, person, { ...stopping, kind: 'story_killed', state: 'killed' });
}

function stop(
  story: Story,
  by: Act['by'],
  {
    kind,
    state,
    note,
    at,
  }: Pick<Stopping, 'at' | 'note'> & { kind: StoryEventKind; state: StoryState },
): { accepted: true; changes: StoryChanges } {
  const after = moved(story, { state, claim: null }, at);
  return accept({
    story: after,
    events: [eventOf(kind, { before: story, after }, { by, at, note })],
  });
}
