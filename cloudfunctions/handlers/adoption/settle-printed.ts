import type { ParsedOf } from '../../contract';
import type { Adoption } from '../../domain/adoption/adoption';
import type { Settled, Settling } from '../../domain/adoption/settle-printing';
import { refuse, type Decision } from '../../kernel/decision';
import type { CommandScene } from '../handler';
import { bylineRefusal } from './byline-refusal';
import { changeAdoption } from './change-adoption';
import { printedFacts } from './printed-facts';

/** What verifying and correcting do alike: the printing becomes what the office says it was. */
export function settlePrinted<Made extends Decision<Settled>>(
  scene: CommandScene,
  input: ParsedOf<'adoption.verify' | 'adoption.correct'>,
  settle: (adoption: Adoption, settling: Settling) => Made,
) {
  return changeAdoption(scene, input, async ({ whole, person }) => {
    const { adoption, known, outlets } = whole;
    const facts = printedFacts(input, outlets);
    if (!facts) return refuse('outlet_unknown');
    const named = { person, known: adoption.peopleIds, credits: facts.credits };
    const refusal = await bylineRefusal(scene, named);
    if (refusal) return refuse(refusal);
    const { note } = input;
    return settle(adoption, { known, facts, note, at: scene.now, on: scene.on });
  });
}
