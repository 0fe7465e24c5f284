import { badQuery } from '../refusal';
import { isoYearStart, dayMs } from './calendar';
import { offsetOf, utcOf } from './timezone';

/**
 * Reads a date, by a format of `$dateToString`'s specifiers or, without one, ISO 8601 with a T or
 * a space. Text without an offset is in `timezone`. Throws CloudError if it cannot be read.
 */
export function dateOfText(text: string, format: string | undefined, timezone: unknown): Date {
  const parts = format === undefined ? isoParts(text) : partsByFormat(text, format);
  if (!parts) {
    throw badQuery(`Error parsing date string '${text}'`, 'ConversionFailure');
  }
  const hasZone = parts.z !== undefined || parts.Z !== undefined;
  if (hasZone && timezone !== undefined) {
    throw badQuery(
      'you cannot pass in a date/time string with time zone information together with a ' +
        'timezone argument',
      'ConversionFailure',
    );
  }
  const local = localMs(parts);
  if (local === undefined)
    throw badQuery(`Error parsing date string '${text}'`, 'ConversionFailure');
  if (parts.Z !== undefined) return new Date(local - Number(parts.Z) * 60_000);
  return new Date(utcOf(local, offsetOf(hasZone ? parts.z : timezone)));
}

/** Digits by their format letter, e.g. `{ Y: '2026', m: '01' }`. */
type Parts = Record<string, string | undefined>;

const isoDay = '(?<Y>\\d{4})-?(?<m>\\d{2})-?(?<d>\\d{2})';
const isoTime = '(?<H>\\d{1,2}):(?<M>\\d{2})(?::(?<S>\\d{2})(?:\\.(?<L>\\d{1,3})\\d*)?)?';
const zone = 'Z|[+-]\\d{2}(?::?\\d{2})?';
const iso = new RegExp(`^${isoDay}(?:[T ]${isoTime})? ?(?<z>${zone})?$`);

function isoParts(text: string): Parts | undefined {
  const groups = iso.exec(text.trim())?.groups;
  if (groups?.L !== undefined) groups.L = groups.L.padEnd(3, '0');
  return groups;
}

const patterns: Record<string, string> = {
  d: '\\d{1,2}',
  G: '\\d{4}',
  H: '\\d{1,2}',
  j: '\\d{1,3}',
  L: '\\d{1,3}',
  m: '\\d{1,2}',
  M: '\\d{1,2}',
  S: '\\d{1,2}',
  u: '[1-7]',
  V: '\\d{1,2}',
  Y: '\\d{4}',
  z: zone,
  Z: '[+-]?\\d{1,4}',
};

function partsByFormat(text: string, format: string): Parts | undefined {
  const source = format.replace(/%([\s\S]?)|[\\^$.*+?()[\]{}|]/g, (found, letter?: string) => {
    if (letter === undefined) return `\\${found}`;
    if (letter === '%') return '%';
    const pattern = patterns[letter];
    if (pattern) return `(?<${letter}>${pattern})`;
    throw badQuery(`Invalid format character '%${letter}' in format string`, 'Location18536');
  });
  return new RegExp(`^${source}$`).exec(text)?.groups;
}

/** Local time as if it were UTC; undefined where a part is out of its range. */
function localMs(parts: Parts): number | undefined {
  const number = (letter: string, otherwise: number): number => Number(parts[letter] ?? otherwise);
  const time = [number('H', 0), number('M', 0), number('S', 0), number('L', 0)] as const;
  const [hours, minutes, seconds, ms] = time;
  if (hours > 23 || minutes > 59 || seconds > 59) return undefined;
  const timeMs = ((hours * 60 + minutes) * 60 + seconds) * 1000 + ms;
  if (parts.G !== undefined) {
    const days = (number('V', 1) - 1) * 7 + number('u', 1) - 1;
    return isoYearStart(number('G', 1970)) + days * dayMs + timeMs;
  }
  if (parts.Y === undefined) return undefined;
  const day = new Date(0);
  if (parts.j !== undefined) {
    day.setUTCFullYear(number('Y', 1970), 0, number('j', 1));
    return day.getTime() + timeMs;
  }
  const [month, dayOfMonth] = [number('m', 1), number('d', 1)];
  day.setUTCFullYear(number('Y', 1970), month - 1, dayOfMonth);
  const carried = day.getUTCMonth() !== month - 1 || day.getUTCDate() !== dayOfMonth;
  return carried ? undefined : day.getTime() + timeMs;
}
