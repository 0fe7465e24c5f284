import { accept, refuse, type Decision } from '../../kernel/decision';
import { hasLeft, type Person } from '../people/person';
import { eventOf, moved } from '../story/move';
import type { Story, StoryChanges } from '../story/story';
import type { Moment } from './claim-story';
import { isDeskOf } from './eligibility';

/** Gives a tip to a writer; giving it again to another takes it from the first. */
export function assignTip(
  story: Story,
  person: Person,
  { to, note, ...moment }: Moment & { to: Person; note: string },
): Decision<StoryChanges, 'story_not_tip' | 'not_allowed' | 'person_unfit'> {
  if (story.kind !== 'tip' || story.state !== 'filed') return refuse('story_not_tip');
  if (!isDeskOf(person, story, moment.on)) return refuse('not_allowed');
  if (hasLeft(to, moment.on) || to._id === story.assigneeId) return refuse('person_unfit');
  const after = moved(story, givenTo(story, to), moment.at);
  const act = { by: person, at: moment.at, note: note === '' ? to.name : `${to.name}: ${note}` };
  return accept({ story: after, events: [eventOf('tip_assigned', { before: story, after }, act)] });
}

/** A tip stands among the stories of its writer, and of no former one. */
export function givenTo(story: Story, to: Person): Partial<Story> {
  const isOwn = (id: string) => id !== story.assigneeId || id === story.authorId;
  const peopleIds = [...new Set([...story.peopleIds.filter(isOwn), to._id])];
  return { assigneeId: to._id, assigneeName: to.name, peopleIds };
}
