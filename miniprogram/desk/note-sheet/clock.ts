/** Days and clocks of an embargo, Asia/Shanghai. */
const shanghaiMs = 8 * 60 * 60 * 1000;
export const dayMs = 24 * 60 * 60 * 1000;

/** The day of a moment. */
export const dayOf = (at: number) => new Date(at + shanghaiMs).toISOString().slice(0, 10);

/** Nine in the morning; of today the next full hour, since an embargo that is over is none. */
export function clockFor(day: string, now: number): string {
  if (day !== dayOf(now)) return '09:00';
  const hour = new Date(now + shanghaiMs).getUTCHours() + 1;
  return hour > 23 ? '23:59' : `${String(hour).padStart(2, '0')}:00`;
}
