import { encodeValue } from './key';
import { compileFilter, compileOrder, nearOrder } from './language';
import type { Doc } from './language';
import { choosePlan } from './plan';
import type { OrderBy, Plan } from './plan';
import { mapKey } from './view';
import type { View } from './view';
import { idIndex } from './shape';
import type { Collection, Stored } from './shape';

export interface Query {
  filter: Doc;
  order: OrderBy;
  offset: number;
  /** Infinity for all. */
  limit: number;
}

/** The documents that match, in order, from `offset` on, at most `limit`. Throws on a bad filter. */
export function find(view: View, collection: Collection, query: Query): Stored[] {
  const { filter, order, offset, limit } = query;
  const id = soleId(filter);
  if (id !== undefined) {
    const stored = byId(view, collection, encodeValue(id));
    return stored && offset === 0 && limit > 0 ? [stored] : [];
  }
  const matches = compileFilter(filter);
  const compare = order.length > 0 ? compileOrder(order) : nearOrder(filter);
  const plan = choosePlan(view.indexesOf(collection), filter, order);
  const isStaged = view.stagedIn(collection) !== undefined;
  // Only an index's own order lets us stop early; a transaction's writes are not in the index.
  const isInOrder = !compare || (order.length > 0 && plan?.isSorted === true && !isStaged);
  const wanted = isInOrder ? offset + limit : Infinity;
  const found: Stored[] = [];
  if (wanted === 0) return found;
  for (const stored of candidates(view, collection, plan, wanted)) {
    if (!matches(stored.doc)) continue;
    found.push(stored);
    if (found.length >= wanted) break;
  }
  if (!isInOrder && compare) found.sort((a, b) => compare(a.doc, b.doc));
  return found.slice(offset, offset + limit);
}

/** How many documents match; read from the index alone where that is exact. */
export function count(view: View, collection: Collection, filter: Doc): number {
  if (view.stagedIn(collection)) {
    return find(view, collection, { filter, order: [], offset: 0, limit: Infinity }).length;
  }
  const matches = compileFilter(filter);
  if (Object.keys(filter).length === 0) return view.reader.countAll(collection);
  const plan = choosePlan(view.indexesOf(collection), filter, []);
  if (plan?.isExact) {
    const counts = plan.ranges.map((range) =>
      view.reader.countRange(collection, plan.index, range),
    );
    return counts.reduce((sum, part) => sum + part, 0);
  }
  let total = 0;
  for (const stored of candidates(view, collection, plan, Infinity)) {
    if (matches(stored.doc)) total++;
  }
  return total;
}

/** All that may match a filter, each document once; the filter itself is left to the caller. */
export function* candidatesFor(view: View, collection: Collection, filter: Doc): Iterable<Stored> {
  const plan = choosePlan(view.indexesOf(collection), filter, []);
  yield* candidates(view, collection, plan, Infinity);
}

/** The document with this key of `_id`. */
export function byId(view: View, collection: Collection, idKey: Buffer): Stored | undefined {
  const staged = view.stagedIn(collection)?.get(mapKey(idKey));
  return staged ? staged.stored : view.reader.byId(collection, idKey);
}

/** The id when the filter is `{_id: id}` and nothing else. */
function soleId(filter: Doc): string | number | undefined {
  const { _id: id, ...others } = filter;
  if (typeof id !== 'string' && typeof id !== 'number') return undefined;
  return Object.keys(others).length === 0 && !Number.isNaN(id) ? id : undefined;
}

function* candidates(
  view: View,
  collection: Collection,
  plan: Plan | undefined,
  expected: number,
): Generator<Stored> {
  const staged = view.stagedIn(collection);
  const source = plan ? inPlan(view, collection, plan, expected) : view.reader.all(collection);
  if (!staged) {
    yield* source;
    return;
  }
  const hidden = new Set<number>();
  for (const { before } of staged.values()) if (before) hidden.add(before.n);
  for (const stored of source) if (!hidden.has(stored.n)) yield stored;
  for (const { stored } of staged.values()) if (stored) yield stored;
}

function* inPlan(
  view: View,
  collection: Collection,
  plan: Plan,
  expected: number,
): Generator<Stored> {
  const { index, isReversed } = plan;
  const ranges = isReversed ? [...plan.ranges].reverse() : plan.ranges;
  const seen = index !== idIndex && index.multikey !== 0 ? new Set<number>() : undefined;
  for (const range of ranges) {
    for (const stored of view.reader.inRange({ collection, index, range, isReversed, expected })) {
      if (seen?.has(stored.n)) continue;
      seen?.add(stored.n);
      yield stored;
    }
  }
}
