/**
 * Days as people say them: 今天 09:31, 昨天, 11月20日. Always the days of Asia/Shanghai, whatever zone the
 * phone is set to: so it is counted in UTC, eight hours on (no summer time there since 1991).
 */
const hourMs = 60 * 60 * 1000;
const dayMs = 24 * hourMs;
const shanghaiMs = 8 * hourMs;

/** A moment in a list: the clock for today, the day for what is older, the year for what is long ago. */
export function dayWords(at: number, now: number): string {
  const days = dayNumber(now) - dayNumber(at);
  if (days === 0) return `今天 ${clockWords(at)}`;
  if (days === 1) return '昨天';
  return dateWords(at, now);
}

/** A moment in a history: always with the clock. */
export function momentWords(at: number, now: number): string {
  const days = dayNumber(now) - dayNumber(at);
  return days === 0 ? dayWords(at, now) : `${dayWords(at, now)} ${clockWords(at)}`;
}

/** A moment that is yet to come: 今天 17:00, 明天 09:31, 11月27日 09:31. */
export function aheadWords(at: number, now: number): string {
  return dayNumber(at) - dayNumber(now) === 1 ? `明天 ${clockWords(at)}` : momentWords(at, now);
}

/** Is what this phone itself noted yet to come? Then its clock has been set back since. */
export function isAhead(at: number, now: number): boolean {
  return at > now;
}

/** A day as the contract writes it, `2026-11-20`, in words. */
export function plainDayWords(day: string, now: number): string {
  return dateWords(Date.parse(`${day}T00:00:00+08:00`), now);
}

/** What a form says when it was open past midnight and its day has moved on. */
export function dayMoved(day: string, now: number): string {
  return `已到新的一天，日期改成了${plainDayWords(day, now)}。请看一下，对了再提交。`;
}

/** The day of a moment as the contract writes it, `2026-11-20`. */
export function dayOn(at: number): string {
  return inShanghai(at).toISOString().slice(0, 10);
}

function dateWords(at: number, now: number): string {
  const day = inShanghai(at);
  const words = `${day.getUTCMonth() + 1}月${day.getUTCDate()}日`;
  const isThisYear = day.getUTCFullYear() === inShanghai(now).getUTCFullYear();
  return isThisYear ? words : `${day.getUTCFullYear()}年${words}`;
}

/** `09:31` */
export function clockWords(at: number): string {
  const moment = inShanghai(at);
  return [moment.getUTCHours(), moment.getUTCMinutes()]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
}

/** The day as papers bear it: 2026年11月22日. */
export function fullDayWords(at: number): string {
  const day = inShanghai(at);
  return `${day.getUTCFullYear()}年${day.getUTCMonth() + 1}月${day.getUTCDate()}日`;
}

/** The first moment of the day that is so many days after today. */
export function dayStart(now: number, daysOn: number): number {
  return (dayNumber(now) + daysOn) * dayMs - shanghaiMs;
}

const dayNumber = (at: number) => Math.floor((at + shanghaiMs) / dayMs);
const inShanghai = (at: number) => new Date(at + shanghaiMs);
