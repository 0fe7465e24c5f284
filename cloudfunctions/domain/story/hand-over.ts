/** What becomes of stories when one of their people leaves the organ or loses a duty. */
import type { Person } from '../people/person';
import { givenTo } from '../review/assign-tip';
import { lacksReviewer, mayReview, queuesOf } from '../review/eligibility';
import { eventOf, moved, type Act } from './move';
import { isToWrite, keeperOf } from './story';
import type { Story, StoryChanges, StoryEventKind } from './story';

export interface Leaving {
  person: Person;
  /** Takes over what the person has open; null when there is nothing to take over. */
  to: Person | null;
  /** Everybody who could act at a stage, the one who leaves not among them. */
  reviewers: Person[];
  act: Act;
  on: string;
}

const unfinished = ['filed', 'in_review', 'returned', 'held'];

/** Is it for this person to bring the story to its end? Then somebody has to take it over. */
export function isOpenWorkOf(story: Story, personId: string): boolean {
  const isKept = keeperOf(story) === personId && unfinished.includes(story.state);
  return (isKept && story.kind !== 'tip') || isToWrite(story, personId);
}

/**
 * The story without the person who leaves: handed to the successor, free of their claim, and before
 * the publicity office when nobody else may act at its stage. Undefined when nothing changes.
 */
export function handOver(story: Story, leaving: Leaving): StoryChanges | undefined {
  const { person, to, act } = leaving;
  const kinds: StoryEventKind[] = [];
  let next = story;
  if (to && isOpenWorkOf(story, person._id)) {
    next = { ...next, ...takenOver(story, person, to) };
    kinds.push('story_handed_over');
  }
  if (next.claim?.personId === person._id) {
    next = { ...next, claim: null };
    kinds.push('story_released');
  }
  if (isStranded(next, leaving)) {
    next = { ...next, isEscalated: true };
    kinds.push('stage_escalated');
  }
  if (kinds.length === 0) return undefined;
  const after = moved(next, {}, act.at);
  const note = (kind: StoryEventKind) => (kind === 'story_handed_over' ? (to?.name ?? '') : '');
  const events = kinds.map((kind) =>
    eventOf(kind, { before: story, after }, { ...act, note: note(kind) }),
  );
  return { story: after, events };
}

/** Queues that a change of somebody's record has left, and how far what waits in them was gone through. */
export interface Freeing {
  /** The record's id and the version that left them. */
  _id: string;
  personId: string;
  keys: string[];
  /** Whose act it was. */
  by: Pick<Person, '_id' | 'name'>;
  /** The last story looked at, in the order of ids; empty at the beginning. */
  after: string;
  version: number;
}

/** Undefined when the record has kept its queues. */
export function freeingOf(
  { before, after, by }: { before: Person; after: Person; by: Freeing['by'] },
  on: string,
): Freeing | undefined {
  const kept = queuesOf(after, on);
  const keys = queuesOf(before, on).filter((key) => !kept.includes(key));
  if (keys.length === 0) return undefined;
  const { _id, name } = by;
  return {
    ...{ _id: `${after._id}:${after.version}`, personId: after._id, keys },
    ...{ by: { _id, name }, after: '', version: 1 },
  };
}

/**
 * The story after somebody's duties changed, as `person` has it: free of a claim that they may no
 * longer act on, and escalated at once when nobody else may act at its stage, not at its limit only.
 */
export function freeStory(story: Story, freeing: Omit<Leaving, 'to'>): StoryChanges | undefined {
  if (mayReview(story, freeing.person, freeing.on)) return undefined;
  return handOver(story, { ...freeing, to: null });
}

function takenOver(story: Story, person: Person, to: Person): Partial<Story> {
  if (isToWrite(story, person._id)) return givenTo(story, to);
  return { keeperId: to._id, peopleIds: [...new Set([...story.peopleIds, to._id])] };
}

function isStranded(story: Story, { reviewers, on }: Leaving): boolean {
  const isWaiting = story.state === 'in_review' && !story.isEscalated;
  return isWaiting && lacksReviewer(story, reviewers, on);
}
