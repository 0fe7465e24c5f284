/**
 * The SDK's transactions made dependable: jittered retry on conflict, and whatever is left open is
 * aborted (the SDK's runTransaction does neither). The body may run several times: ids and times
 * are made before it, there is no network in it, and only `doc().get/set/remove` and `add` are
 * used, since `where` and `count` silently leave the transaction.
 */
import { pause } from '../kernel/pause';
import { databaseFault, errorCode, type Database } from './database';

export type Transaction = Awaited<ReturnType<Database['startTransaction']>>;

/** Nine attempts spread over some two seconds, inside a phone's patience. */
const attemptsMax = 9;
const firstPauseMs = 8;

/** Runs the body in one transaction; throws Fault when the database does not let it through. */
export async function transact<Result>(
  database: Database,
  body: (transaction: Transaction) => Promise<Result>,
): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await attemptOnce(database, body);
    } catch (error) {
      const isConflict = errorCode(error) === 'DATABASE_TRANSACTION_CONFLICT';
      if (!isConflict || attempt === attemptsMax) throw databaseFault(error, 'unknown');
      await pause(firstPauseMs * 2 ** attempt * (0.5 + Math.random()) * 0.5);
    }
  }
}

async function attemptOnce<Result>(
  database: Database,
  body: (transaction: Transaction) => Promise<Result>,
): Promise<Result> {
  const transaction = await database.startTransaction();
  try {
    const result = await body(transaction);
    await transaction.commit();
    return result;
  } catch (error) {
    // A conflicted transaction is already gone on the server; that refusal changes nothing here.
    await transaction.rollback(undefined).catch(() => undefined);
    throw error;
  }
}
