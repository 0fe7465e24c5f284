import { type Doc, isDoc } from '../doc';
import { pathOf } from '../path';
import { badQuery } from '../refusal';
import { noVariables, type Evaluate, type Names, type Variables } from './evaluation';
import { valueAtFieldPath } from './field-path';
import { forms } from './forms';
import { compileOperator } from './operator';

/** A compiled expression. A missing result is undefined. */
export interface Expression {
  evaluate(root: unknown, variables?: Variables): unknown;
}

/**
 * Compiles an expression; `variables` names those that evaluate will be given. Throws CloudError
 * on unknown operators, undefined variables and wrong numbers of arguments.
 */
export function compileExpression(
  expression: unknown,
  variables: readonly string[] = [],
): Expression {
  const evaluate = compile(expression, { variables: new Set(variables), compile });
  return { evaluate: (root, given = noVariables) => evaluate({ root, variables: given }) };
}

/** The recursive step: compiles one node. */
function compile(expression: unknown, names: Names): Evaluate {
  if (typeof expression === 'string') return compileString(expression, names);
  if (Array.isArray(expression)) {
    const elements = expression.map((element: unknown) => compile(element, names));
    // An array has no gaps: what is missing becomes null in it.
    return (scope) => elements.map((element) => element(scope) ?? null);
  }
  if (!isDoc(expression)) return () => expression;
  const keys = Object.keys(expression);
  const [first] = keys;
  if (first === undefined || !first.startsWith('$')) return compileDoc(expression, keys, names);
  if (keys.length > 1) {
    throw badQuery(
      'an expression specification must contain exactly one field, the name of the ' +
        `expression. Found ${keys.length} fields in ${JSON.stringify(expression)}, while ` +
        'parsing object',
      'Location15983',
    );
  }
  const form = Object.hasOwn(forms, first) ? forms[first] : undefined;
  return form ? form(expression[first], names) : compileOperator(first, expression[first], names);
}

function compileDoc(expression: Doc, keys: string[], names: Names): Evaluate {
  const fields = keys.map((key) => {
    if (key.includes('.')) {
      throw badQuery(`FieldPath field names may not contain '.'. Consider using $getField`);
    }
    return { key, evaluate: compile(expression[key], names) };
  });
  return (scope) => {
    const doc: Doc = {};
    for (const { key, evaluate } of fields) {
      const value = evaluate(scope);
      if (value !== undefined) doc[key] = value;
    }
    return doc;
  };
}

/** `$a.b` is a field of the document, `$$name.a` a variable; any other text is itself. */
function compileString(text: string, names: Names): Evaluate {
  if (text.startsWith('$$')) return compileVariable(text.slice(2), names);
  if (!text.startsWith('$')) return () => text;
  const path = fieldPathOf(text.slice(1), text);
  return ({ root }) => valueAtFieldPath(root, path, 0);
}

const systemVariables = new Set(['ROOT', 'CURRENT', 'REMOVE', 'NOW']);

function compileVariable(dotted: string, names: Names): Evaluate {
  const [name = '', ...path] = dotted.split('.');
  if (path.length > 0) fieldPathOf(path.join('.'), dotted);
  if (!systemVariables.has(name) && !names.variables.has(name)) {
    throw badQuery(`Use of undefined variable: ${name}`, 'Location17276');
  }
  switch (name) {
    case 'REMOVE':
      return () => undefined;
    case 'NOW':
      return ({ variables }) => valueAtFieldPath(variables.NOW ?? new Date(), path, 0);
    case 'ROOT':
    case 'CURRENT':
      return ({ root }) => valueAtFieldPath(root, path, 0);
    default:
      return ({ variables }) => valueAtFieldPath(variables[name], path, 0);
  }
}

function fieldPathOf(dotted: string, whole: string): readonly string[] {
  const path = pathOf(dotted);
  if (path.some((part) => part === '')) {
    throw badQuery(
      dotted === ''
        ? `'${whole}' by itself is not a valid FieldPath`
        : 'FieldPath must not end with a . or hold an empty field name',
      'Location40353',
    );
  }
  if (path.some((part) => part.startsWith('$'))) {
    throw badQuery(`FieldPath field names may not start with '$'.`, 'Location16410');
  }
  return path;
}
