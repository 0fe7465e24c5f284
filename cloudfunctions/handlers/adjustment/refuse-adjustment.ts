import type { CommandHandler } from '../handler';
import { decide } from './decide-adjustment';

/** `adjustment.refuse`: drops what another proposed. */
export const refuseAdjustmentHandler: CommandHandler<'adjustment.refuse'> = (input, scene) =>
  decide(scene, input, 'refused');
