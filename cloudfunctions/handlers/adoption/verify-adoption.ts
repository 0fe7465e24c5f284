import { verifyPrinting } from '../../domain/adoption/settle-printing';
import { refuse } from '../../kernel/decision';
import type { CommandHandler } from '../handler';
import { changeAdoption } from './change-adoption';
import { printedFacts } from './printed-facts';

/** `adoption.verify`: the report is true, with these facts. */
export const verifyAdoptionHandler: CommandHandler<'adoption.verify'> = (input, scene) =>
  changeAdoption(scene, input, ({ whole: { adoption, known, outlets } }) => {
    const facts = printedFacts(input, outlets);
    if (!facts) return refuse('outlet_unknown');
    const { note } = input;
    return verifyPrinting(adoption, { known, facts, note, at: scene.now, on: scene.on });
  });
