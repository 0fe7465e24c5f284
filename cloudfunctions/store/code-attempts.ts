/**
 * Counts wrong codes by the hour, each openid and all together, so that guessing is useless. Codes for
 * joining and codes on walls are counted apart: scanning must never keep anybody from joining.
 */
import { hashText } from '../kernel/hash';
import type { CodeAttemptDocument } from './collections/code-attempts';
import type { Database } from './database';
import { readDocument } from './documents';
import { transact, type Transaction } from './transact';

const hourMs = 60 * 60 * 1000;

export interface Attempt {
  openid: string;
  at: number;
  kind: 'join' | 'open';
}

/** Wrong codes of a kind in the hour of `at`. */
export async function countWrongCodes(
  database: Database,
  attempt: Attempt,
): Promise<{ each: number; all: number }> {
  const found = await Promise.all(
    attemptIds(attempt).map((id) =>
      readDocument<CodeAttemptDocument>(database, 'code_attempts', id),
    ),
  );
  return wrongCodesOf(
    found.filter((one) => one !== undefined),
    attempt,
  );
}

/** What the counters of an attempt, in any order, say. */
export function wrongCodesOf(
  counters: CodeAttemptDocument[],
  attempt: Attempt,
): { each: number; all: number } {
  const [each, all] = attemptIds(attempt).map(
    (id) => counters.find(({ _id }) => _id === id)?.wrongCodes ?? 0,
  );
  return { each: each ?? 0, all: all ?? 0 };
}

/** Counts one more wrong code. */
export async function noteWrongCode(database: Database, attempt: Attempt): Promise<void> {
  await transact(database, async (transaction) => {
    for (const id of attemptIds(attempt)) await addOne(transaction, id);
  });
}

async function addOne(transaction: Transaction, id: string): Promise<void> {
  const counter = transaction.collection('code_attempts').doc(id);
  const { data } = await counter.get();
  // In a transaction the SDK answers the document itself, or null.
  const before = (data as CodeAttemptDocument | null)?.wrongCodes ?? 0;
  await counter.set({ wrongCodes: before + 1 });
}

/** The counters of the hour: the openid's own, and everybody's. */
export function attemptIds({ openid, at, kind }: Attempt): [string, string] {
  const hour = `${Math.floor(at / hourMs)}${kind === 'open' ? ':open' : ''}`;
  return [`${hour}:${hashText(openid).slice(0, 32)}`, `${hour}:all`];
}
