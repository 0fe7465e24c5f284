/** Inserts, changes and removals, said once for plain writes and transactions. */
import { randomBytes } from 'node:crypto';
import { checkDocument } from './document-check';
import { duplicateKey, writeRefused } from './errors';
import { byId, find } from './find';
import { applyUpdate, encodeEjson } from './language';
import type { Doc } from './language';
import { idIndex } from './shape';
import type { Collection, Stored } from './shape';
import type { Target } from './view';
import { idKeyOf } from './write';

/** What to make of the documents that match. */
export interface Change {
  filter: Doc;
  /** MongoDB's update operators, or with `isReplacement` the new contents. */
  update: Doc;
  isReplacement: boolean;
  multi: boolean;
  upsert: boolean;
  nowMs: number;
}

/** Which documents to remove: the first match, or all of them. */
export interface Removal {
  filter: Doc;
  multi: boolean;
}

export interface Changed {
  matched: number;
  /** Those that are different now. */
  updated: number;
  upsertId?: unknown;
  /** The last one, as it is now. */
  last?: Stored | { doc: Doc; text: string };
}

/** Inserts all or none; returns their ids, made up where there were none. */
export function insert(target: Target, collection: Collection, docs: readonly Doc[]): unknown[] {
  return docs.map((given) => {
    const doc = withId(given, given._id === undefined || given._id === '' ? newId() : given._id);
    if (byId(target.view, collection, idKeyOf(doc))) {
      throw duplicateKey(collection.name, idIndex.name, [doc._id]);
    }
    put(target, collection, { doc, text: encodeEjson(doc) });
    return doc._id;
  });
}

/** Changes the first match, or all of them; inserts one when asked to and nothing matches. */
export function modify(target: Target, collection: Collection, change: Change): Changed {
  const { filter, update, nowMs } = change;
  checkUpdate(change);
  const limit = change.multi ? Infinity : 1;
  const found = find(target.view, collection, { filter, order: [], offset: 0, limit });
  const changed: Changed = { matched: found.length, updated: 0 };
  for (const before of found) {
    const doc = change.isReplacement
      ? withId(update, before.doc._id)
      : applyUpdate(before.doc, update, filter, nowMs);
    const text = encodeEjson(doc);
    changed.last = { doc, text };
    // As MongoDB counts: a document that stays as it is was matched, but not modified.
    if (text === before.text) continue;
    put(target, collection, { before, doc, text });
    changed.updated++;
  }
  if (found.length > 0 || !change.upsert) return changed;
  const doc = upsertOf(change);
  const text = encodeEjson(doc);
  put(target, collection, { doc, text });
  return { matched: 0, updated: 0, upsertId: doc._id, last: { doc, text } };
}

/** Removes the first match, or all of them; returns how many. */
export function remove(target: Target, collection: Collection, removal: Removal): number {
  const { filter, multi } = removal;
  const limit = multi ? Infinity : 1;
  const found = find(target.view, collection, { filter, order: [], offset: 0, limit });
  for (const stored of found) target.remove(collection, stored);
  return found.length;
}

function put(target: Target, collection: Collection, change: Put): void {
  const { before, doc, text } = change;
  checkDocument(doc, text);
  target.put(collection, before, doc, text);
}

interface Put {
  before?: Stored;
  doc: Doc;
  text: string;
}

function checkUpdate({ update, isReplacement }: Change): void {
  const names = Object.keys(update);
  const operator = names.find((name) => name.startsWith('$'));
  if (isReplacement && operator) {
    throw writeRefused(`the replace document must not contain operator ${operator}`);
  }
  if (!isReplacement && (names.length === 0 || !names.every((name) => name.startsWith('$')))) {
    throw writeRefused('update document must contain key beginning with $');
  }
}

/** What is inserted when nothing matched: the filter's plain equalities, then the change. */
function upsertOf({ filter, update, isReplacement, nowMs }: Change): Doc {
  const isPlain = (value: unknown) => typeof value === 'string' || typeof value === 'number';
  const id = isPlain(filter._id) ? filter._id : newId();
  if (isReplacement) return withId(update, id);
  const equalities = Object.entries(filter).filter(
    ([name, value]) => isPlain(value) && !name.includes('.'),
  );
  return applyUpdate(withId(Object.fromEntries(equalities), id), update, filter, nowMs);
}

/** `_id` comes first, as MongoDB stores it. */
function withId(doc: Doc, id: unknown): Doc {
  return { ...{ _id: id }, ...doc, _id: id };
}

/** 32 hexadecimal digits, as CloudBase makes them. */
const newId = () => randomBytes(16).toString('hex');
