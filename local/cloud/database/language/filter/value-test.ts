import { compareValues, rankOf, sameValue } from '../compare';
import { isOperatorDoc } from '../doc';
import { badQuery } from '../refusal';

/** A question to one value; a missing field comes as undefined. */
export type ValueTest = (value: unknown) => boolean;

/** Equal by MongoDB's order: documents exactly and in field order; null is also missing. */
export function equals(wanted: unknown): ValueTest {
  if (wanted === undefined || wanted === null) return isNullish;
  if (typeof wanted === 'string' || typeof wanted === 'boolean') return (value) => value === wanted;
  if (typeof wanted === 'number' && !Number.isNaN(wanted)) return (value) => value === wanted;
  return (value) => sameValue(value, wanted);
}

/** Compares within one kind only ("type bracketing"): numbers with numbers, dates with dates. */
export function orders(wanted: unknown, holds: (gap: number) => boolean): ValueTest {
  if (wanted instanceof RegExp) throw badQuery("Can't have RegEx as arg to predicate over field");
  if (wanted === undefined || wanted === null) return holds(0) ? isNullish : never;
  // NaN is level with NaN, and neither above nor below anything.
  if (typeof wanted === 'number' && Number.isNaN(wanted)) {
    return holds(0) ? (value) => Number.isNaN(value) : never;
  }
  const rank = rankOf(wanted);
  return (value) =>
    rankOf(value) === rank && !Number.isNaN(value) && holds(compareValues(value, wanted));
}

/** Equal to one of the values, or matched by one of the regular expressions. */
export function isIn(operand: unknown, operator: string): ValueTest {
  if (!Array.isArray(operand)) throw badQuery(`${operator} needs an array`);
  const primitives = new Set<unknown>();
  const tests: ValueTest[] = [];
  for (const wanted of operand) {
    if (isOperatorDoc(wanted)) throw badQuery(`cannot nest $ under ${operator}`);
    if (typeof wanted === 'string' || typeof wanted === 'number') primitives.add(wanted);
    else tests.push(wanted instanceof RegExp ? matches(wanted) : equals(wanted));
  }
  if (tests.length === 0) return (value) => primitives.has(value);
  return (value) => primitives.has(value) || tests.some((test) => test(value));
}

/** A string the expression matches, or the same expression kept as a value. */
export function matches(regex: RegExp): ValueTest {
  return (value) => {
    if (typeof value === 'string') return regex.test(value);
    return value instanceof RegExp && sameValue(value, regex);
  };
}

/** `[divisor, remainder]`: both and the value lose their fraction first. */
export function hasRemainder(operand: unknown): ValueTest {
  if (!Array.isArray(operand)) throw badQuery('malformed mod, needs to be an array');
  if (operand.length < 2) throw badQuery('malformed mod, not enough elements');
  if (operand.length > 2) throw badQuery('malformed mod, too many elements');
  const [divisor, remainder]: unknown[] = operand;
  if (typeof divisor !== 'number') throw badQuery('malformed mod, divisor not a number');
  if (typeof remainder !== 'number') throw badQuery('malformed mod, remainder not a number');
  const whole = Math.trunc(divisor);
  if (whole === 0) throw badQuery('divisor cannot be 0');
  return (value) =>
    typeof value === 'number' && Math.trunc(value) % whole === Math.trunc(remainder);
}

/** An array of exactly so many elements. */
export function hasSize(operand: unknown): ValueTest {
  if (typeof operand !== 'number') throw badQuery('$size needs a number');
  if (!Number.isInteger(operand)) throw badQuery('$size must be a whole number');
  if (operand < 0) throw badQuery('$size may not be negative');
  return (value) => Array.isArray(value) && value.length === operand;
}

function isNullish(value: unknown): boolean {
  return value === undefined || value === null;
}

function never(): boolean {
  return false;
}
