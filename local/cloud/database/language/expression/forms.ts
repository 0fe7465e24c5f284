/** Expressions that choose what to evaluate, or that bind variables: they compile themselves. */
import { isDoc, type Doc } from '../doc';
import { typeNameOf } from '../filter/type-names';
import { badQuery } from '../refusal';
import type { Evaluate, Names } from './evaluation';
import { truthOf } from './truth';

type Form = (operand: unknown, names: Names) => Evaluate;

/** Forms by the name of their operator. */
export const forms: Record<string, Form> = {
  $literal: (operand) => () => operand,
  $and: (operand, names) => {
    const tests = listOf(operand, names);
    return (scope) => tests.every((test) => truthOf(test(scope)));
  },
  $or: (operand, names) => {
    const tests = listOf(operand, names);
    return (scope) => tests.some((test) => truthOf(test(scope)));
  },
  $cond: condForm,
  $ifNull: ifNullForm,
  $switch: switchForm,
  $let: letForm,
  $map: mapForm,
  $filter: filterForm,
  $reduce: reduceForm,
  $meta: () => {
    throw badQuery('query requires text score metadata, but it is not available');
  },
};

function listOf(operand: unknown, names: Names): Evaluate[] {
  return (Array.isArray(operand) ? operand : [operand]).map((part: unknown) =>
    names.compile(part, names),
  );
}

/** `{if, then, else}` or a list of the three. */
function condForm(operand: unknown, names: Names): Evaluate {
  const parts = Array.isArray(operand)
    ? operand
    : partsOf('$cond', operand, ['if', 'then', 'else']);
  if (parts.length !== 3) {
    throw badQuery(
      `Expression $cond takes exactly 3 arguments. ${parts.length} were passed in`,
      'Location16020',
    );
  }
  // Three parts give three evaluations.
  const [test, yes, no] = listOf(parts, names) as [Evaluate, Evaluate, Evaluate];
  return (scope) => (truthOf(test(scope)) ? yes(scope) : no(scope));
}

function ifNullForm(operand: unknown, names: Names): Evaluate {
  const parts = listOf(operand, names);
  if (parts.length < 2) {
    throw badQuery(
      `Expression $ifNull takes exactly 2 arguments. ${parts.length} were passed in`,
      'Location16020',
    );
  }
  return (scope) => {
    let value: unknown;
    for (const part of parts) {
      value = part(scope);
      if (value !== null && value !== undefined) return value;
    }
    return value;
  };
}

function switchForm(operand: unknown, names: Names): Evaluate {
  if (!isDoc(operand) || !Array.isArray(operand.branches) || operand.branches.length === 0) {
    throw badQuery('$switch requires at least one branch', 'Location40068');
  }
  const branches = operand.branches.map((branch: unknown) => {
    // partsOf gives as many parts as names.
    const [test, then] = listOf(partsOf('$switch', branch, ['case', 'then']), names) as [
      Evaluate,
      Evaluate,
    ];
    return { test, then };
  });
  const otherwise = 'default' in operand ? names.compile(operand.default, names) : undefined;
  return (scope) => {
    const chosen = branches.find(({ test }) => truthOf(test(scope)));
    if (chosen) return chosen.then(scope);
    if (otherwise) return otherwise(scope);
    throw badQuery(
      '$switch could not find a matching branch for an input, and no default was specified',
      'Location40066',
    );
  };
}

function letForm(operand: unknown, names: Names): Evaluate {
  const [vars, body] = partsOf('$let', operand, ['vars', 'in']);
  if (!isDoc(vars)) throw badQuery('invalid parameter: expected an object (vars)');
  const bound = Object.keys(vars).map((name) => ({
    name,
    value: names.compile(vars[name], names),
  }));
  const evaluate = names.compile(body, withVariables(names, Object.keys(vars)));
  return (scope) => {
    const variables = { ...scope.variables };
    for (const { name, value } of bound) variables[name] = value(scope);
    return evaluate({ root: scope.root, variables });
  };
}

function mapForm(operand: unknown, names: Names): Evaluate {
  const [input, body] = partsOf('$map', operand, ['input', 'in'], ['as']);
  const name = nameOf(operand, 'this');
  const array = names.compile(input, names);
  const evaluate = names.compile(body, withVariables(names, [name]));
  return (scope) => {
    const elements = arrayIn('input to $map', array(scope));
    return (
      elements?.map((element) => {
        const variables = { ...scope.variables, [name]: element };
        return evaluate({ root: scope.root, variables }) ?? null;
      }) ?? null
    );
  };
}

function filterForm(operand: unknown, names: Names): Evaluate {
  const [input, condition] = partsOf('$filter', operand, ['input', 'cond'], ['as']);
  const name = nameOf(operand, 'this');
  const array = names.compile(input, names);
  const test = names.compile(condition, withVariables(names, [name]));
  return (scope) => {
    const elements = arrayIn('input to $filter', array(scope));
    return (
      elements?.filter((element) => {
        const variables = { ...scope.variables, [name]: element };
        return truthOf(test({ root: scope.root, variables }));
      }) ?? null
    );
  };
}

function reduceForm(operand: unknown, names: Names): Evaluate {
  const [input, first, body] = partsOf('$reduce', operand, ['input', 'initialValue', 'in']);
  const array = names.compile(input, names);
  const initial = names.compile(first, names);
  const evaluate = names.compile(body, withVariables(names, ['this', 'value']));
  return (scope) => {
    const elements = arrayIn("$reduce's input", array(scope));
    if (!elements) return null;
    let value = initial(scope);
    for (const element of elements) {
      const variables = { ...scope.variables, this: element, value };
      value = evaluate({ root: scope.root, variables });
    }
    return value;
  };
}

/** The array, undefined for null and missing; refused if anything else. */
function arrayIn(what: string, value: unknown): unknown[] | undefined {
  if (value === null || value === undefined) return undefined;
  if (Array.isArray(value)) return value;
  throw badQuery(`${what} must be an array not ${typeNameOf(value)}`, 'Location16883');
}

function nameOf(operand: unknown, otherwise: string): string {
  const name = isDoc(operand) ? operand.as : undefined;
  if (name === undefined) return otherwise;
  if (typeof name === 'string' && /^[a-z][\w]*$/.test(name)) return name;
  throw badQuery(
    `${JSON.stringify(name)} starts with an invalid character for a user variable name`,
  );
}

function withVariables(names: Names, added: string[]): Names {
  return { ...names, variables: new Set([...names.variables, ...added]) };
}

/** The required parts of an operand by name, in order; refuses missing and unknown ones. */
function partsOf(
  operator: string,
  operand: unknown,
  required: string[],
  optional: string[] = [],
): unknown[] {
  if (!isDoc(operand)) throw badQuery(`${operator} only supports an object as its argument`);
  const unknown = Object.keys(operand).find(
    (key) => !required.includes(key) && !optional.includes(key),
  );
  if (unknown !== undefined) throw badQuery(`Unrecognized parameter to ${operator}: ${unknown}`);
  return required.map((key) => {
    if (!(key in operand)) throw badQuery(`Missing '${key}' parameter to ${operator}`);
    return (operand as Doc)[key];
  });
}
