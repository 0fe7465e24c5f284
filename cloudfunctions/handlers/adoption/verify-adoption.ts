import { verifyPrinting } from '../../domain/adoption/settle-printing';
import { refuse } from '../../kernel/decision';
import type { CommandHandler } from '../handler';
import { bylineRefusal } from './byline-refusal';
import { changeAdoption } from './change-adoption';
import { printedFacts } from './printed-facts';

/** `adoption.verify`: the report is true, with these facts. */
export const verifyAdoptionHandler: CommandHandler<'adoption.verify'> = (input, scene) =>
  changeAdoption(scene, input, async ({ whole, person }) => {
    const { adoption, known, outlets } = whole;
    const facts = printedFacts(input, outlets);
    if (!facts) return refuse('outlet_unknown');
    const named = { person, known: adoption.peopleIds, credits: facts.credits };
    const refusal = await bylineRefusal(scene, named);
    if (refusal) return refuse(refusal);
    const { note } = input;
    return verifyPrinting(adoption, { known, facts, note, at: scene.now, on: scene.on });
  });
