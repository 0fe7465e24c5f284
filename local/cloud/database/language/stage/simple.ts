import { isDoc, type Doc } from '../doc';
import { compileExpression } from '../expression';
import { compileFilter } from '../filter';
import { sorted } from '../order';
import { badQuery } from '../refusal';
import type { Setting, Stage } from './setting';

/** `$match`. */
export function matchStage(operand: unknown, { binding }: Setting): Stage {
  if (!isDoc(operand)) {
    throw badQuery('the match filter must be an expression in an object', 'Location15959');
  }
  const test = compileFilter(operand, binding);
  return function* (docs) {
    for (const doc of docs) if (test(doc)) yield doc;
  };
}

/** `$limit`. */
export function limitStage(operand: unknown): Stage {
  const limit = wholeOperand('$limit', operand);
  if (limit <= 0) throw badQuery('the limit must be positive', 'Location15958');
  return function* (docs) {
    let left = limit;
    for (const doc of docs) {
      yield doc;
      left -= 1;
      if (left === 0) return;
    }
  };
}

/** `$skip`. */
export function skipStage(operand: unknown): Stage {
  const skip = wholeOperand('$skip', operand);
  if (skip < 0) throw badQuery('Argument to $skip cannot be negative', 'Location15956');
  return function* (docs) {
    let left = skip;
    for (const doc of docs) {
      if (left > 0) left -= 1;
      else yield doc;
    }
  };
}

/** `$sort`: paths and directions, in order. */
export function sortStage(operand: unknown): Stage {
  if (!isDoc(operand)) {
    throw badQuery('the $sort key specification must be an object', 'Location15973');
  }
  const order = Object.entries(operand).map(([path, direction]): [string, 1 | -1] => {
    if (direction === 1 || direction === -1) return [path, direction];
    throw badQuery(
      '$sort key ordering must be 1 (for ascending) or -1 (for descending)',
      'Location15975',
    );
  });
  if (order.length === 0) {
    throw badQuery('$sort stage must have at least one sort key', 'Location15976');
  }
  return (docs) => sorted(docs, order);
}

/** `$count`: one document with the number, or none where there is nothing to count. */
export function countStage(operand: unknown): Stage {
  if (typeof operand !== 'string' || operand === '') {
    throw badQuery('the count field must be a non-empty string', 'Location40156');
  }
  if (operand.startsWith('$') || operand.includes('.')) {
    throw badQuery("the count field cannot be a $-prefixed path or contain '.'", 'Location40158');
  }
  return function* (docs) {
    let count = 0;
    for (const _ of docs) count += 1;
    if (count > 0) yield { [operand]: count };
  };
}

/** `$sample`: so many documents at random, each at most once. */
export function sampleStage(operand: unknown): Stage {
  if (!isDoc(operand) || operand.size === undefined) {
    throw badQuery('$sample stage must specify a size', 'Location28749');
  }
  const size = wholeOperand('size argument to $sample', operand.size);
  if (size < 0) throw badQuery('size argument to $sample must not be negative', 'Location28747');
  return (docs) => {
    const all = [...docs];
    const count = Math.min(size, all.length);
    // Fisher and Yates's shuffle, as far as it is needed; both places are within the array.
    for (let i = 0; i < count; i++) {
      const j = i + Math.floor(Math.random() * (all.length - i));
      [all[i], all[j]] = [all[j]!, all[i]!];
    }
    return all.slice(0, count);
  };
}

/** `$replaceRoot`. */
export function replaceRootStage(operand: unknown, { binding }: Setting): Stage {
  if (!isDoc(operand) || !('newRoot' in operand)) {
    throw badQuery('no newRoot specified for the $replaceRoot stage', 'Location40231');
  }
  const root = compileExpression(operand.newRoot, binding.names);
  return function* (docs) {
    for (const doc of docs) yield rootDoc(root.evaluate(doc, binding.values()));
  };
}

function rootDoc(value: unknown): Doc {
  if (isDoc(value)) return value;
  const found = value === undefined ? 'MISSING' : JSON.stringify(value);
  throw badQuery(
    `'newRoot' expression must evaluate to an object, but resulting value was: ${found}`,
    'Location40228',
  );
}

function wholeOperand(what: string, operand: unknown): number {
  if (typeof operand === 'number' && Number.isInteger(operand)) return operand;
  throw badQuery(`${what} must be a whole number, found: ${JSON.stringify(operand)}`);
}
