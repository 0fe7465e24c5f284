import { isOffice } from '../../domain/ledger/rights';
import { spanOf } from '../../domain/ledger/period';
import { refused, type QueryHandler } from '../handler';
import { bulletinPageId, type PersonPage, type UnitPage } from '../period/finish-period';
import { mayRead, viewPeriod } from '../period/view-period';

/** `bulletin.show`: a page of lines below what the bulletin says of them all. */
export const showBulletinHandler: QueryHandler<'bulletin.show'> = async (input, scene) => {
  const { store, on } = scene;
  const { period: key, part, page } = input;
  const [person, [period], organ] = await Promise.all([
    scene.person(),
    store.readPeriods([key]),
    store.readOrgan(),
  ]);
  if (!person) return refused('not_bound');
  if (!period?.bulletin || !mayRead(period, person, on)) return refused('not_found');
  const head = period.bulletin;
  const span = spanOf(key) ?? { from: '', until: '' };
  const [lines, openAppeals, runs] = await Promise.all([
    store.readBulletinPage<UnitPage & PersonPage>(bulletinPageId(key, head.round, { part, page })),
    isOffice(person, on) ? store.countOpenAppeals(span) : null,
    period.computing ? store.listProgress() : [],
  ]);
  return {
    ok: true,
    value: {
      ...{ period: viewPeriod(key, period, { person, on, runs }), organName: organ?.name ?? '' },
      ...{ columns: head.columns, totals: head.totals, zero: head.zero, named: head.named },
      ...{ units: lines?.units ?? [], people: lines?.people ?? [] },
      pages: part === 'units' ? head.unitPages : head.personPages,
      ...{ unitCount: head.unitCount, personCount: head.personCount, openAppeals },
    },
  };
};
