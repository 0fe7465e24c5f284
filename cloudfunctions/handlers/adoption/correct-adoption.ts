import { correctPrinting } from '../../domain/adoption/settle-printing';
import type { CommandHandler } from '../handler';
import { settlePrinted } from './settle-printed';

/** `adoption.correct`: what was verified was printed otherwise; points follow. */
export const correctAdoptionHandler: CommandHandler<'adoption.correct'> = (input, scene) =>
  settlePrinted(scene, input, correctPrinting);
