/** One act with one request of its functions failing, and what became of it. */
import { alike, changesBetween } from './dump-change';
import { dumpDatabase } from './dump';
import type { Act, FaultRoom } from './fault-room';

export const faultActions = ['conflict', 'before', 'after', 'kill', 'killAfter'] as const;

export interface Failure {
  nth: number;
  action: (typeof faultActions)[number];
}

export interface Seen {
  /** Requests of functions to the database in the first try. */
  requests: number;
  failed: boolean;
  /** Told alike, so that equal ones are equal. */
  answers: string[];
  /** What `settle` told, likewise. */
  settled: string;
  changes: string[];
  /** What the audit of the ledger found. */
  difference: unknown;
}

/** The platform's limit for a transaction. */
const transactionMs = 31_000;

/** A phone tries this often before it leaves it to its person. */
const triesMax = 3;

export async function trial(
  room: FaultRoom,
  prepare: (room: FaultRoom) => Promise<Act>,
  failure?: Failure,
): Promise<Seen> {
  const act = await prepare(room);
  const before = await dumpDatabase(room.cloud);
  await room.cloud.control('database', 'fail', failure);
  const first = await answerOf(act);
  const told = await room.cloud.control<{ requests: number; failed: boolean }>('database', 'fail');
  const answers = [...first, ...(await repeated(room, act))];
  await room.cloud.control('clock', 'real');
  const settled = alike(JSON.stringify((await act.settle?.()) ?? null));
  const after = await dumpDatabase(room.cloud);
  const { difference } = await room.he.value('ledger.audit', { after: null });
  return { ...told, answers, settled, changes: changesBetween(before, after), difference };
}

async function answerOf(act: Act): Promise<string[]> {
  try {
    const answer = await act.send();
    return [alike(JSON.stringify(answer))];
  } catch {
    // No answer: the phone tries again.
    return [];
  }
}

async function repeated({ cloud }: FaultRoom, act: Act): Promise<string[]> {
  for (let tries = 1; tries < triesMax; tries += 1) {
    const answers = await answerOf(act);
    if (answers.length > 0) return answers;
    // What a killed function had begun holds its locks until the database drops it.
    await cloud.control('clock', 'advance', { ms: transactionMs });
  }
  throw new Error('no answer after the failure was over');
}
