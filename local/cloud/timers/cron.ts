/**
 * CloudBase's cron expressions: seven fields, second to year, in UTC+8; day and weekday, when both
 * are given, are OR. Source: CloudBase documentation, "timer triggers". croner counts the times; it knows
 * more than the platform (`?`, `L`, `W`, `#`, weekday 7), so what the platform refuses is refused first.
 */
import { Cron } from 'croner';

export interface Schedule {
  /** First time after `afterMs`, or undefined when there is none any more. Epoch ms. */
  next(afterMs: number): number | undefined;
  /** Last time at or before `atMs`, or undefined. Epoch ms. */
  last(atMs: number): number | undefined;
}

const UTC_OFFSET_MINUTES = 8 * 60;
const NUMBERS = '[0-9]+';
const FIELDS: { name: string; names: string; min: number; max: number }[] = [
  { name: 'second', names: '', min: 0, max: 59 },
  { name: 'minute', names: '', min: 0, max: 59 },
  { name: 'hour', names: '', min: 0, max: 23 },
  { name: 'day', names: '', min: 1, max: 31 },
  { name: 'month', names: 'JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC', min: 1, max: 12 },
  { name: 'weekday', names: 'SUN|MON|TUE|WED|THU|FRI|SAT', min: 0, max: 6 },
  { name: 'year', names: '', min: 1970, max: 2099 },
];

/** Throws an Error that names the wrong field. */
export function parseCron(expression: string): Schedule {
  const fields = expression.trim().split(/\s+/);
  if (fields.length !== FIELDS.length)
    throw new Error(`"${expression}" has ${fields.length} fields, not 7 (second … year)`);
  fields.forEach((field, at) => checkField(expression, field, at));
  const cron = new Cron(fields.join(' '), {
    mode: '7-part',
    // Not by the name of a time zone: looking that up takes longer than all else of a cloud's start.
    utcOffset: UTC_OFFSET_MINUTES,
    domAndDow: false,
    paused: true,
  });
  return {
    next: (afterMs) => cron.nextRun(new Date(afterMs))?.getTime(),
    // croner's look back leaves out the moment itself.
    last: (atMs) => cron.previousRuns(1, new Date(atMs + 1))[0]?.getTime(),
  };
}

function checkField(expression: string, field: string, at: number): void {
  const allowed = FIELDS[at];
  if (!allowed) return;
  const value = allowed.names ? `(${NUMBERS}|${allowed.names})` : NUMBERS;
  const part = `(\\*|${value}(-${value})?)(/[1-9][0-9]*)?`;
  const isFormed = new RegExp(`^${part}(,${part})*$`).test(field);
  const starts = field.split(',').flatMap((one) => one.split('/')[0]?.split('-') ?? []);
  const isWithin = starts.every(
    (text) => !/^\d+$/.test(text) || (Number(text) >= allowed.min && Number(text) <= allowed.max),
  );
  if (!isFormed || !isWithin)
    throw new Error(`"${expression}": ${allowed.name} "${field}" is not understood`);
}
