import { compareValues } from '../compare';
import { type Doc, isDoc } from '../doc';
import { average, standardDeviation, sumOf } from '../expression/numbers';
import { typeNameOf } from '../filter/type-names';
import { badQuery } from '../refusal';
import { groupKey } from './group-key';

/** What a group gathers of one expression; a missing value comes as undefined. */
export interface Accumulator {
  add(value: unknown): void;
  result(): unknown;
}

/** Starts an accumulator, by the name of its operator. */
export const accumulators: Record<string, () => Accumulator> = {
  $addToSet: () => {
    const set = new Map<string, unknown>();
    return {
      add: (value) => {
        if (value !== undefined && !set.has(groupKey(value))) set.set(groupKey(value), value);
      },
      result: () => [...set.values()],
    };
  },
  $avg: () => ofNumbers(average),
  $first: () => {
    let first: unknown;
    let isEmpty = true;
    return {
      add: (value) => {
        if (isEmpty) first = value;
        isEmpty = false;
      },
      result: () => first ?? null,
    };
  },
  $last: () => {
    let last: unknown;
    return { add: (value) => (last = value), result: () => last ?? null };
  },
  $max: () => extreme(1),
  $mergeObjects: mergeObjects,
  $min: () => extreme(-1),
  $push: () => {
    const list: unknown[] = [];
    return {
      add: (value) => {
        if (value !== undefined) list.push(value);
      },
      result: () => list,
    };
  },
  $stdDevPop: () => ofNumbers((numbers) => standardDeviation(numbers, 'population')),
  $stdDevSamp: () => ofNumbers((numbers) => standardDeviation(numbers, 'sample')),
  $sum: () => ofNumbers(sumOf),
};

function ofNumbers(result: (numbers: number[]) => number | null): Accumulator {
  const numbers: number[] = [];
  return {
    add: (value) => {
      if (typeof value === 'number') numbers.push(value);
    },
    result: () => result(numbers),
  };
}

/** Null and missing values do not take part. */
function extreme(direction: 1 | -1): Accumulator {
  let best: unknown = null;
  return {
    add: (value) => {
      if (value === null || value === undefined) return;
      if (best === null || compareValues(value, best) * direction > 0) best = value;
    },
    result: () => best,
  };
}

function mergeObjects(): Accumulator {
  const merged: Doc = {};
  return {
    add: (value) => {
      if (value === null || value === undefined) return;
      if (!isDoc(value)) {
        throw badQuery(
          `$mergeObjects requires object inputs, but input is of type ${typeNameOf(value)}`,
          'Location40400',
        );
      }
      Object.assign(merged, value);
    },
    result: () => merged,
  };
}
