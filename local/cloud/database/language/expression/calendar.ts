/** Counting days and weeks; all functions read the UTC parts of the date they are given. */

export const dayMs = 86_400_000;

/** 1–366. */
export function dayOfYear(date: Date): number {
  return Math.floor((date.getTime() - yearStart(date.getUTCFullYear())) / dayMs) + 1;
}

/** 0–53: weeks begin on Sundays, and the first Sunday of the year begins week 1. */
export function week(date: Date): number {
  return Math.floor((dayOfYear(date) - 1 + 7 - date.getUTCDay()) / 7);
}

/** 1 Monday – 7 Sunday. */
export function isoDayOfWeek(date: Date): number {
  return date.getUTCDay() || 7;
}

/** 1–53: the week that holds the year's first Thursday is week 1 (ISO 8601). */
export function isoWeek(date: Date): number {
  const weeks = (thursdayOf(date) - yearStart(isoWeekYear(date))) / dayMs / 7;
  return Math.floor(weeks) + 1;
}

/** The year to which the date's ISO week belongs. */
export function isoWeekYear(date: Date): number {
  return new Date(thursdayOf(date)).getUTCFullYear();
}

/** Epoch milliseconds of the Monday with which an ISO year begins. */
export function isoYearStart(year: number): number {
  const fourth = new Date(yearStart(year) + 3 * dayMs);
  return fourth.getTime() - (isoDayOfWeek(fourth) - 1) * dayMs;
}

function thursdayOf(date: Date): number {
  return date.getTime() + (4 - isoDayOfWeek(date)) * dayMs;
}

/** Date.UTC would read years 0–99 as 1900–1999. */
function yearStart(year: number): number {
  return new Date(0).setUTCFullYear(year, 0, 1);
}
