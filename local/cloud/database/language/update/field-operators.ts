import { compareValues } from '../compare';
import { copyOf, isDoc, type Doc } from '../doc';
import { typeNameOf } from '../filter/type-names';
import type { Path } from '../path';
import { badWrite } from '../refusal';
import { elementText } from './element-text';

/** Where an operator works, for its messages and for the time. */
export interface Site {
  doc: Doc;
  path: Path;
  nowMs: number;
}

/** The new value at the path, given the current one; undefined leaves it as it is. */
export type FieldOperator = (current: unknown, operand: unknown, site: Site) => unknown;

/** Operators on single values. */
export const fieldOperators: Record<string, FieldOperator> = {
  $set: (_, operand, site) => storable(operand, site),
  $inc: (current, operand, site) =>
    numberAt('$inc', missingAs(current, 0), site) + argument('increment', operand, site),
  $mul: (current, operand, site) =>
    numberAt('$mul', missingAs(current, 0), site) * argument('multiply', operand, site),
  $min: (current, operand, site) => closer(current, storable(operand, site), -1),
  $max: (current, operand, site) => closer(current, storable(operand, site), 1),
  $currentDate: currentDate,
  $bit: bit,
};

/** A copy of a value that may be kept; refuses field names that begin with a dollar. */
export function storable(value: unknown, site: Site): unknown {
  refuseDollars(value, site.path.join('.'));
  return copyOf(value ?? null);
}

/** `{_id: "x"}`, as messages name the document. */
export function idText(doc: Doc): string {
  return `{${elementText('_id', doc._id)}}`;
}

// The fields of a DBRef are the only ones that may begin with a dollar.
const referenceNames = new Set(['$ref', '$id', '$db']);

function refuseDollars(value: unknown, dotted: string): void {
  if (Array.isArray(value)) {
    value.forEach((element, i) => refuseDollars(element, `${dotted}.${i}`));
    return;
  }
  if (!isDoc(value)) return;
  for (const key of Object.keys(value)) {
    if (key.startsWith('$') && !referenceNames.has(key)) {
      throw badWrite(
        `The dollar ($) prefixed field '${key}' in '${dotted}.${key}' is not valid for storage.`,
      );
    }
    refuseDollars(value[key], `${dotted}.${key}`);
  }
}

/** A missing field counts as the given number; null stays null, which is refused as no number. */
function missingAs(current: unknown, number: number): unknown {
  return current === undefined ? number : current;
}

function numberAt(operator: string, current: unknown, { doc, path }: Site): number {
  if (typeof current === 'number') return current;
  throw badWrite(
    `Cannot apply ${operator} to a value of non-numeric type. ${idText(doc)} has the field ` +
      `'${path[path.length - 1]}' of non-numeric type ${typeNameOf(current)}`,
  );
}

function argument(verb: string, operand: unknown, { path }: Site): number {
  if (typeof operand === 'number') return operand;
  throw badWrite(
    `Cannot ${verb} with non-numeric argument: {${elementText(path.join('.'), operand)}}`,
  );
}

/** The operand if it stands further in the direction, across all kinds of values. */
function closer(current: unknown, operand: unknown, direction: 1 | -1): unknown {
  if (current === undefined) return operand;
  return compareValues(operand, current) * direction > 0 ? operand : undefined;
}

function currentDate(_: unknown, operand: unknown, { nowMs, path }: Site): Date {
  const isDate = typeof operand === 'boolean' || (isDoc(operand) && operand.$type === 'date');
  if (isDate) return new Date(nowMs);
  throw badWrite(
    `${typeNameOf(operand)} is not valid type for $currentDate. Please use a boolean ` +
      "('true') or a $type expression ({$type: 'timestamp/date'}). " +
      `${elementText(path.join('.'), operand)}`,
  );
}

const bitOperations: Record<string, (a: bigint, b: bigint) => bigint> = {
  and: (a, b) => a & b,
  or: (a, b) => a | b,
  xor: (a, b) => a ^ b,
};

/** `{and|or|xor: whole number}`; a missing field counts as 0. */
function bit(current: unknown, operand: unknown, { doc, path }: Site): number {
  const field = path[path.length - 1];
  if (!isDoc(operand) || Object.keys(operand).length === 0) {
    throw badWrite(
      `The $bit modifier is not compatible with a ${typeNameOf(operand)}. You must pass in ` +
        'an embedded document: {$bit: {field: {and/or/xor: #}}',
    );
  }
  const start = missingAs(current, 0);
  if (typeof start !== 'number' || !Number.isInteger(start)) {
    throw badWrite(
      `Cannot apply $bit to a value of non-integral type.${idText(doc)} has the field ` +
        `${field} of non-integer type ${typeNameOf(start)}`,
    );
  }
  const result = Object.entries(operand).reduce((value, [name, mask]) => {
    const operation = bitOperations[name];
    if (!operation) {
      throw badWrite(
        `The $bit modifier only supports 'and', 'or', and 'xor', not '${name}' which is an ` +
          `unknown operator: {${elementText(name, mask)}}`,
      );
    }
    if (typeof mask !== 'number' || !Number.isInteger(mask)) {
      throw badWrite(
        `The $bit modifier field must be an Integer(32/64 bit); a '${typeNameOf(mask)}' is ` +
          `not supported here: {${elementText(name, mask)}}`,
      );
    }
    return operation(value, BigInt(mask));
  }, BigInt(start));
  return Number(result);
}
