import type { ValueOf } from '../../contract';
import type { Standing } from '../../domain/ledger/entry';
import { rankMax } from '../../domain/ledger/rank';
import type { Owner } from '../../domain/ledger/rights';
import {
  amountOf,
  periodStanding,
  rankQuestions,
  standingPeriods,
} from '../../domain/ledger/standing';
import type { Scene } from '../handler';

type StandingView = ValueOf<'standing.show'>['standing'];

interface Shown {
  owner: Owner;
  standings: Standing[];
  mayMoney: boolean;
  /** Whose waiting stories are counted. */
  tasksOf: string | null;
}

/** An owner's page, with the ranks of its periods: one more round trip. */
export async function viewStanding(
  { store, on }: Scene,
  { owner, standings, mayMoney, tasksOf }: Shown,
): Promise<StandingView> {
  const periods = standingPeriods(on);
  const questions = rankQuestions(periods, standings);
  const asked = { kind: owner.kind, book: 'points' as const, questions, most: rankMax, tasksOf };
  const { ranks, openTasks } = await store.readRanks(asked);
  const lines = periods.current.map((period, n) => {
    const line = periodStanding(period, periods.before[n] ?? null, { standings, ranks });
    return { ...line, yuan: mayMoney ? line.yuan : null };
  });
  const [month, quarter, year, all] = lines;
  if (!month || !quarter || !year || !all) throw new Error('a day is in four periods');
  const months = periods.months.map((period) => ({
    ...{ period, points: amountOf(standings, period, 'points') },
  }));
  const { kind, id, name, unitId, unitName } = owner;
  const shown = { kind, id, name, unitId, unitName };
  return { owner: shown, month, quarter, year, all, months, openTasks };
}
