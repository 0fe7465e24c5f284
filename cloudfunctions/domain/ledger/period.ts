/** 账期: months, quarters and years of Asia/Shanghai days, and all time. */

/** `2026-11`, `2026Q4`, `2026` or `all`. */
export type PeriodKey = string;

/** The month, quarter, year and all-time period that a day (`YYYY-MM-DD`) falls in. */
export function periodsOf(on: string): PeriodKey[] {
  const [year = '', month = ''] = on.split('-');
  return [`${year}-${month}`, `${year}Q${Math.ceil(Number(month) / 3)}`, year, 'all'];
}

/** The first day of a period and the first day after it; null for all time. */
export function spanOf(period: PeriodKey): { from: string; until: string } | null {
  const month = /^(\d{4})-(\d{2})$/.exec(period);
  if (month) return spanOfMonths(Number(month[1]), Number(month[2]), 1);
  const quarter = /^(\d{4})Q([1-4])$/.exec(period);
  if (quarter) return spanOfMonths(Number(quarter[1]), Number(quarter[2]) * 3 - 2, 3);
  if (/^\d{4}$/.test(period)) return spanOfMonths(Number(period), 1, 12);
  return null;
}

/** The period of the same length just before; null for all time. */
export function periodBefore(period: PeriodKey): PeriodKey | null {
  const span = spanOf(period);
  if (!span) return null;
  const lastDay = new Date(Date.parse(span.from) - 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
  const place = [/-/, /Q/, /^\d{4}$/].findIndex((form) => form.test(period));
  return periodsOf(lastDay)[place] ?? null;
}

function spanOfMonths(year: number, month: number, months: number) {
  const day = (at: number) => `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-01`;
  const start = year * 12 + month - 1;
  return { from: day(start), until: day(start + months) };
}
