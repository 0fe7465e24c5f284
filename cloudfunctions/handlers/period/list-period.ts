import { usualArrangement } from '../../domain/bulletin/columns';
import { periodsOf, spanOf } from '../../domain/ledger/period';
import { endedSince } from '../../domain/period/period';
import { keepsRulebook } from '../../domain/points/keepers';
import { dayOf } from '../../kernel/days';
import { refused, type QueryHandler } from '../handler';
import { mayRead, viewPeriod, type PeriodView } from './view-period';

/** `period.list`: for the office also what may be drafted: what ended, and what runs. */
export const listPeriodHandler: QueryHandler<'period.list'> = async (_input, scene) => {
  const { store, on } = scene;
  const [person, periods, arrangement, organ, runs] = await Promise.all([
    scene.person(),
    store.listPeriods(),
    store.readArrangement(),
    store.readOrgan(),
    store.listProgress(),
  ]);
  if (!person) return refused('not_bound');
  const isKeeper = keepsRulebook(person, on);
  const known = periods.filter((period) => mayRead(period, person, on));
  const possible = isKeeper
    ? [...endedSince(dayOf(organ?.foundedAt ?? scene.now), on), ...periodsOf(on)]
    : [];
  const open = possible.filter(
    (key) => spanOf(key) !== null && !periods.some(({ _id }) => _id === key),
  );
  const views = [
    ...known.map((period) => viewPeriod(period._id, period, { person, on, runs })),
    ...open.map((key) => viewPeriod(key, undefined, { person, on })),
  ];
  const { layout, noticeDays, version } = arrangement ?? usualArrangement;
  return {
    ok: true,
    value: {
      periods: views.sort(newestFirst),
      arrangement: isKeeper ? { layout, noticeDays, version } : null,
    },
  };
};

/** By their last days, the shorter period first. */
function newestFirst(left: PeriodView, right: PeriodView): number {
  const [one, two] = [left, right].map(({ period }) => spanOf(period)?.until ?? '');
  if (one !== two) return (one ?? '') > (two ?? '') ? -1 : 1;
  return right.period.length - left.period.length;
}
