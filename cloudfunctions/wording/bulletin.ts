/** What bulletins are called, and the words of their paper. */

/** `2026年11月`, `2026年第4季度`, `2026年`. */
export function periodName(period: string): string {
  const month = /^(\d{4})-(\d{2})$/.exec(period);
  if (month) return `${month[1]}年${Number(month[2])}月`;
  const quarter = /^(\d{4})Q(\d)$/.exec(period);
  return quarter ? `${quarter[1]}年第${quarter[2]}季度` : `${period}年`;
}

/** What an entry of a period's rules is called in lists. */
export const periodTitle = (period: string) => `${periodName(period)}结算`;
