import { compareValues } from '../compare';
import { arrayArgument, isNullish } from './argument';
import type { Operators } from './signature';
import { truthOf } from './truth';

/** Arrays as sets: duplicates and order do not count; results come in MongoDB's order of values. */
export const setOperators: Operators = {
  $allElementsTrue: {
    least: 1,
    most: 1,
    of: (set) => setIn('$allElementsTrue', set).every(truthOf),
  },
  $anyElementTrue: { least: 1, most: 1, of: (set) => setIn('$anyElementTrue', set).some(truthOf) },
  $setDifference: {
    least: 2,
    most: 2,
    of: (a, b) => {
      if (isNullish(a) || isNullish(b)) return null;
      const without = distinct(setIn('$setDifference', b));
      return distinct(setIn('$setDifference', a)).filter((value) => !contains(without, value));
    },
  },
  $setEquals: {
    least: 2,
    most: Infinity,
    of: (...sets) => {
      const [first, ...others] = sets.map((set) => distinct(setIn('$setEquals', set)));
      return others.every((other) => compareValues(first, other) === 0);
    },
  },
  $setIntersection: {
    least: 0,
    most: Infinity,
    of: (...sets) => {
      if (sets.some(isNullish)) return null;
      const [first = [], ...others] = sets.map((set) => distinct(setIn('$setIntersection', set)));
      return first.filter((value) => others.every((other) => contains(other, value)));
    },
  },
  $setIsSubset: {
    least: 2,
    most: 2,
    of: (a, b) => {
      const whole = distinct(setIn('$setIsSubset', b));
      return setIn('$setIsSubset', a).every((value) => contains(whole, value));
    },
  },
  $setUnion: {
    least: 0,
    most: Infinity,
    of: (...sets) => {
      if (sets.some(isNullish)) return null;
      return distinct(sets.flatMap((set) => setIn('$setUnion', set)));
    },
  },
};

/** The different values, in their order. */
export function distinct(values: unknown[]): unknown[] {
  const ordered = [...values].sort(compareValues);
  return ordered.filter((value, i) => i === 0 || compareValues(value, ordered[i - 1]) !== 0);
}

/** Whether an ordered set holds a value, by halving. */
function contains(ordered: unknown[], wanted: unknown): boolean {
  let low = 0;
  let high = ordered.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const gap = compareValues(ordered[middle], wanted);
    if (gap === 0) return true;
    if (gap < 0) low = middle + 1;
    else high = middle;
  }
  return false;
}

function setIn(name: string, value: unknown): unknown[] {
  return arrayArgument(`All operands of ${name} must be arrays. One argument is of type:`, value);
}
