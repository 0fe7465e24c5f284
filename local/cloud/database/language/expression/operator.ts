import { isDoc } from '../doc';
import { badQuery } from '../refusal';
import { arithmeticOperators } from './arithmetic';
import { arrayOperators } from './array';
import { comparisonOperators } from './comparison';
import { conversionOperators } from './conversion';
import { dateOperators } from './date';
import { dateTextOperators } from './date-text';
import type { Evaluate, Names } from './evaluation';
import { setOperators } from './set';
import { stringOperators } from './string';
import { regexOperators } from './regex-search';
import type { ByName, ByPosition } from './signature';

/** Compiles `{ [name]: operand }`; throws CloudError if there is no such operator. */
export function compileOperator(name: string, operand: unknown, names: Names): Evaluate {
  const operator = Object.hasOwn(all, name) ? all[name] : undefined;
  if (!operator) throw badQuery(`Unrecognized expression '${name}'`, 'InvalidPipelineOperator');
  return 'names' in operator
    ? compileByName(name, operator, operand, names)
    : compileByPosition(name, operator, operand, names);
}

const all: Record<string, ByPosition | ByName> = {
  ...arithmeticOperators,
  ...arrayOperators,
  ...comparisonOperators,
  ...conversionOperators,
  ...dateOperators,
  ...dateTextOperators,
  ...regexOperators,
  ...setOperators,
  ...stringOperators,
};

function compileByPosition(
  name: string,
  { least, most, of }: ByPosition,
  operand: unknown,
  names: Names,
): Evaluate {
  const given: unknown[] = Array.isArray(operand) ? operand : [operand];
  if (given.length < least || given.length > most) {
    const wanted = least === most ? `exactly ${least}` : `at least ${least} and at most ${most}`;
    throw badQuery(
      `Expression ${name} takes ${wanted} arguments. ${given.length} were passed in`,
      'Location16020',
    );
  }
  const args = given.map((argument) => names.compile(argument, names));
  const [first, second] = args;
  if (args.length === 1 && first) return (scope) => of(first(scope));
  if (args.length === 2 && first && second) return (scope) => of(first(scope), second(scope));
  return (scope) => of(...args.map((argument) => argument(scope)));
}

function compileByName(name: string, operator: ByName, operand: unknown, names: Names): Evaluate {
  if (!isDoc(operand)) throw badQuery(`${name} only supports an object as its argument`);
  const unknown = Object.keys(operand).find((key) => !operator.names.includes(key));
  if (unknown !== undefined) throw badQuery(`${name} found an unknown argument: ${unknown}`);
  const absent = operator.required.find((key) => !(key in operand));
  if (absent !== undefined) throw badQuery(`Missing '${absent}' parameter to ${name}`);
  const args = Object.keys(operand).map((key) => ({
    key,
    value: names.compile(operand[key], names),
  }));
  return (scope) => {
    const given: Record<string, unknown> = {};
    for (const { key, value } of args) given[key] = value(scope) ?? null;
    return operator.ofNamed(given);
  };
}
