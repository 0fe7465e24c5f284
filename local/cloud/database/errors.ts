import { CloudError } from '../errors';

// CloudBase ends every message of its database with this sentence.
const ending = 'Please check your request, but if the problem persists, contact us.';

/** A read or write named a collection that was never created. */
export const collectionMissing = () =>
  new CloudError(
    'DATABASE_COLLECTION_NOT_EXIST',
    `[ResourceNotFound] Db or Table not exist. ${ending}`,
  );

/** createCollection named a collection that is there already. */
export const collectionExists = () =>
  new CloudError('DATABASE_COLLECTION_ALREADY_EXIST', `[ResourceInUse] Table exist. ${ending}`);

/** MongoDB's E11000 in the gateway's wrapping; `values` are those of the index's fields. */
export function duplicateKey(collection: string, index: string, values: unknown[]): CloudError {
  const key = values.map((value) => `: ${JSON.stringify(value ?? null)}`).join(', ');
  return writeRefused(
    `E11000 duplicate key error collection: local.${collection} index: ${index} dup key: { ${key} }`,
  );
}

/** A write that MongoDB itself refuses, e.g. a document too large. */
export const writeRefused = (message: string) =>
  new CloudError(
    'DATABASE_REQUEST_FAILED',
    `[FailedOperation] multiple write errors: [{write errors: [{${message}}]}, {<nil>}]`,
  );

/** Another transaction holds or has changed what this one writes; the SDK tries again on this code. */
export const transactionConflict = () =>
  new CloudError(
    'DATABASE_TRANSACTION_CONFLICT',
    '[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by ' +
      `others. ${ending}`,
  );

/** The transaction was committed, aborted, dropped after an error, or is past its 30 seconds. */
export const transactionMissing = () =>
  new CloudError(
    'DATABASE_TRANSACTION_FAIL',
    '[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, ' +
      `transaction must be commit or abort in 30 seconds. ${ending}`,
  );

/** The request itself is malformed. */
export const invalidParam = (message: string) => new CloudError('INVALID_PARAM', message);

/** The request is well-formed but cannot be done. */
export const requestFailed = (message: string) =>
  new CloudError('DATABASE_REQUEST_FAILED', `[FailedOperation] ${message}. ${ending}`);

/** A fault of the file below: full disk, broken or locked file. Undefined for other errors. */
export function storageFault(error: unknown): CloudError | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  const code = String(error.code);
  if (!code.startsWith('SQLITE_')) return undefined;
  const words = Object.entries(faultWords).find(([prefix]) => code.startsWith(prefix))?.[1];
  return requestFailed(words ?? `the database file failed (${code}: ${error.message})`);
}

const faultWords: Record<string, string> = {
  SQLITE_FULL: 'the disk is full, nothing was written',
  SQLITE_IOERR: 'the disk failed to read or write, nothing was written',
  SQLITE_READONLY: 'the database file may not be written',
  SQLITE_BUSY: 'the database file is locked by another program',
  SQLITE_CORRUPT: 'the database file is damaged',
  SQLITE_NOTADB: 'the database file is not a database',
};
