/**
 * Timer triggers. A trigger fires at its time by the cloud's clock, whether its last call is over or
 * not, as on CloudBase. When the clock is moved forward by hand, each trigger that came due on the way
 * fires once, for its latest time, in the order of these times and one after the other, and the mover
 * waits for them: a move over a year is not a million calls.
 */
import { CloudError } from '../errors';
import type { CloudContext, Functions, Service } from '../service';
import { createTicker } from './ticker';
import { eventOf, findTrigger, readTriggers } from './triggers';
import type { Due, Trigger } from './triggers';

/** A bad expression is an Error at start that names function, trigger and field. */
export function createTimers(parts: { context: CloudContext; functions: Functions }): Service {
  const { context, functions } = parts;
  const { clock } = context;
  const ticker = createTicker({ clock, triggers, fire });

  /** A build that came with a bad expression while the cloud runs stops the timers, not the cloud. */
  function triggers(): Trigger[] {
    try {
      return readTriggers(functions.list());
    } catch (error) {
      context.log({ service: 'timers', level: 'error', message: String(error) });
      return [];
    }
  }

  async function fire(due: Due): Promise<void> {
    try {
      await functions.invoke(due.function, eventOf(due), { source: 'wx_timer' });
    } catch (error) {
      const code = error instanceof CloudError ? error.code : String(error);
      context.log({ service: 'timers', level: 'error', trigger: due.name, code });
    }
  }

  return {
    name: 'timers',
    async start() {
      readTriggers(functions.list());
      ticker.start();
    },
    async reset() {
      ticker.reset();
    },
    async stop() {
      ticker.stop();
    },
    controls: {
      fire: async (input) => {
        const due = { ...findTrigger(functions.list(), input), dueAt: clock.now() };
        const caller = { source: 'wx_timer' } as const;
        return { result: await functions.invoke(due.function, eventOf(due), caller) };
      },
      pause: (input) => {
        const { isPaused } = input;
        if (typeof isPaused !== 'boolean') {
          throw new CloudError('INVALID_PARAM', 'isPaused must be true or false');
        }
        ticker.pause(isPaused);
        return {};
      },
      list: () => ({
        triggers: triggers().map((one) => ({
          function: one.function,
          name: one.name,
          nextAt: one.schedule.next(clock.now()),
        })),
      }),
    },
  };
}
