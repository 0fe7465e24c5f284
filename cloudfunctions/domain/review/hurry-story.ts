import { accept, refuse, type Decision } from '../../kernel/decision';
import type { Person } from '../people/person';
import { eventOf, moved } from '../story/move';
import { currentStage, type Story, type StoryChanges } from '../story/story';
import { advance } from './advance';
import { reviewRefusal, type Moment, type ReviewRefusal } from './claim-story';

/** Marks a story urgent; if the stage it waits at may be skipped, it moves on at once. */
export function hurryStory(
  story: Story,
  person: Person,
  { note, reviewers, ...moment }: Moment & { note: string; reviewers: Person[] },
): Decision<StoryChanges, ReviewRefusal> {
  const refusal = reviewRefusal(story, person, moment);
  if (refusal) return refuse(refusal);
  const act = { by: person, at: moment.at, note };
  const urgent = { ...story, isUrgent: true };
  const maySkip = currentStage(story)?.maySkip ?? false;
  if (!maySkip) {
    const after = moved(urgent, {}, moment.at);
    const event = eventOf('story_hurried', { before: story, after }, act);
    return accept({ story: after, events: [event] });
  }
  const from = story.stageIndex ?? 0;
  const next = advance(urgent, { from, reviewers, act, on: moment.on });
  const event = eventOf('story_hurried', { before: story, after: next.story }, act);
  return accept({ story: next.story, events: [event, ...next.events] });
}
