import { badQuery } from '../refusal';
import { isNullish, textArgument } from './argument';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
// No zone changes its offset but at a quarter of an hour.
const quarterMs = 15 * minuteMs;

/** Milliseconds to add to UTC for the local time of a zone at an instant. */
export type Offset = (utcMs: number) => number;

/**
 * The offset of a timezone argument: absent or null is UTC, else an Olson name such as
 * `Asia/Shanghai` or an offset such as `+08:00`, `+0800`, `+08`. Throws CloudError on others.
 */
export function offsetOf(timezone: unknown): Offset {
  if (isNullish(timezone)) return () => 0;
  const name = textArgument('timezone', timezone);
  const known = offsets.get(name);
  if (known) return known;
  const offset = fixedOffset(name) ?? namedOffset(name);
  offsets.set(name, offset);
  return offset;
}

/** The instant at which clocks in the zone show the local time given as if it were UTC. */
export function utcOf(localMs: number, offset: Offset): number {
  const guess = localMs - offset(localMs);
  return localMs - offset(guess);
}

const offsets = new Map<string, Offset>();

function fixedOffset(name: string): Offset | undefined {
  if (name === 'UTC' || name === 'GMT' || name === 'Z') return () => 0;
  const found = /^([+-])(\d{2})(?::?(\d{2}))?$/.exec(name);
  if (!found) return undefined;
  const ms = Number(found[2]) * hourMs + Number(found[3] ?? 0) * minuteMs;
  return () => (found[1] === '-' ? -ms : ms);
}

function namedOffset(name: string): Offset {
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en-US', { timeZone: name, ...allParts });
  } catch {
    throw badQuery(`unrecognized time zone identifier: "${name}"`, 'Location40485');
  }
  // Asking Intl costs microseconds; rows of one report mostly share a few quarters of an hour.
  let recent = new Map<number, number>();
  return (utcMs) => {
    const quarter = Math.floor(utcMs / quarterMs);
    const known = recent.get(quarter);
    if (known !== undefined) return known;
    if (recent.size >= 4096) recent = new Map();
    const ms = localOf(format, quarter * quarterMs) - quarter * quarterMs;
    recent.set(quarter, ms);
    return ms;
  };
}

const allParts = {
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
  era: 'short',
} as const;

function localOf(format: Intl.DateTimeFormat, utcMs: number): number {
  const parts: Record<string, string> = {};
  for (const { type, value } of format.formatToParts(utcMs)) parts[type] = value;
  const year = Number(parts.year);
  const local = new Date(0);
  local.setUTCFullYear(
    parts.era === 'BC' ? 1 - year : year,
    Number(parts.month) - 1,
    Number(parts.day),
  );
  local.setUTCHours(Number(parts.hour), Number(parts.minute), Number(parts.second), 0);
  return local.getTime();
}
