/**
 * New documents within a transaction. The SDK sends those of one collection in one request, and its source
 * has a case for it; WeChat's documentation grants a transaction single records only, and no account was at
 * hand to ask. So whoever is refused a list begins again with one request a document, and keeps to that.
 */
import type { Stored } from '../kernel/change';
import { Fault } from '../kernel/faults';
import { errorCode, type Database } from './database';
import { transact, type Transaction } from './transact';

let takesLists = true;

class ListRefused extends Error {}

/** As `transact`, for a body that uses `addAll`. */
export async function transactAdding(
  database: Database,
  body: (transaction: Transaction) => Promise<void>,
): Promise<void> {
  try {
    await transact(database, body);
  } catch (error) {
    const isRefused = error instanceof Fault && error.cause instanceof ListRefused;
    if (!isRefused || !takesLists) throw error;
    takesLists = false;
    try {
      await transact(database, body);
    } catch (again) {
      // It was not the list.
      takesLists = true;
      throw again;
    }
  }
}

export async function addAll(
  transaction: Transaction,
  collection: string,
  documents: Stored[],
): Promise<void> {
  const place = transaction.collection(collection);
  if (documents.length > 1 && takesLists) return addList(place, documents);
  for (const document of documents) await place.add(document);
}

async function addList(
  place: ReturnType<Transaction['collection']>,
  documents: Stored[],
): Promise<void> {
  let added: { ids?: unknown[] };
  try {
    added = await place.add(documents);
  } catch (error) {
    if (isNoFaultOfTheList(error)) throw error;
    throw new ListRefused('refused', { cause: error });
  }
  // Nor would it do to take the first alone.
  if (added.ids?.length !== documents.length) throw new ListRefused('cut');
}

/** A conflict begins anew in any case, and an id that is taken stays taken. */
function isNoFaultOfTheList(error: unknown): boolean {
  const isConflict = errorCode(error) === 'DATABASE_TRANSACTION_CONFLICT';
  return isConflict || (error instanceof Error && error.message.includes('E11000'));
}
