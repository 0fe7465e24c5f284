import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc';

dayjs.extend(utc);

/** Asia/Shanghai has had no summer time since 1991, so its offset is enough. */
const shanghaiOffsetHours = 8;

/** The day of a moment in Asia/Shanghai, `YYYY-MM-DD`; functions themselves run in UTC. */
export function dayOf(at: number): string {
  return dayjs.utc(at).utcOffset(shanghaiOffsetHours).format('YYYY-MM-DD');
}

/** The time of day of a moment in Asia/Shanghai, `HH:mm`. */
export function timeOf(at: number): string {
  return dayjs.utc(at).utcOffset(shanghaiOffsetHours).format('HH:mm');
}

/** Does a dated span hold on this day? `until` is the first day it no longer holds. */
export function holdsOn(span: { since: string; until: string | null }, on: string): boolean {
  return span.since <= on && (span.until === null || on < span.until);
}

/** The first moment of a day in Asia/Shanghai. */
export function startOfDay(on: string): number {
  return Date.parse(`${on}T00:00:00+08:00`);
}
