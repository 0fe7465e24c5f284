import { rejectPrinting } from '../../domain/adoption/stop-printing';
import type { CommandHandler } from '../handler';
import { changeAdoption } from './change-adoption';

/** `adoption.reject`: the report is not true, or cannot be shown to be. */
export const rejectAdoptionHandler: CommandHandler<'adoption.reject'> = (input, scene) =>
  changeAdoption(scene, input, ({ whole: { adoption } }) =>
    rejectPrinting(adoption, { note: input.note, at: scene.now }),
  );
