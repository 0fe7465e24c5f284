import { encodeValue } from './key';
import { compileFilter, compileOrder, nearOrder } from './language';
import type { Doc } from './language';
import { choosePlan } from './plan';
import type { OrderBy, Plan } from './plan';
import { mapKey } from './view';
import type { View } from './view';
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
  const sorted = isInOrder ? compare : undefined;
  for (const stored of candidates(view, collection, { plan, expected: wanted, sorted })) {
    if (!matches(stored.doc)) continue;
    found.push(stored);
    if (found.length >= wanted) break;
  }
  if (!isInOrder && compare) found.sort((a, b) => compare(a.doc, b.doc));
  return found.slice(offset, offset + limit);
}

/** How many documents match, up to `most`; read from the index alone where that is exact. */
export function count(
  view: View,
  collection: Collection,
  filter: Doc,
  most: number = Infinity,
): number {
  if (view.stagedIn(collection)) {
    return find(view, collection, { filter, order: [], offset: 0, limit: most }).length;
  }
  const matches = compileFilter(filter);
  if (Object.keys(filter).length === 0) return Math.min(view.reader.countAll(collection), most);
  const plan = choosePlan(view.indexesOf(collection), filter, []);
  if (plan?.isExact) {
    const counts = plan.ranges.map((range) =>
      view.reader.countRange(collection, plan.index, range, most),
    );
    return Math.min(
      counts.reduce((sum, part) => sum + part, 0),
      most,
    );
  }
  let total = 0;
  for (const stored of candidates(view, collection, { plan, expected: Infinity })) {
    if (matches(stored.doc)) total++;
    if (total >= most) break;
  }
  return total;
}

/** All that may match a filter, each document once; the filter itself is left to the caller. */
export function* candidatesFor(view: View, collection: Collection, filter: Doc): Iterable<Stored> {
  const plan = choosePlan(view.indexesOf(collection), filter, []);
  yield* candidates(view, collection, { plan, expected: Infinity });
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

/** Documents that are read at first where some of them may not match. */
const PIECE_MIN = 24;

interface Search {
  plan: Plan | undefined;
  /** How many are probably wanted. */
  expected: number;
  /** The order in which the plan shall bring them up, where it can. */
  sorted?: Compare;
}

type Compare = (a: Doc, b: Doc) => number;

function* candidates(view: View, collection: Collection, search: Search): Generator<Stored> {
  const staged = view.stagedIn(collection);
  const { plan } = search;
  const source = plan ? inPlan(view, collection, { ...search, plan }) : view.reader.all(collection);
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
  { plan, expected, sorted }: Search & { plan: Plan },
): Generator<Stored> {
  const { index, isReversed } = plan;
  const ranges = isReversed ? [...plan.ranges].reverse() : plan.ranges;
  // As many as are wanted only where each that is read is one of them.
  const isSure = plan.isExact && ranges.length === 1;
  const share = isSure ? expected : Math.max(Math.ceil(expected / ranges.length), PIECE_MIN);
  const sources = ranges.map((range) =>
    view.reader.inRange({ collection, index, range, isReversed, expected: share }),
  );
  const seen = index.multikey === 0 ? undefined : new Set<number>();
  for (const stored of sorted ? merged(sources, sorted) : joined(sources)) {
    if (seen?.has(stored.n)) continue;
    seen?.add(stored.n);
    yield stored;
  }
}

function* joined(sources: Iterable<Stored>[]): Generator<Stored> {
  for (const source of sources) yield* source;
}

/** One sorted series of several, for a list of points under one order. */
function* merged(sources: Iterable<Stored>[], compare: Compare): Generator<Stored> {
  const [only] = sources;
  if (only && sources.length === 1) return yield* only;
  const heads = sources.flatMap((source) => {
    const rest = source[Symbol.iterator]();
    const first = rest.next();
    return first.done ? [] : [{ stored: first.value, rest }];
  });
  for (let head = heads[0]; head; head = heads[0]) {
    for (const other of heads) {
      if (compare(other.stored.doc, head.stored.doc) < 0) head = other;
    }
    yield head.stored;
    const next = head.rest.next();
    if (next.done) heads.splice(heads.indexOf(head), 1);
    else head.stored = next.value;
  }
}
