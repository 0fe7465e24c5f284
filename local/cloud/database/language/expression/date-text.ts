import { badQuery } from '../refusal';
import { isNullish, textArgument } from './argument';
import * as calendar from './calendar';
import { dateIn, localDate } from './date';
import { dateOfText } from './date-parse';
import type { Operators } from './signature';
import { offsetOf } from './timezone';

/** Dates written as text and read from it. */
export const dateTextOperators: Operators = {
  $dateToString: {
    names: ['date', 'format', 'timezone', 'onNull'],
    required: ['date'],
    ofNamed: dateToString,
  },
  $dateFromString: {
    names: ['dateString', 'format', 'timezone', 'onError', 'onNull'],
    required: ['dateString'],
    ofNamed: dateFromString,
  },
};

function dateToString(args: Record<string, unknown>): unknown {
  if (isNullish(args.date)) return args.onNull ?? null;
  if (args.format === null || args.timezone === null) return null;
  const date = dateIn(args.date);
  const zoned = 'timezone' in args;
  // The manual: the default ends in Z unless a timezone is given.
  const format = args.format ?? `%Y-%m-%dT%H:%M:%S.%L${zoned ? '' : 'Z'}`;
  const offsetMinutes = offsetOf(args.timezone)(date.getTime()) / 60_000;
  return written(
    textArgument('$dateToString format', format),
    localDate(date, args.timezone),
    offsetMinutes,
  );
}

function dateFromString(args: Record<string, unknown>): unknown {
  if (isNullish(args.dateString)) return args.onNull ?? null;
  if (args.format === null || args.timezone === null) return null;
  try {
    const text = textArgument('$dateFromString', args.dateString);
    const format = args.format === undefined ? undefined : textArgument('format', args.format);
    return dateOfText(text, format, args.timezone);
  } catch (error) {
    if ('onError' in args) return args.onError;
    throw error;
  }
}

function written(format: string, local: Date, offsetMinutes: number): string {
  if (/%$/.test(format.replaceAll('%%', '')))
    throw badQuery("Unmatched '%' at end of format string");
  return format.replace(/%([\s\S])/g, (_, letter: string) => {
    const specifier = specifiers[letter];
    if (specifier) return specifier(local, offsetMinutes);
    throw badQuery(`Invalid format character '%${letter}' in format string`, 'Location18536');
  });
}

// The manual's table "Format Specifiers".
const specifiers: Record<string, (local: Date, offsetMinutes: number) => string> = {
  '%': () => '%',
  d: (local) => padded(local.getUTCDate(), 2),
  G: (local) => padded(calendar.isoWeekYear(local), 4),
  H: (local) => padded(local.getUTCHours(), 2),
  j: (local) => padded(calendar.dayOfYear(local), 3),
  L: (local) => padded(local.getUTCMilliseconds(), 3),
  m: (local) => padded(local.getUTCMonth() + 1, 2),
  M: (local) => padded(local.getUTCMinutes(), 2),
  S: (local) => padded(local.getUTCSeconds(), 2),
  u: (local) => String(calendar.isoDayOfWeek(local)),
  U: (local) => padded(calendar.week(local), 2),
  V: (local) => padded(calendar.isoWeek(local), 2),
  w: (local) => String(local.getUTCDay() + 1),
  Y: (local) => padded(local.getUTCFullYear(), 4),
  z: (_, offset) => {
    const minutes = Math.abs(offset);
    const sign = offset < 0 ? '-' : '+';
    return sign + padded(Math.floor(minutes / 60), 2) + padded(minutes % 60, 2);
  },
  Z: (_, offset) => String(offset),
};

function padded(n: number, digits: number): string {
  return String(n).padStart(digits, '0');
}
