import { compareValues, sameValue } from '../compare';
import { isDoc, isOperatorDoc, type Doc } from '../doc';
import { encodeEjson } from '../ejson';
import { compileFilter } from '../filter';
import { conditionOf } from '../filter';
import { typeNameOf } from '../filter/type-names';
import { sorted } from '../order';
import { badWrite } from '../refusal';
import { idText, type FieldOperator, type Site, storable } from './field-operators';

/** Operators on arrays. */
export const arrayOperators: Record<string, FieldOperator> = {
  $push: push,
  $addToSet: addToSet,
  $pop: pop,
  $pull: (current, operand) => without(current, pullTest(operand)),
  $pullAll: (current, operand) => {
    if (!Array.isArray(operand)) {
      throw badWrite(`$pullAll requires an array argument but was given a ${typeNameOf(operand)}`);
    }
    return without(current, (element) => operand.some((unwanted) => sameValue(unwanted, element)));
  },
};

function push(current: unknown, operand: unknown, site: Site): unknown {
  if (current !== undefined && !Array.isArray(current)) {
    throw badWrite(
      `The field '${site.path.join('.')}' must be an array but is of type ` +
        `${typeNameOf(current)} in document ${idText(site.doc)}`,
    );
  }
  const array: unknown[] = [...(current ?? [])];
  if (!isDoc(operand) || !('$each' in operand)) return [...array, storable(operand, site)];
  refuseUnknownClauses(operand);
  const added = eachOf('$push', operand.$each).map((element) => storable(element, site));
  const position = wholeClause('$position', operand.$position) ?? array.length;
  array.splice(position, 0, ...added);
  const ordered = operand.$sort === undefined ? array : inOrder(array, operand.$sort);
  const slice = wholeClause('$slice', operand.$slice);
  if (slice === undefined) return ordered;
  // slice(-0) would keep everything.
  if (slice === 0) return [];
  return slice > 0 ? ordered.slice(0, slice) : ordered.slice(slice);
}

const pushClauses = ['$each', '$position', '$slice', '$sort'];

function refuseUnknownClauses(operand: Doc): void {
  const unknown = Object.keys(operand).find((clause) => !pushClauses.includes(clause));
  if (unknown !== undefined) throw badWrite(`Unrecognized clause in $push: ${unknown}`);
}

function eachOf(operator: string, each: unknown): unknown[] {
  if (Array.isArray(each)) return each;
  throw badWrite(
    `The argument to $each in ${operator} must be an array but it was of type: ${typeNameOf(each)}`,
  );
}

function wholeClause(clause: string, value: unknown): number | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'number' && Number.isInteger(value)) return value;
  throw badWrite(
    `The value for ${clause} must be an integer value but was given type: ${typeNameOf(value)}`,
  );
}

/** `1` or `-1` orders whole elements, `{field: 1}` documents by their fields. */
function inOrder(array: unknown[], sort: unknown): unknown[] {
  if (sort === 1 || sort === -1) return [...array].sort((a, b) => compareValues(a, b) * sort);
  if (!isDoc(sort) || Object.keys(sort).length === 0) {
    throw badWrite('The $sort is invalid: use 1/-1 to sort the whole element, or {field:1/-1}');
  }
  const order = Object.entries(sort).map(([field, direction]): [string, 1 | -1] => {
    if (direction === 1 || direction === -1) return [`element.${field}`, direction];
    throw badWrite('The $sort element value must be either 1 or -1');
  });
  return sorted(
    array.map((element) => ({ element })),
    order,
  ).map(({ element }) => element);
}

function addToSet(current: unknown, operand: unknown, site: Site): unknown {
  if (current !== undefined && !Array.isArray(current)) {
    throw badWrite(
      'Cannot apply $addToSet to non-array field. Field named ' +
        `'${site.path[site.path.length - 1]}' has non-array type ${typeNameOf(current)}`,
    );
  }
  const isEach = isDoc(operand) && '$each' in operand;
  const candidates = isEach ? eachOf('$addToSet', operand.$each) : [operand];
  const set: unknown[] = [...(current ?? [])];
  for (const candidate of candidates) {
    if (!set.some((element) => sameValue(element, candidate))) set.push(storable(candidate, site));
  }
  return set;
}

/** 1 takes the last element away, -1 the first. */
function pop(current: unknown, operand: unknown, { path }: Site): unknown {
  if (operand !== 1 && operand !== -1) {
    throw badWrite(`$pop expects 1 or -1, found: ${encodeEjson(operand)}`);
  }
  if (current === undefined) return undefined;
  if (!Array.isArray(current)) {
    throw badWrite(
      `Path '${path.join('.')}' contains an element of non-array type '${typeNameOf(current)}'`,
    );
  }
  return operand === 1 ? current.slice(0, -1) : current.slice(1);
}

/** A document names fields to match, operators test the element, any other value is compared. */
function pullTest(operand: unknown): (element: unknown) => boolean {
  if (isDoc(operand) && !isOperatorDoc(operand)) {
    const test = compileFilter(operand);
    return (element) => isDoc(element) && test(element);
  }
  const condition = conditionOf(operand);
  return (element) => condition.of(element);
}

function without(current: unknown, unwanted: (element: unknown) => boolean): unknown {
  if (current === undefined) return undefined;
  if (!Array.isArray(current)) throw badWrite('Cannot apply $pull to a non-array value');
  return current.filter((element) => !unwanted(element));
}
