import type { Answer } from '../kernel/answer';
import { countWrongCodes, noteWrongCode } from './code-attempts';
import type { ReceiptDocument } from './collections/receipts';
import { commit, type Commit, type Committed } from './commit';
import { openDatabase, type Database } from './database';
import { openAdvice } from './advice';
import { openDirectory } from './directory';
import { readDocument } from './documents';
import { openDrafts } from './drafts';
import { openFiles } from './files';
import { openRoster } from './roster';
import { openStories } from './stories';
import { listPeople, listPeopleOfDuty } from './people';

/** Everything handlers may do with the database. */
export type Store = ReturnType<typeof openStore>;

/** The store of the environment that the function runs in. */
export function openStore(database: Database = openDatabase()) {
  return {
    ...openDirectory(database),
    ...openStories(database),
    ...openFiles(),
    ...openRoster(database),
    ...openDrafts(database),
    ...openAdvice(database),
    listPeople: (wanted: Parameters<typeof listPeople>[1]) => listPeople(database, wanted),
    listPeopleOfDuty: (dutyName: string) => listPeopleOfDuty(database, dutyName),
    countWrongCodes: (openid: string, at: number) => countWrongCodes(database, openid, at),
    noteWrongCode: (openid: string, at: number) => noteWrongCode(database, openid, at),
    findReceipt: (receiptId: string) => findReceipt(database, receiptId),
    commit: <Value>(wanted: Commit<Value>): Promise<Committed<Value>> => commit(database, wanted),
  };
}

async function findReceipt(
  database: Database,
  receiptId: string,
): Promise<{ contentHash: string; answer: Answer } | undefined> {
  const receipt = await readDocument<ReceiptDocument>(database, 'receipts', receiptId);
  if (!receipt) return undefined;
  const value: unknown = JSON.parse(receipt.value);
  return { contentHash: receipt.contentHash, answer: { ok: true, value } };
}
