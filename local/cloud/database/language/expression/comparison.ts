import { compareValues } from '../compare';
import type { Operators } from './signature';
import { truthOf } from './truth';

/** Comparisons across all kinds, missing below null, and `$not`. */
export const comparisonOperators: Operators = {
  $cmp: { least: 2, most: 2, of: (a, b) => Math.sign(compareValues(a, b)) },
  $eq: { least: 2, most: 2, of: (a, b) => compareValues(a, b) === 0 },
  $ne: { least: 2, most: 2, of: (a, b) => compareValues(a, b) !== 0 },
  $gt: { least: 2, most: 2, of: (a, b) => compareValues(a, b) > 0 },
  $gte: { least: 2, most: 2, of: (a, b) => compareValues(a, b) >= 0 },
  $lt: { least: 2, most: 2, of: (a, b) => compareValues(a, b) < 0 },
  $lte: { least: 2, most: 2, of: (a, b) => compareValues(a, b) <= 0 },
  $not: { least: 1, most: 1, of: (value) => !truthOf(value) },
};
