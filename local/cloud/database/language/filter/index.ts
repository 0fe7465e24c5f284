/**
 * Filters, compiled once into a predicate over documents. Semantics from MongoDB's manual, "Query
 * and Projection Operators", and from the match iterator described in path.ts.
 */
import { type Doc, isDoc } from '../doc';
import { compileExpression, noVariables, truthOf, type Variables } from '../expression';
import { pathOf } from '../path';
import { badQuery } from '../refusal';
import { compileCondition, type Condition } from './condition';

/** Variables that `$expr` may use: in a `$lookup` their values change with each outer document. */
export interface Binding {
  readonly names: readonly string[];
  values(): Variables;
}

const unbound: Binding = { names: [], values: () => noVariables };

/** Compiles a filter; throws CloudError DATABASE_REQUEST_FAILED on one MongoDB would refuse. */
export function compileFilter(filter: Doc, binding = unbound): (doc: Doc) => boolean {
  if (!isDoc(filter)) throw badQuery('the query filter must be an object');
  const tests = Object.keys(filter).map((key) =>
    key.startsWith('$') ? topLevelTest(key, filter[key], binding) : fieldTest(key, filter[key]),
  );
  const [only] = tests;
  if (tests.length === 1 && only) return only;
  return (doc) => {
    for (const test of tests) if (!test(doc)) return false;
    return true;
  };
}

/** Compiles what stands behind a field in a filter. */
export function conditionOf(wanted: unknown): Condition {
  return compileCondition(wanted, compileFilter);
}

type Test = (doc: Doc) => boolean;

function fieldTest(dotted: string, wanted: unknown): Test {
  const path = pathOf(dotted);
  const condition = conditionOf(wanted);
  return (doc) => condition.at(doc, path);
}

function topLevelTest(operator: string, operand: unknown, binding: Binding): Test {
  switch (operator) {
    case '$and': {
      const tests = testsOf(operator, operand, binding);
      return (doc) => tests.every((test) => test(doc));
    }
    case '$or': {
      const tests = testsOf(operator, operand, binding);
      return (doc) => tests.some((test) => test(doc));
    }
    case '$nor': {
      const tests = testsOf(operator, operand, binding);
      return (doc) => !tests.some((test) => test(doc));
    }
    case '$expr': {
      const expression = compileExpression(operand, binding.names);
      return (doc) => truthOf(expression.evaluate(doc, binding.values()));
    }
    case '$comment':
      return () => true;
    case '$text':
      throw badQuery('text index required for $text query', 'IndexNotFound');
    case '$where':
    case '$jsonSchema':
      throw badQuery(
        `${operator} is not supported by the embedded database`,
        'CommandNotSupported',
      );
    default:
      throw badQuery(`unknown top level operator: ${operator}`);
  }
}

function testsOf(operator: string, operand: unknown, binding: Binding): Test[] {
  if (!Array.isArray(operand)) throw badQuery(`${operator} must be an array`);
  if (operand.length === 0) throw badQuery('$and/$or/$nor must be a nonempty array');
  return operand.map((branch: unknown) => {
    if (!isDoc(branch)) throw badQuery('$or/$and/$nor entries need to be full objects');
    return compileFilter(branch, binding);
  });
}
