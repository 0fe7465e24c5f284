import cloudbase from '@cloudbase/node-sdk';
import { Fault } from '../kernel/faults';

/** The SDK's database, opened once an instance; counts its round trips for the log. */
export type Database = ReturnType<ReturnType<typeof cloudbase.init>['database']>;

let trips = 0;

/** Opens the environment that the function runs in. */
export function openDatabase(): Database {
  // keepalive: a new TCP connection for every read costs a third of its time.
  const app = cloudbase.init({ env: cloudbase.SYMBOL_CURRENT_ENV, keepalive: true });
  const database = app.database();
  countTrips(database);
  return database;
}

/** Round trips to the database since the last time this was asked; one call runs at a time. */
export function takeTrips(): number {
  const taken = trips;
  trips = 0;
  return taken;
}

interface Requester {
  prototype: { send(...args: unknown[]): Promise<unknown>; isCounted?: boolean };
}

// Every request of the SDK's database goes through this one method (@cloudbase/database 3.x).
function countTrips(database: Database): void {
  const { reqClass } = database.constructor as unknown as { reqClass?: Requester };
  if (!reqClass || reqClass.prototype.isCounted) return;
  const { send } = reqClass.prototype;
  reqClass.prototype.isCounted = true;
  reqClass.prototype.send = function counted(...args) {
    trips += 1;
    return send.apply(this, args);
  };
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
