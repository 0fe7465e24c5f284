import { isDoc } from '../doc';
import { typeNameOf } from '../filter/type-names';
import { badQuery } from '../refusal';
import { isNullish } from './argument';
import * as calendar from './calendar';
import type { ByPosition, Operators } from './signature';
import { offsetOf, utcOf } from './timezone';

/** Parts of dates, in UTC or in the timezone of `{date, timezone}`. */
export const dateOperators: Operators = {
  $year: part((local) => local.getUTCFullYear()),
  $month: part((local) => local.getUTCMonth() + 1),
  $dayOfMonth: part((local) => local.getUTCDate()),
  $dayOfWeek: part((local) => local.getUTCDay() + 1),
  $dayOfYear: part(calendar.dayOfYear),
  $hour: part((local) => local.getUTCHours()),
  $minute: part((local) => local.getUTCMinutes()),
  $second: part((local) => local.getUTCSeconds()),
  $millisecond: part((local) => local.getUTCMilliseconds()),
  $week: part(calendar.week),
  $isoDayOfWeek: part(calendar.isoDayOfWeek),
  $isoWeek: part(calendar.isoWeek),
  $isoWeekYear: part(calendar.isoWeekYear),
  $dateFromParts: {
    names: [...partNames(), 'isoWeekYear', 'isoWeek', 'isoDayOfWeek', 'timezone'],
    required: [],
    ofNamed: dateFromParts,
  },
  $dateToParts: {
    names: ['date', 'timezone', 'iso8601'],
    required: ['date'],
    ofNamed: dateToParts,
  },
};

/** A date argument; throws CloudError for anything but a date. */
export function dateIn(value: unknown): Date {
  if (value instanceof Date) return value;
  throw badQuery(`can't convert from BSON type ${typeNameOf(value)} to Date`, 'Location16006');
}

/** The date moved so that its UTC parts are the local ones of the zone. */
export function localDate(date: Date, timezone: unknown): Date {
  return new Date(date.getTime() + offsetOf(timezone)(date.getTime()));
}

function part(of: (local: Date) => number): ByPosition {
  return {
    least: 1,
    most: 1,
    of: (argument) => {
      // An evaluated document can only be the form {date, timezone}: no other is a date.
      const named = isDoc(argument);
      const date = named ? argument.date : argument;
      if (named && 'timezone' in argument && isNullish(argument.timezone)) return null;
      if (isNullish(date)) return null;
      return of(localDate(dateIn(date), named ? argument.timezone : undefined));
    },
  };
}

function partNames(): string[] {
  return ['year', 'month', 'day', 'hour', 'minute', 'second', 'millisecond'];
}

/** Parts out of range carry over, as in MongoDB 4.4: month 14 is February of the next year. */
function dateFromParts(args: Record<string, unknown>): unknown {
  if (Object.values(args).some((value) => value === null)) return null;
  const whole = (name: string, otherwise: number): number => {
    const value = args[name] ?? otherwise;
    if (typeof value === 'number' && Number.isInteger(value)) return value;
    throw badQuery(`'${name}' must evaluate to an integer, found ${typeNameOf(value)}`);
  };
  if (!('year' in args) && !('isoWeekYear' in args)) {
    throw badQuery("$dateFromParts requires either 'year' or 'isoWeekYear' to be present");
  }
  const day = new Date(0);
  if ('isoWeekYear' in args) {
    const start = calendar.isoYearStart(whole('isoWeekYear', 1970));
    const days = (whole('isoWeek', 1) - 1) * 7 + whole('isoDayOfWeek', 1) - 1;
    day.setTime(start + days * calendar.dayMs);
  } else {
    day.setUTCFullYear(whole('year', 1970), whole('month', 1) - 1, whole('day', 1));
  }
  const [hours, minutes] = [whole('hour', 0), whole('minute', 0)];
  day.setUTCHours(hours, minutes, whole('second', 0), whole('millisecond', 0));
  return new Date(utcOf(day.getTime(), offsetOf(args.timezone)));
}

function dateToParts({ date, timezone, iso8601 }: Record<string, unknown>): unknown {
  if (isNullish(date) || timezone === null || iso8601 === null) return null;
  const local = localDate(dateIn(date), timezone);
  const day =
    iso8601 === true
      ? {
          isoWeekYear: calendar.isoWeekYear(local),
          isoWeek: calendar.isoWeek(local),
          isoDayOfWeek: calendar.isoDayOfWeek(local),
        }
      : { year: local.getUTCFullYear(), month: local.getUTCMonth() + 1, day: local.getUTCDate() };
  return {
    ...day,
    hour: local.getUTCHours(),
    minute: local.getUTCMinutes(),
    second: local.getUTCSeconds(),
    millisecond: local.getUTCMilliseconds(),
  };
}
