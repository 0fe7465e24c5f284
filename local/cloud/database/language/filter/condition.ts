import { type Doc, isDoc, isOperatorDoc } from '../doc';
import { type Path, someAt, someElementAt } from '../path';
import { badQuery } from '../refusal';
import { regexOf } from '../regex';
import { isOfType } from './type-names';
import * as compare from './value-test';
import type { ValueTest } from './value-test';
import { geoTest } from '../geo/filter';

/** What a filter asks of one field: of what lies at a path, or of one value (in $elemMatch). */
export interface Condition {
  at(doc: Doc, path: Path): boolean;
  of(value: unknown): boolean;
}

/** How a whole filter is compiled, which may stand in an `$elemMatch`. */
export type CompileFilter = (filter: Doc) => (doc: Doc) => boolean;

/** Compiles what stands behind a field in a filter: a value, a regex, or operators. */
export function compileCondition(wanted: unknown, compile: CompileFilter): Condition {
  if (wanted instanceof RegExp) return ofElements(compare.matches(wanted));
  if (!isOperatorDoc(wanted)) return ofElements(compare.equals(wanted));
  return conditionOfOperators(wanted, compile);
}

/** Compiles `{$gte: 1, $lt: 5}`: all must hold. */
function conditionOfOperators(operators: Doc, compile: CompileFilter): Condition {
  const names = Object.keys(operators).filter((name) => name !== '$options');
  if ('$options' in operators && !('$regex' in operators)) {
    throw badQuery('$options needs a $regex');
  }
  return both(names.map((name) => operatorCondition(name, operators, compile)));
}

function operatorCondition(name: string, beside: Doc, compile: CompileFilter): Condition {
  const operand = beside[name];
  const elementTest = elementTests[name];
  if (elementTest) return ofElements(elementTest(operand));
  switch (name) {
    case '$ne':
      if (operand instanceof RegExp) throw badQuery("Can't have regex as arg to $ne.");
      return not(ofElements(compare.equals(operand)));
    case '$nin':
      return not(ofElements(compare.isIn(operand, name)));
    case '$not':
      return not(negatedCondition(operand, compile));
    case '$exists':
      return isWanted(operand) ? ofWhole(isPresent) : not(ofWhole(isPresent));
    case '$size':
      return ofWhole(compare.hasSize(operand));
    case '$type':
      return ofElements(isOfType(operand));
    case '$all':
      return allCondition(operand, compile);
    case '$elemMatch':
      return ofWhole(elementMatch(operand, compile));
    case '$regex':
      return ofElements(compare.matches(regexOperand(operand, beside.$options)));
    case '$geoWithin':
    case '$geoIntersects':
    case '$near':
    case '$nearSphere':
      return ofWhole(geoTest(name, operand, beside));
    case '$maxDistance':
    case '$minDistance':
      if ('$near' in beside || '$nearSphere' in beside) return both([]);
  }
  throw badQuery(`unknown operator: ${name}`);
}

const elementTests: Record<string, (operand: unknown) => ValueTest> = {
  $eq: compare.equals,
  $gt: (operand) => compare.orders(operand, (gap) => gap > 0),
  $gte: (operand) => compare.orders(operand, (gap) => gap >= 0),
  $lt: (operand) => compare.orders(operand, (gap) => gap < 0),
  $lte: (operand) => compare.orders(operand, (gap) => gap <= 0),
  $in: (operand) => compare.isIn(operand, '$in'),
  $mod: compare.hasRemainder,
};

function isPresent(value: unknown): boolean {
  return value !== undefined;
}

/** MongoDB takes any value for a boolean here: false, 0 and null are no, all others yes. */
function isWanted(operand: unknown): boolean {
  return operand !== false && operand !== 0 && operand !== null && operand !== undefined;
}

function negatedCondition(operand: unknown, compile: CompileFilter): Condition {
  if (operand instanceof RegExp) return compileCondition(operand, compile);
  if (!isDoc(operand)) throw badQuery('$not needs a regex or a document');
  if (Object.keys(operand).length === 0) throw badQuery('$not cannot be empty');
  return conditionOfOperators(operand, compile);
}

/** `$all: [x, y]` is `x and y`; with `$elemMatch` inside, each must find its own element. */
function allCondition(operand: unknown, compile: CompileFilter): Condition {
  if (!Array.isArray(operand)) throw badQuery('$all needs an array');
  if (operand.length === 0) return not(both([]));
  return both(
    operand.map((wanted: unknown) => {
      if (!isOperatorDoc(wanted)) return compileCondition(wanted, compile);
      if (!('$elemMatch' in wanted)) throw badQuery('no $ expressions in $all');
      return conditionOfOperators(wanted, compile);
    }),
  );
}

const logicNames = new Set(['$and', '$or', '$nor', '$expr']);

/** One element fulfils it all: as a value if operators are asked, else as a document. */
function elementMatch(operand: unknown, compile: CompileFilter): ValueTest {
  if (!isDoc(operand)) throw badQuery('$elemMatch needs an Object');
  const [first] = Object.keys(operand);
  if (first !== undefined && first.startsWith('$') && !logicNames.has(first)) {
    const condition = conditionOfOperators(operand, compile);
    return (value) => Array.isArray(value) && value.some((element) => condition.of(element));
  }
  const test = compile(operand);
  const testElement = (element: unknown): boolean => {
    // An array among the elements counts as a document whose names are the indexes.
    if (Array.isArray(element)) return test({ ...element });
    return isDoc(element) && test(element);
  };
  return (value) => Array.isArray(value) && value.some(testElement);
}

function regexOperand(operand: unknown, options: unknown): RegExp {
  if (options !== undefined && typeof options !== 'string') {
    throw badQuery('$options has to be a string');
  }
  if (operand instanceof RegExp) {
    return options === undefined ? operand : regexOf(operand.source, options);
  }
  if (typeof operand !== 'string') throw badQuery('$regex has to be a string');
  return regexOf(operand, options ?? '');
}

/** Asks each element of a leaf array, and the array itself. */
function ofElements(test: ValueTest): Condition {
  return { at: (doc, path) => someElementAt(doc, path, test), of: test };
}

/** Asks what lies at the path as it is. */
function ofWhole(test: ValueTest): Condition {
  return { at: (doc, path) => someAt(doc, path, test), of: test };
}

function not(condition: Condition): Condition {
  return {
    at: (doc, path) => !condition.at(doc, path),
    of: (value) => !condition.of(value),
  };
}

function both(conditions: Condition[]): Condition {
  const [only] = conditions;
  if (conditions.length === 1 && only) return only;
  return {
    at: (doc, path) => conditions.every((condition) => condition.at(doc, path)),
    of: (value) => conditions.every((condition) => condition.of(value)),
  };
}
