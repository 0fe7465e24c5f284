/** Which rows of 期初余额 are still to be posted, and which would count something twice. */
import { sayAmount } from '../../wording/points';
import { accountIdOf, type Entry } from '../ledger/entry';
import { balanceEntryId } from './balance';
import type { OpeningProblem } from './opening-shape';
import type { WantedBalance } from './read-balance';

/** The first entries that an account has of a year, by day. */
export interface CountedDay {
  accountId: string;
  occurredOn: string;
  amount: number;
}

export interface BalancesPlan {
  added: WantedBalance[];
  known: number;
  problems: OpeningProblem[];
}

export function planBalances(
  rows: WantedBalance[],
  { posted, counted }: { posted: Entry[]; counted: CountedDay[] },
): BalancesPlan {
  const entries = new Map(posted.map((entry) => [entry._id, entry]));
  const days = grouped(counted);
  const seen = new Map<string, number>();
  const plan: BalancesPlan = { added: [], known: 0, problems: [] };
  for (const row of rows) {
    const id = balanceEntryId(row.owner, row.book, row.year);
    const first = seen.get(id);
    seen.set(id, first ?? row.row);
    const entry = entries.get(id);
    const already = entry ? [] : within(days, row);
    if (first !== undefined) plan.problems.push(blame(row, null, 'balance_twice', String(first)));
    else if (entry && entry.amount !== row.amount) {
      plan.problems.push(blame(row, 'amount', 'balance_other', sayAmount(entry.amount)));
    } else if (entry) plan.known += 1;
    else if (already.length > 0) {
      const sum = already.reduce((all, { amount }) => all + amount, 0);
      const earliest = already.map(({ occurredOn }) => occurredOn).sort()[0] ?? '';
      plan.problems.push(blame(row, 'through', 'counted_already', `${earliest} ${sayAmount(sum)}`));
    } else plan.added.push(row);
  }
  return plan;
}

function blame(
  { row }: WantedBalance,
  column: OpeningProblem['column'],
  code: OpeningProblem['code'],
  about: string,
): OpeningProblem {
  return { sheet: 'balances', row, column, code, about };
}

function within(days: Map<string, CountedDay[]>, { owner, book, year, through }: WantedBalance) {
  return (days.get(accountIdOf(owner, book)) ?? []).filter(
    ({ occurredOn }) => `${year}-01-01` <= occurredOn && occurredOn <= through,
  );
}

function grouped(counted: CountedDay[]): Map<string, CountedDay[]> {
  const days = new Map<string, CountedDay[]>();
  for (const day of counted) days.set(day.accountId, [...(days.get(day.accountId) ?? []), day]);
  return days;
}
