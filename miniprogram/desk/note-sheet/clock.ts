import { clockWords, dayOn } from '../../text/day';

/** When an embargo ends unless told: nine in the morning, of today the next full hour, since one that is over is none. */
export function clockFor(day: string, now: number): string {
  if (day !== dayOn(now)) return '09:00';
  const hour = Number(clockWords(now).slice(0, 2)) + 1;
  return hour > 23 ? '23:59' : `${String(hour).padStart(2, '0')}:00`;
}
