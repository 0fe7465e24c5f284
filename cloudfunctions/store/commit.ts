/**
 * The one way anything is written: a transaction that creates the command's receipt and makes the
 * decided changes, or does nothing. Two replays at once cannot both win, since both create the
 * same receipt.
 */
import type { Change, Stored } from '../kernel/change';
import type { CommandKey } from '../kernel/router';
import { Fault } from '../kernel/faults';
import { addAll, transactAdding } from './add-all';
import type { ReceiptDocument } from './collections/receipts';
import type { Database } from './database';
import { readDocument } from './documents';
import { reading } from './reading';
import type { Transaction } from './transact';

export interface Commit<Value> {
  command: CommandKey & { call: string };
  changes: Change[];
  /** What the call answers, now and on every replay. */
  value: Value;
  now: number;
  /** A field of a created document that no other of its collection may have, by a unique index. */
  unique?: { collection: string; field: string; value: string };
}

/**
 * `committed: false`: a document was no longer the version that the decision was made on, or an id
 * that was to be new is taken.
 */
export type Committed<Value> = { committed: true; value: Value } | { committed: false };

export async function commit<Value>(
  database: Database,
  wanted: Commit<Value>,
): Promise<Committed<Value>> {
  const receipt: ReceiptDocument = {
    _id: wanted.command.receiptId,
    call: wanted.command.call,
    contentHash: wanted.command.contentHash,
    value: JSON.stringify(wanted.value),
    at: wanted.now,
  };
  try {
    await transactAdding(database, async (transaction) => {
      for (const changes of steps(wanted.changes))
        await make({ transaction, inc: database.command.inc }, changes);
      await transaction.collection('receipts').add(receipt);
    });
    return { committed: true, value: wanted.value };
  } catch (error) {
    return settle(database, wanted, error);
  }
}

// What failed may have been done all the same: by this very transaction when its answer was lost,
// or by a replay that ran at the same time. The receipt tells.
async function settle<Value>(
  database: Database,
  wanted: Commit<Value>,
  error: unknown,
): Promise<Committed<Value>> {
  const path = wanted.command.receiptId;
  const receipt = await readDocument<ReceiptDocument>(database, 'receipts', path);
  if (receipt?.contentHash === wanted.command.contentHash) {
    // The receipt was written by this call's own commit, so its value has this call's shape.
    return { committed: true, value: JSON.parse(receipt.value) as Value };
  }
  const isOutrun = error instanceof Fault && error.cause instanceof VersionChanged;
  const isTaken =
    isOutrun ||
    (await isAnyTaken(database, wanted.changes)) ||
    (await isAnySucceeded(database, wanted.changes)) ||
    (wanted.unique !== undefined && (await isInUse(database, wanted.unique)));
  if (isTaken) return { committed: false };
  throw error;
}

async function isInUse(
  database: Database,
  { collection, field, value }: NonNullable<Commit<unknown>['unique']>,
): Promise<boolean> {
  const found = await reading<Stored>(() =>
    database
      .collection(collection)
      .where({ [field]: value })
      .limit(1)
      .get(),
  );
  return found.length > 0;
}

// The database answers a taken id with the same code as any other failure, so the ids are looked at.
async function isAnyTaken(database: Database, changes: Change[]): Promise<boolean> {
  const created = changes.flatMap((change) => (change.do === 'create' ? [change] : []));
  const found = await Promise.all(
    created.map(({ collection, document }) => readDocument(database, collection, document._id)),
  );
  return found.some((document) => document !== undefined);
}

// What kept a version from being made twice may be a unique key, which no id tells of.
async function isAnySucceeded(database: Database, changes: Change[]): Promise<boolean> {
  const made = changes.flatMap((change) =>
    change.do === 'succeed' || change.do === 'grow' ? [change] : [],
  );
  const found = await Promise.all(
    made.map(async ({ collection, document, expectVersion }) => {
      if (expectVersion === undefined) return false;
      const now = await readDocument<Versioned>(database, collection, document._id);
      return now?.version !== expectVersion;
    }),
  );
  return found.includes(true);
}

interface Versioned {
  version?: number;
}

type Step =
  Exclude<Change, { do: 'create' }> | { do: 'createAll'; collection: string; documents: Stored[] };

/** New documents of one collection are one round trip; order within a transaction is nobody's. */
function steps(changes: Change[]): Step[] {
  const created = new Map<string, Stored[]>();
  const others: Step[] = [];
  for (const change of changes) {
    if (change.do !== 'create') others.push(change);
    else
      created.set(change.collection, [...(created.get(change.collection) ?? []), change.document]);
  }
  const all = [...created].map(([collection, documents]) => ({
    ...{ do: 'createAll' as const, collection, documents },
  }));
  return [...others, ...all];
}

interface Making {
  transaction: Transaction;
  inc: Database['command']['inc'];
}

async function make({ transaction, inc }: Making, change: Step): Promise<void> {
  const collection = transaction.collection(change.collection);
  switch (change.do) {
    case 'createAll':
      await addAll(transaction, change.collection, change.documents);
      return;
    case 'put':
    case 'succeed':
      await collection.doc(change.document._id).set(withoutId(change.document));
      return;
    case 'grow': {
      const rises = Object.entries(change.by).map(([field, by]) => [field, inc(by)] as const);
      const fields = { ...withoutId(change.document), ...Object.fromEntries(rises) };
      const { updated } = await collection.doc(change.document._id).update(fields);
      if (updated !== 1) throw new VersionChanged();
      return;
    }
    case 'drop':
      await collection.doc(change.id).remove();
      return;
    default:
      await makeChecked(transaction, change);
  }
}

type Checked = Extract<Change, { do: 'replace' | 'remove' | 'expectNone' }>;

async function makeChecked(transaction: Transaction, change: Checked): Promise<void> {
  const collection = transaction.collection(change.collection);
  const id = change.do === 'replace' ? change.document._id : change.id;
  const current = await collection.doc(id).get();
  // In a transaction the SDK answers the document itself, or null.
  const found = current.data as Versioned | null;
  if (change.do === 'expectNone') {
    if (found) throw new VersionChanged();
    return;
  }
  if (found?.version !== change.expectVersion) throw new VersionChanged();
  if (change.do === 'remove') await collection.doc(id).remove();
  else await collection.doc(id).set(withoutId(change.document));
}

function withoutId(document: Stored): Record<string, unknown> {
  const { _id, ...fields } = document;
  return fields;
}

class VersionChanged extends Error {}
