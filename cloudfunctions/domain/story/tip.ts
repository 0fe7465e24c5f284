import type { Person } from '../people/person';
import { mayRead } from '../review/eligibility';
import type { Story } from './story';

/** May a story of this person come of this tip? It must be one, still stand, and be theirs to read. */
export function mayComeOf(tip: Story | undefined, author: Person, on: string): boolean {
  return tip?.kind === 'tip' && tip.state === 'filed' && mayRead(tip, author, on);
}
