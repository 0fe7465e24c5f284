import cloudbase from '@cloudbase/node-sdk';
import { Fault } from '../kernel/faults';

/** The SDK's database, opened once an instance; counts its round trips for the log. */
export type Database = ReturnType<ReturnType<typeof cloudbase.init>['database']>;

/** Opens the environment that the function runs in. */
export function openDatabase(): Database {
  // keepalive: a new TCP connection for every read costs a third of its time.
  return cloudbase.init({ env: cloudbase.SYMBOL_CURRENT_ENV, keepalive: true }).database();
}

/** An error of the SDK as the rest of the house knows it. */
export function databaseFault(error: unknown, retry: 'safe' | 'unknown'): Fault {
  if (error instanceof Fault) return error;
  return new Fault(`database:${errorCode(error) ?? 'unknown'}`, retry, { cause: error });
}

/** The SDK's error code, e.g. `DATABASE_TRANSACTION_CONFLICT`. */
export function errorCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
