import type { Cause, NumberDimension, WordDimension } from './cause';
import type { Condition, When } from './rulebook';

/** Do all conditions hold, on a day within the campaign? */
export function fits({ from, to, conditions }: When, cause: Cause): boolean {
  if (from !== null && cause.on < from) return false;
  if (to !== null && cause.on > to) return false;
  return holdAll(conditions, cause);
}

export function holdAll(conditions: Condition[], cause: Cause): boolean {
  return conditions.every((condition) => holds(condition, cause));
}

function holds(condition: Condition, cause: Cause): boolean {
  switch (condition.is) {
    case 'one_of':
      return wordsOf(cause, condition.dimension).some((word) => condition.values.includes(word));
    case 'none_of':
      return !wordsOf(cause, condition.dimension).some((word) => condition.values.includes(word));
    case 'range': {
      const number = cause.numbers[condition.dimension] ?? null;
      if (number === null) return false;
      return number >= (condition.atLeast ?? -Infinity) && number < (condition.under ?? Infinity);
    }
    default:
      return isKnown(condition.dimension, cause) === (condition.is === 'known');
  }
}

function wordsOf(cause: Cause, dimension: WordDimension): string[] {
  return cause.words[dimension] ?? [];
}

function isKnown(dimension: WordDimension | NumberDimension, cause: Cause): boolean {
  const words = cause.words[dimension as WordDimension]; // one of the two records has it
  const number = cause.numbers[dimension as NumberDimension]; // the other one
  return (words ?? []).length > 0 || (number ?? null) !== null;
}
