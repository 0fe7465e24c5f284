import { accept, refuse, type Decision } from '../../kernel/decision';
import type { Person } from '../people/person';
import { eventOf, moved } from '../story/move';
import type { PassageNote, Story, StoryChanges } from '../story/story';
import { reviewRefusal, type Moment, type ReviewRefusal } from './claim-story';

export interface Returning extends Moment {
  /** What is to be changed; never empty. */
  note: string;
  passages: PassageNote[];
  /** The body that the passages are about. */
  body: string;
}

/** Sends a story back to its correspondent; the reviewer must say what to change. */
export function returnStory(
  story: Story,
  person: Person,
  { note, passages, body, ...moment }: Returning,
): Decision<StoryChanges, ReviewRefusal | 'passage_invalid'> {
  const refusal = reviewRefusal(story, person, moment);
  if (refusal) return refuse(refusal);
  if (!passages.every((passage) => stands(passage, body))) return refuse('passage_invalid');
  const after = moved(story, { state: 'returned', claim: null }, moment.at);
  const act = { by: person, at: moment.at, note };
  const event = { ...eventOf('story_returned', { before: story, after }, act), passages };
  return accept({ story: after, events: [event] });
}

/** A passage is where it says: its quote stands in the body at that place. */
function stands({ from, to, quote }: PassageNote, body: string): boolean {
  return from < to && to <= body.length && body.slice(from, to).startsWith(quote);
}
