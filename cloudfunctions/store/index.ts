import type { Person } from '../domain/people/person';
import type { Answer } from '../kernel/answer';
import { openAdoptions } from './adoptions';
import { openAdvice } from './advice';
import { openAppeals } from './appeals';
import { openAudit } from './audit';
import { openChannels } from './channels';
import { openChecks } from './checks';
import { countWrongCodes, noteWrongCode, type Attempt } from './code-attempts';
import { openCodes } from './codes';
import { commit, type Commit, type Committed } from './commit';
import { openDatabase, type Database } from './database';
import { openDirectory, readCallerDocuments } from './directory';
import { openDrafts } from './drafts';
import { openFiles } from './files';
import type { FilingPlace } from './filing';
import { readJoining } from './joining';
import { openLedger } from './ledger';
import { openMessages } from './messages';
import { openOpening } from './opening';
import { openPeriods } from './periods';
import { openPackages } from './packages';
import { openRoster } from './roster';
import { openStandings } from './standings';
import { openRulebooks } from './rulebooks';
import { openStories } from './stories';
import { openWorks } from './works';
import { openTrials } from './trials';
import { listOffice, listPeople, listPeopleOfDuty, listReviewers } from './people';

export { takeTrips } from './database';

/** Everything handlers may do with the database. */
export type Store = ReturnType<typeof openStore>;

/** The store of the environment that the function runs in. */
export function openStore(database: Database = openDatabase()) {
  return {
    ...openDirectory(database),
    ...openStories(database),
    ...openFiles(),
    ...openPackages(database),
    ...openRoster(database),
    ...openDrafts(database),
    ...openChecks(database),
    ...openCodes(database),
    ...openChannels(database),
    ...openMessages(database),
    ...openAdvice(database),
    ...openAdoptions(database),
    ...openLedger(database),
    ...openStandings(database),
    ...openAppeals(database),
    ...openAudit(database),
    ...openPeriods(database),
    ...openOpening(database),
    ...openRulebooks(database),
    ...openWorks(database),
    ...openTrials(database),
    listPeople: (wanted: Parameters<typeof listPeople>[1]) => listPeople(database, wanted),
    listPeopleOfDuty: (dutyName: string) => listPeopleOfDuty(database, dutyName),
    listOffice: () => listOffice(database),
    listReviewers: (unitIds: string[]) => listReviewers(database, unitIds),
    readJoining: (wanted: Parameters<typeof readJoining>[1]) => readJoining(database, wanted),
    countWrongCodes: (attempt: Attempt) => countWrongCodes(database, attempt),
    noteWrongCode: (attempt: Attempt) => noteWrongCode(database, attempt),
    readCaller: (openid: string, wanted: CallerWanted) => readCaller(database, openid, wanted),
    commit: <Value>(wanted: Commit<Value>): Promise<Committed<Value>> => commit(database, wanted),
  };
}

type CallerWanted = Parameters<typeof readCallerDocuments>[2];

/** Who sends a command, and what it was answered if it was done before. */
async function readCaller(
  database: Database,
  openid: string,
  wanted: CallerWanted,
): Promise<{
  person: Person | undefined;
  receipt?: { contentHash: string; answer: Answer };
  filingPlace: FilingPlace | undefined;
}> {
  const { receipt, ...caller } = await readCallerDocuments(database, openid, wanted);
  if (!receipt) return caller;
  const value: unknown = JSON.parse(receipt.value);
  return { ...caller, receipt: { contentHash: receipt.contentHash, answer: { ok: true, value } } };
}
