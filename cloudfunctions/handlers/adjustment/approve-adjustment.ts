import type { CommandHandler } from '../handler';
import { decide } from './decide-adjustment';

/** `adjustment.approve`: posts what another proposed. */
export const approveAdjustmentHandler: CommandHandler<'adjustment.approve'> = (input, scene) =>
  decide(scene, input, 'approved');
