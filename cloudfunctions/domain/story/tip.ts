import type { Person } from '../people/person';
import { mayRead } from '../review/eligibility';
import { eventOf, moved, type Act } from './move';
import type { Story, StoryChanges } from './story';

/** May a story of this person come of this tip? It must be one, still stand, and be theirs to read. */
export function mayComeOf(tip: Story | undefined, author: Person, on: string): boolean {
  return tip?.kind === 'tip' && tip.state === 'filed' && mayRead(tip, author, on);
}

/** A story has come of the tip: it leaves the queue and the writer's list; undefined when it had. */
export function writeTip(
  tip: Story,
  { number, ...act }: Act & { number: string },
): StoryChanges | undefined {
  if (tip.isWritten) return undefined;
  const after = moved(tip, { isWritten: true }, act.at);
  const event = eventOf('tip_written', { before: tip, after }, { ...act, note: number });
  return { story: after, events: [event] };
}
