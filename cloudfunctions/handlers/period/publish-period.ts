import { usualArrangement } from '../../domain/bulletin/columns';
import { publishPeriod } from '../../domain/period/period';
import { accept } from '../../kernel/decision';
import type { CommandHandler } from '../handler';
import { changePeriod } from './change-period';

/** `period.publish`: the draft is up for everybody, and appeals against entries go on. */
export const publishPeriodHandler: CommandHandler<'period.publish'> = (input, scene) =>
  changePeriod(scene, input, async ({ before }) => {
    const { noticeDays } = (await scene.store.readArrangement()) ?? usualArrangement;
    const decision = publishPeriod(before, { on: scene.on, noticeDays });
    return decision.accepted ? accept({ period: decision.changes.period, more: [] }) : decision;
  });
