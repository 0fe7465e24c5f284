import { verifyPrinting } from '../../domain/adoption/settle-printing';
import type { CommandHandler } from '../handler';
import { settlePrinted } from './settle-printed';

/** `adoption.verify`: the report is true, with these facts. */
export const verifyAdoptionHandler: CommandHandler<'adoption.verify'> = (input, scene) =>
  settlePrinted(scene, input, verifyPrinting);
