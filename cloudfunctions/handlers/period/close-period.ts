import type { CommandHandler } from '../handler';
import { changePeriod } from './change-period';
import { planClosing } from './plan-closing';

/** `period.close`: by hand, before the clock does; nothing opens it again. */
export const closePeriodHandler: CommandHandler<'period.close'> = (input, scene) =>
  changePeriod(scene, input, ({ person, before }) =>
    planClosing(scene, { key: input.period, before, byName: person.name }),
  );
