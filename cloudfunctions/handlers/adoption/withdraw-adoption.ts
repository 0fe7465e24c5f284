import { withdrawPrinting } from '../../domain/adoption/stop-printing';
import type { CommandHandler } from '../handler';
import { changeAdoption } from './change-adoption';

/** `adoption.withdraw`: it no longer counts; its points are taken back. */
export const withdrawAdoptionHandler: CommandHandler<'adoption.withdraw'> = (input, scene) =>
  changeAdoption(scene, input, ({ whole: { adoption } }) =>
    withdrawPrinting(adoption, { note: input.note, at: scene.now }),
  );
