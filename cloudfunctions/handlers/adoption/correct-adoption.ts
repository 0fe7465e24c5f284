import { correctPrinting } from '../../domain/adoption/settle-printing';
import { refuse } from '../../kernel/decision';
import type { CommandHandler } from '../handler';
import { bylineRefusal } from './byline-refusal';
import { changeAdoption } from './change-adoption';
import { printedFacts } from './printed-facts';

/** `adoption.correct`: what was verified was printed otherwise; points follow. */
export const correctAdoptionHandler: CommandHandler<'adoption.correct'> = (input, scene) =>
  changeAdoption(scene, input, async ({ whole, person }) => {
    const { adoption, known, outlets } = whole;
    const facts = printedFacts(input, outlets);
    if (!facts) return refuse('outlet_unknown');
    const named = { person, known: adoption.peopleIds, credits: facts.credits };
    const refusal = await bylineRefusal(scene, named);
    if (refusal) return refuse(refusal);
    const { note } = input;
    return correctPrinting(adoption, { known, facts, note, at: scene.now, on: scene.on });
  });
