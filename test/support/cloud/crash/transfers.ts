/**
 * Transfers between accounts, each with a journal line in the same transaction, so that a lost, torn or
 * doubled one shows: every balance must equal what the journal says, and every acknowledged line be there.
 */
import type { CloudDatabase } from '../sdk';

export const ACCOUNTS = 8;
const OPENING_BALANCE = 1_000;
const PAGE = 1_000;

interface Line {
  _id: string;
  from: string;
  to: string;
  amount: number;
}

/** Makes the accounts and the empty journal. */
export async function openAccounts(db: CloudDatabase): Promise<void> {
  await db.createCollection('accounts');
  await db.createCollection('journal');
  await db.collection('accounts').add(accountIds().map((_id) => ({ _id, n: OPENING_BALANCE })));
}

/** One transfer between two accounts; resolves when the cloud has acknowledged it. */
export function transferOnce(
  db: CloudDatabase,
  line: { _id: string; random: (limit: number) => number },
): Promise<void> {
  const first = line.random(ACCOUNTS);
  const second = (first + 1 + line.random(ACCOUNTS - 1)) % ACCOUNTS;
  const [from, to, amount] = [`a${first}`, `a${second}`, 1 + line.random(9)];
  return db.runTransaction(async (transaction) => {
    const accounts = transaction.collection('accounts');
    const [has, gets] = [await accounts.doc(from).get(), await accounts.doc(to).get()];
    await accounts.doc(from).update({ n: balanceIn(has.data) - amount });
    await accounts.doc(to).update({ n: balanceIn(gets.data) + amount });
    await transaction.collection('journal').add({ _id: line._id, from, to, amount });
  }, 0);
}

/** What does not hold, in words; empty when all holds. `acknowledged` are ids of journal lines. */
export async function faultsOfAccounts(
  db: CloudDatabase,
  acknowledged: Iterable<string>,
): Promise<string[]> {
  const lines = await journalOf(db);
  const wanted = new Map(accountIds().map((id) => [id, OPENING_BALANCE]));
  for (const { from, to, amount } of lines) {
    wanted.set(from, (wanted.get(from) ?? 0) - amount);
    wanted.set(to, (wanted.get(to) ?? 0) + amount);
  }
  const { data } = await db.collection('accounts').get();
  const accounts = data as { _id: string; n: number }[]; // as openAccounts wrote them
  const sum = accounts.reduce((total, account) => total + account.n, 0);
  const known = new Set(lines.map((line) => line._id));
  return [
    ...(sum === ACCOUNTS * OPENING_BALANCE ? [] : [`the sum is ${sum}`]),
    ...accounts
      .filter(({ _id, n }) => wanted.get(_id) !== n)
      .map(({ _id, n }) => `${_id} has ${n}, its journal says ${wanted.get(_id)}`),
    ...[...acknowledged].filter((id) => !known.has(id)).map((id) => `transfer ${id} is lost`),
  ];
}

function accountIds(): string[] {
  return Array.from({ length: ACCOUNTS }, (_, n) => `a${n}`);
}

async function journalOf(db: CloudDatabase): Promise<Line[]> {
  const lines: Line[] = [];
  for (let last = ''; ;) {
    const page = db.collection('journal').where({ _id: db.command.gt(last) });
    const { data } = await page.orderBy('_id', 'asc').limit(PAGE).get();
    lines.push(...(data as Line[])); // as transferOnce wrote them
    if (data.length < PAGE) return lines;
    last = lines[lines.length - 1]?._id ?? '';
  }
}

/** In a transaction doc().get() answers one object, which the typings call a list. */
function balanceIn(account: unknown): number {
  return (account as { n: number }).n;
}
