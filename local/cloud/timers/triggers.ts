/** The timer triggers of the functions' configurations, and which of them are due. */
import { CloudError } from '../errors';
import type { FunctionConfig } from '../service';
import { parseCron } from './cron';
import type { Schedule } from './cron';

export interface Trigger {
  function: string;
  name: string;
  schedule: Schedule;
}

export interface Due extends Trigger {
  /** Epoch ms. */
  dueAt: number;
}

/** Each trigger that has a time in (fromMs, toMs], with the latest of them, earliest first. */
export function dueBetween(triggers: Trigger[], fromMs: number, toMs: number): Due[] {
  return triggers
    .map((trigger) => ({ ...trigger, dueAt: trigger.schedule.last(toMs) ?? -Infinity }))
    .filter((due) => due.dueAt > fromMs)
    .sort((a, b) => a.dueAt - b.dueAt);
}

/** Throws an Error that names the function and the trigger of a bad expression. */
export function readTriggers(configs: FunctionConfig[]): Trigger[] {
  return configs.flatMap((config) =>
    config.triggers.map((trigger) => {
      try {
        const schedule = scheduleOf(trigger.config);
        return { function: config.name, name: trigger.name, schedule };
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        throw new Error(`function ${config.name}: trigger ${trigger.name}: ${reason}`);
      }
    }),
  );
}

const parsed = new Map<string, Schedule>();

function scheduleOf(expression: string): Schedule {
  const schedule = parsed.get(expression) ?? parseCron(expression);
  parsed.set(expression, schedule);
  return schedule;
}

/** By function and, where it has several, trigger; throws INVALID_PARAM. */
export function findTrigger(configs: FunctionConfig[], input: Record<string, unknown>): Trigger {
  const found = readTriggers(configs).find(
    (one) =>
      one.function === input.function &&
      (input.trigger === undefined || one.name === input.trigger),
  );
  if (found) return found;
  const wanted = `${String(input.function)} ${String(input.trigger ?? '')}`.trim();
  throw new CloudError('INVALID_PARAM', `there is no timer trigger ${wanted}`);
}

/** Source: CloudBase documentation, "timer triggers"; Time in UTC, to the second. */
export function eventOf(due: Due): Record<string, string> {
  const time = new Date(due.dueAt).toISOString().replace(/\.\d{3}Z$/, 'Z');
  return { Type: 'Timer', TriggerName: due.name, Time: time, Message: '' };
}
