import { isDoc, isOperatorDoc } from './language/doc';
import type { Doc } from './language';

/** What a filter asks of one path, as far as an index can use it. */
export type Condition =
  | { kind: 'points'; values: unknown[] }
  | { kind: 'range'; operator: RangeOperator; value: unknown };

type RangeOperator = '$gt' | '$gte' | '$lt' | '$lte';

export interface Conditions {
  byPath: Map<string, Condition[]>;
  count: number;
  /** The filter also asks what no index can tell. */
  hasOther: boolean;
}

/** Takes apart what must hold in any case: the fields of the filter and of its `$and`s. */
export function conditionsOf(filter: Doc): Conditions {
  const conditions: Conditions = { byPath: new Map(), count: 0, hasOther: false };
  collect(filter, conditions);
  return conditions;
}

function collect(filter: Doc, conditions: Conditions): void {
  for (const [path, asked] of Object.entries(filter)) {
    if (path === '$and' && Array.isArray(asked) && asked.every(isDoc)) {
      for (const part of asked) collect(part, conditions);
    } else if (path.startsWith('$')) {
      conditions.hasOther = true;
    } else if (isOperatorDoc(asked)) {
      for (const [operator, value] of Object.entries(asked)) {
        add(conditions, path, conditionOf(operator, value));
      }
    } else {
      add(conditions, path, conditionOf('$eq', asked));
    }
  }
}

function add(conditions: Conditions, path: string, condition: Condition | undefined): void {
  if (!condition) {
    conditions.hasOther = true;
    return;
  }
  conditions.count++;
  const known = conditions.byPath.get(path);
  if (known) known.push(condition);
  else conditions.byPath.set(path, [condition]);
}

function conditionOf(operator: string, value: unknown): Condition | undefined {
  switch (operator) {
    case '$eq':
      return isScalar(value) ? { kind: 'points', values: [value] } : undefined;
    case '$in':
      if (!Array.isArray(value) || value.length === 0 || !value.every(isScalar)) return undefined;
      return { kind: 'points', values: [...new Set<unknown>(value)] };
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      // Ranges with null have rules of their own, which are left to the filter.
      return isScalar(value) && value !== null ? { kind: 'range', operator, value } : undefined;
    default:
      return undefined;
  }
}

/** Values whose equality and order are the same by key and by filter, whatever is around them. */
function isScalar(value: unknown): boolean {
  if (typeof value === 'number') return !Number.isNaN(value);
  if (value instanceof Date) return !Number.isNaN(value.getTime());
  return value === null || typeof value === 'string' || typeof value === 'boolean';
}
