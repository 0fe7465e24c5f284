/** Sum of the numbers among the values; all else is passed over, as MongoDB does. */
export function sumOf(values: Iterable<unknown>): number {
  let sum = 0;
  // What rounding loses is carried along (Kahan, Neumaier), as MongoDB's DoubleDoubleSummation.
  let lost = 0;
  for (const value of values) {
    if (typeof value !== 'number') continue;
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  return Number.isFinite(lost) ? sum + lost : sum;
}

/** Mean of the numbers among the values; null if there are none. */
export function average(values: Iterable<unknown>): number | null {
  const numbers = numbersAmong(values);
  return numbers.length === 0 ? null : sumOf(numbers) / numbers.length;
}

/** Standard deviation of the numbers among the values; null for too few. */
export function standardDeviation(
  values: Iterable<unknown>,
  of: 'population' | 'sample',
): number | null {
  const numbers = numbersAmong(values);
  const divisor = of === 'sample' ? numbers.length - 1 : numbers.length;
  if (divisor <= 0) return null;
  const mean = sumOf(numbers) / numbers.length;
  return Math.sqrt(sumOf(numbers.map((n) => (n - mean) ** 2)) / divisor);
}

function numbersAmong(values: Iterable<unknown>): number[] {
  return [...values].filter((value): value is number => typeof value === 'number');
}
