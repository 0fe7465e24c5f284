/** What single cells mean; undefined where they mean nothing. */

/** `2026-03-05`, also as people write it: 2026/3/5, 2026.3.5, 2026年3月5日, 20260305. */
export function dayIn(typed: string): string | undefined {
  const [, year = '', month = '', day = ''] =
    /^(20\d\d)(\d\d)(\d\d)$/.exec(typed) ??
    /^(20\d\d)[-/.\p{Script=Han}] ?(\d{1,2})[-/.\p{Script=Han}] ?(\d{1,2})\p{Script=Han}?$/u.exec(
      typed,
    ) ??
    [];
  const on = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const at = Date.parse(`${on}T00:00:00Z`);
  // A thirty-first of February is read as a day of March.
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(on) ? on : undefined;
}

/** `2026`, also 2026年 and 2026年度. */
export function yearIn(typed: string): string | undefined {
  return /^(20\d\d)\p{Script=Han}{0,2}$/u.exec(typed)?.[1];
}

/** A whole number from 0 to `most`; null where nothing is typed. */
export function wholeIn(typed: string, most: number): number | null | undefined {
  if (typed === '') return null;
  if (!/^\d{1,9}$/.test(typed)) return undefined;
  return Number(typed) <= most ? Number(typed) : undefined;
}

/**
 * Hundredths of what is typed, which has two decimals at most; what a spreadsheet itself computed may
 * end in nines or noughts far behind.
 */
export function hundredthsIn(typed: string, most: number): number | undefined {
  const plain = typed.replaceAll(',', '').replace('−', '-');
  if (!/^-?\d{1,9}(\.\d{1,17})?$/.test(plain)) return undefined;
  const exact = Number(plain) * 100;
  const whole = Math.round(exact);
  if (Math.abs(exact - whole) > 1e-6 * Math.max(1, Math.abs(whole))) return undefined;
  return Math.abs(whole) <= most ? whole : undefined;
}

/** Several names in one cell. */
export function namesIn(typed: string): string[] {
  return typed
    .split(/[、,;\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
