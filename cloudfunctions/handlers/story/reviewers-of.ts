import type { Person } from '../../domain/people/person';
import type { Stage } from '../../domain/story/story';
import type { Store } from '../../store';

/** Everyone who could be eligible at a stage of this chain; one read. */
export function reviewersOf(store: Store, chain: Stage[], unitId: string): Promise<Person[]> {
  const duties = [...new Set(chain.map(({ duty }) => duty).filter((duty) => duty !== 'unit_head'))];
  const hasHead = chain.some(({ duty }) => duty === 'unit_head');
  return store.listReviewers(duties, hasHead ? unitId : null);
}
