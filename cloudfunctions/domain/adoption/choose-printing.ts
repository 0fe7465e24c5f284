/** 作者自选: where a rule counts one printing of a work, its people may say which. */
import { accept, refuse, type Decision } from '../../kernel/decision';
import { rulebookOn, type Rulebook } from '../points/rulebook';
import type { Adoption } from './adoption';

type Printed = Pick<Adoption, '_id' | 'state' | 'printedOn'>;

/** Is there anything to choose: two that count, and a rule of their days that leaves it to the author? */
export function isChoiceGiven(known: Printed[], rulebooks: Rulebook[]): boolean {
  const counted = known.filter(({ state }) => state === 'verified');
  if (counted.length < 2) return false;
  return counted.some(({ printedOn }) =>
    rulebookOn(rulebooks, printedOn)?.rules.some(
      ({ cause, choice }) => cause === 'printing' && choice.kind === 'author',
    ),
  );
}

/** The printing that counts from now on, until another is chosen. */
export function choosePrinting(
  adoption: Printed,
  { known, rulebooks }: { known: Printed[]; rulebooks: Rulebook[] },
): Decision<{ chosenAdoptionId: string }, 'adoption_not_verified' | 'choice_not_given'> {
  if (adoption.state !== 'verified') return refuse('adoption_not_verified');
  if (!isChoiceGiven(known, rulebooks)) return refuse('choice_not_given');
  return accept({ chosenAdoptionId: adoption._id });
}

/**
 * What was chosen, as the printings are now: it goes along where a correction moved it, and where it no
 * longer counts the author is asked again.
 */
export function choiceNow(
  chosenId: string | null,
  known: Pick<Adoption, '_id' | 'state' | 'movedTo'>[],
): string | null {
  const byId = new Map(known.map((adoption) => [adoption._id, adoption]));
  const seen = new Set<string>();
  for (let id = chosenId; id !== null && !seen.has(id);) {
    seen.add(id);
    const adoption = byId.get(id);
    if (adoption?.movedTo === undefined) return adoption?.state === 'verified' ? id : null;
    id = adoption.movedTo;
  }
  return null;
}
