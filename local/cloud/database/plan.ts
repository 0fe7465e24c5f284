/**
 * Chooses an index for a filter and an order. A plan only narrows what is looked at: the filter
 * decides about every candidate. Used are equality with scalars (`$eq`, `$in`) on the leading
 * fields, then one range, and the order that the index keeps anyway; the rest is left to the filter.
 * On fields that met arrays only one condition may be used, as each may hold for another element.
 */
import { conditionsOf } from './condition';
import type { Condition } from './condition';
import { fieldKey } from './index-keys';
import { after, encodeValue, inverted } from './key';
import type { Doc } from './language';
import { RANGES_MAX } from './limits';
import type { Index, IndexField } from './shape';

export type OrderBy = [path: string, direction: 1 | -1][];

/** Keys from `from` on, up to but without `below`. */
export interface KeyRange {
  from: Buffer;
  below: Buffer;
}

export interface Plan {
  index: Index;
  ranges: KeyRange[];
  isReversed: boolean;
  /** Each range comes up in the order that was asked. */
  isSorted: boolean;
  /** The ranges hold the matching documents and no others, each once. */
  isExact: boolean;
}

/** The best plan, or undefined when every document has to be looked at. */
export function choosePlan(
  indexes: readonly Index[],
  filter: Doc,
  order: OrderBy,
): Plan | undefined {
  const conditions = conditionsOf(filter);
  let best: { plan: Plan; score: number } | undefined;
  for (const index of indexes) {
    const use = useOf(index, conditions.byPath);
    const sort = sortBy(index, use, order);
    const score = scoreOf(index, use, sort !== undefined && order.length > 0);
    if (score === 0 || (best && best.score >= score)) continue;
    // An array in any field, even behind the conditions, gives its document several keys.
    const isExact =
      !conditions.hasOther && use.exactly === conditions.count && index.multikey === 0;
    const plan = {
      index,
      ranges: use.ranges,
      isReversed: sort?.isReversed ?? false,
      isSorted: sort !== undefined,
      isExact,
    };
    best = { plan, score };
  }
  return best?.plan;
}

/** What an index makes of the conditions. */
interface Use {
  ranges: KeyRange[];
  /** Leading fields held to points. */
  points: number;
  /** Paths held to one single value. */
  constants: Set<string>;
  hasRange: boolean;
  /** How many conditions the ranges stand for in full. */
  exactly: number;
}

function useOf(index: Index, byPath: Map<string, Condition[]>): Use {
  const use: Use = { ranges: [], points: 0, constants: new Set(), hasRange: false, exactly: 0 };
  let prefixes: Buffer[] = [Buffer.alloc(0)];
  let metArray = false;
  for (const [i, field] of index.fields.entries()) {
    const conditions = byPath.get(field.path);
    const isMultikey = (index.multikey & (1 << i)) !== 0;
    if (!conditions || (isMultikey && metArray)) break;
    metArray ||= isMultikey;
    const values = pointsOf(conditions);
    if (values && values.length * prefixes.length <= RANGES_MAX) {
      const keys = distinct(values.map((value) => fieldKey(field, value)));
      prefixes = prefixes.flatMap((prefix) => keys.map((key) => Buffer.concat([prefix, key])));
      use.points++;
      if (values.length === 1 && !isMultikey) use.constants.add(field.path);
      if (!isMultikey && conditions.length === 1) use.exactly++;
      continue;
    }
    const bounds = boundsOf(field, conditions, isMultikey);
    if (!bounds) break;
    use.hasRange = true;
    if (!isMultikey && bounds.isWhole) use.exactly += conditions.length;
    use.ranges = prefixes.map((prefix) => ({
      from: Buffer.concat([prefix, bounds.from]),
      below: Buffer.concat([prefix, bounds.below]),
    }));
    return use;
  }
  use.ranges = prefixes.map((prefix) => ({ from: prefix, below: after(prefix) }));
  return use;
}

/** The values of the shortest list of points. */
function pointsOf(conditions: Condition[]): unknown[] | undefined {
  let values: unknown[] | undefined;
  for (const condition of conditions) {
    if (condition.kind !== 'points') continue;
    if (!values || condition.values.length < values.length) values = condition.values;
  }
  return values;
}

/** In ascending order, equal ones once. */
function distinct(keys: Buffer[]): Buffer[] {
  const sorted = keys.sort(Buffer.compare);
  return sorted.filter((key, i) => i === 0 || sorted[i - 1]?.equals(key) !== true);
}

/** The part of one field's keys that the ranges leave; `isWhole` when none of them is left out. */
function boundsOf(
  field: IndexField,
  conditions: Condition[],
  isMultikey: boolean,
): (KeyRange & { isWhole: boolean }) | undefined {
  const all = conditions.flatMap((condition) => (condition.kind === 'range' ? [condition] : []));
  const first = all[0];
  if (!first) return undefined;
  const kind = encodeValue(first.value).subarray(0, 1);
  const alike = all.filter((range) => encodeValue(range.value)[0] === kind[0]);
  const used = isMultikey ? alike.slice(0, 1) : alike;
  let from: Cut = { key: kind, isAfter: false };
  let below: Cut = { key: kind, isAfter: true };
  for (const { operator, value } of used) {
    const key = encodeValue(value);
    if (operator === '$gt') from = later(from, { key, isAfter: true });
    if (operator === '$gte') from = later(from, { key, isAfter: false });
    if (operator === '$lt') below = earlier(below, { key, isAfter: false });
    if (operator === '$lte') below = earlier(below, { key, isAfter: true });
  }
  const isWhole = used.length === conditions.length;
  if (field.direction === 1) return { from: bytesOf(from), below: bytesOf(below), isWhole };
  return { from: invertedBytesOf(below), below: invertedBytesOf(from), isWhole };
}

/** A place between keys: before all that begin with `key`, or after them. */
interface Cut {
  key: Buffer;
  isAfter: boolean;
}

const bytesOf = ({ key, isAfter }: Cut) => (isAfter ? after(key) : key);
const invertedBytesOf = ({ key, isAfter }: Cut) => (isAfter ? inverted(key) : after(inverted(key)));
const later = (a: Cut, b: Cut) => (Buffer.compare(bytesOf(a), bytesOf(b)) < 0 ? b : a);
const earlier = (a: Cut, b: Cut) => (Buffer.compare(bytesOf(a), bytesOf(b)) > 0 ? b : a);

/** Whether each range of the index comes up in this order, and in which direction. */
function sortBy(index: Index, use: Use, order: OrderBy): { isReversed: boolean } | undefined {
  if (order.length === 0) return { isReversed: false };
  let next = use.points;
  let turn = 0;
  for (const [path, direction] of order) {
    if (use.constants.has(path)) continue;
    const field = index.fields[next];
    if (!field || field.path !== path || (index.multikey & (1 << next)) !== 0) return undefined;
    const fieldTurn = field.direction * direction;
    if (turn !== 0 && turn !== fieldTurn) return undefined;
    turn = fieldTurn;
    next++;
  }
  return { isReversed: turn === -1 };
}

/** Points weigh most, then the order, then a range; an index of no use scores 0. */
function scoreOf(index: Index, use: Use, isSorted: boolean): number {
  const isOne = index.unique && use.points === index.fields.length && use.ranges.length === 1;
  const helps = (isOne ? 1000 : 0) + use.points * 10 + (use.hasRange ? 5 : 0);
  return helps + (isSorted ? 8 : 0);
}
