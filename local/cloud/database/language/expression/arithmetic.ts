import { compareValues } from '../compare';
import { typeNameOf } from '../filter/type-names';
import { badQuery } from '../refusal';
import { isNullish } from './argument';
import { average, standardDeviation, sumOf } from './numbers';
import type { ByPosition, Operators } from './signature';

/** Arithmetic on numbers, and on dates where MongoDB allows it; null or missing gives null. */
export const arithmeticOperators: Operators = {
  $abs: unary('$abs', Math.abs),
  $ceil: unary('$ceil', Math.ceil),
  $floor: unary('$floor', Math.floor),
  $exp: unary('$exp', Math.exp),
  $ln: unary('$ln', (n) => Math.log(positive('$ln', n))),
  $log10: unary('$log10', (n) => Math.log10(positive('$log10', n))),
  $sqrt: unary('$sqrt', squareRoot),
  $log: binary('$log', logarithm),
  $mod: binary('$mod', (a, b) => a % divisor('$mod', b)),
  $divide: binary('$divide', (a, b) => a / divisor('$divide', b)),
  $pow: binary('$pow', power),
  $trunc: { least: 1, most: 2, of: (n, place) => toPlace('$trunc', n, place, Math.trunc) },
  $round: { least: 1, most: 2, of: (n, place) => toPlace('$round', n, place, halfEven) },
  $add: { least: 0, most: Infinity, of: add },
  $subtract: { least: 2, most: 2, of: subtract },
  $multiply: { least: 0, most: Infinity, of: multiply },
  $sum: { least: 1, most: Infinity, of: (...args) => sumOf(spread(args)) },
  $avg: { least: 1, most: Infinity, of: (...args) => average(spread(args)) },
  $min: { least: 1, most: Infinity, of: (...args) => extreme(spread(args), -1) },
  $max: { least: 1, most: Infinity, of: (...args) => extreme(spread(args), 1) },
  $stdDevPop: {
    least: 1,
    most: Infinity,
    of: (...args) => standardDeviation(spread(args), 'population'),
  },
  $stdDevSamp: {
    least: 1,
    most: Infinity,
    of: (...args) => standardDeviation(spread(args), 'sample'),
  },
};

function unary(name: string, of: (n: number) => number): ByPosition {
  return {
    least: 1,
    most: 1,
    of: (n) => (isNullish(n) ? null : of(numberIn(name, n))),
  };
}

function binary(name: string, of: (a: number, b: number) => number): ByPosition {
  return {
    least: 2,
    most: 2,
    of: (a, b) => (isNullish(a) || isNullish(b) ? null : of(numberIn(name, a), numberIn(name, b))),
  };
}

function numberIn(name: string, value: unknown): number {
  if (typeof value === 'number') return value;
  throw badQuery(`${name} only supports numeric types, not ${typeNameOf(value)}`, 'Location28765');
}

function divisor(name: string, n: number): number {
  if (n === 0) throw badQuery(`can't ${name} by zero`);
  return n;
}

function positive(name: string, n: number): number {
  if (n <= 0) throw badQuery(`${name}'s argument must be a positive number, but is ${n}`);
  return n;
}

function squareRoot(n: number): number {
  if (n < 0) throw badQuery("$sqrt's argument must be greater than or equal to 0");
  return Math.sqrt(n);
}

function logarithm(n: number, base: number): number {
  if (base <= 0 || base === 1) {
    throw badQuery(`$log's base must be a positive number not equal to 1, but is ${base}`);
  }
  return Math.log(positive('$log', n)) / Math.log(base);
}

function power(base: number, exponent: number): number {
  if (base === 0 && exponent < 0) {
    throw badQuery('$pow cannot take a base of 0 and a negative exponent', 'Location28764');
  }
  return base ** exponent;
}

/** Moves the decimal point by writing the exponent, which is exact where multiplying is not. */
function toPlace(
  name: string,
  value: unknown,
  place: unknown,
  cut: (n: number) => number,
): number | null {
  if (isNullish(value) || place === null) return null;
  const n = numberIn(name, value);
  const digits = place === undefined ? 0 : numberIn(name, place);
  if (!Number.isInteger(digits) || digits < -20 || digits > 100) {
    throw badQuery(
      `cannot apply ${name} with precision value ${digits} value must be in [-20, 100]`,
    );
  }
  if (!Number.isFinite(n)) return n;
  return shifted(cut(shifted(n, digits)), -digits);
}

function shifted(n: number, digits: number): number {
  const [mantissa, exponent = '0'] = String(n).split('e');
  return Number(`${mantissa}e${Number(exponent) + digits}`);
}

/** Rounds a half to the even neighbour, as $round does. */
function halfEven(n: number): number {
  const below = Math.floor(n);
  const gap = n - below;
  if (gap !== 0.5) return Math.round(n);
  return below % 2 === 0 ? below : below + 1;
}

function add(...args: unknown[]): unknown {
  if (args.some(isNullish)) return null;
  let total = 0;
  let hasDate = false;
  for (const value of args) {
    if (value instanceof Date) {
      if (hasDate) throw badQuery('only one date allowed in an $add expression');
      hasDate = true;
      total += value.getTime();
    } else if (typeof value === 'number') {
      total += value;
    } else {
      const found = typeNameOf(value);
      throw badQuery(`$add only supports numeric or date types, not ${found}`, 'TypeMismatch');
    }
  }
  return hasDate ? new Date(Math.trunc(total)) : total;
}

function subtract(a: unknown, b: unknown): unknown {
  if (isNullish(a) || isNullish(b)) return null;
  if (a instanceof Date && b instanceof Date) return a.getTime() - b.getTime();
  if (a instanceof Date && typeof b === 'number') return new Date(Math.trunc(a.getTime() - b));
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  throw badQuery(`cant $subtract a ${typeNameOf(b)} from a ${typeNameOf(a)}`, 'TypeMismatch');
}

function multiply(...args: unknown[]): unknown {
  if (args.some(isNullish)) return null;
  return args.reduce<number>((product, value) => product * numberIn('$multiply', value), 1);
}

/** One argument that is an array counts by its elements; several count each as it is. */
function spread(args: unknown[]): unknown[] {
  const [only] = args;
  return args.length === 1 && Array.isArray(only) ? only : args;
}

function extreme(values: unknown[], sign: 1 | -1): unknown {
  let best: unknown = null;
  for (const value of values) {
    if (isNullish(value)) continue;
    if (best === null || compareValues(value, best) * sign > 0) best = value;
  }
  return best;
}
