/** The clock's turn of several periods, one of which fails: the others go on, and it is tried again. */
import { turnPeriods } from '../../../cloudfunctions/handlers/period/turn-periods';
import { tryAll } from '../../../cloudfunctions/kernel/try-all';
import { openStore, type Store } from '../../../cloudfunctions/store';
import { keepAll } from '../../support/cloud/dump';
import { restore } from '../../support/county/furnish';
import { inNovember, startNovemberRoom, type LedgerRoom } from '../../support/county/ledger-room';

let room: LedgerRoom;
beforeAll(async () => {
  room = await startNovemberRoom();
  await keepAll(room.cloud);
});
beforeEach(() => restore(room.cloud, inNovember));
afterAll(() => (room as LedgerRoom | undefined)?.stop());

const newYear = Date.parse('2027-01-01T00:31:00+08:00');

/** A turn at new year, when a month, a quarter and a year are due; what failed of it, and how it stands. */
async function turn(replaced: (real: Store) => Partial<Store>) {
  const real = openStore(room.cloud.sdk().database());
  const { failures, tried } = tryAll();
  const store = { ...real, ...replaced(real) };
  await turnPeriods({ store, now: () => newYear, until: newYear + 1, tried });
  const periods = await real.readPeriods(['2026-12', '2026Q4', '2026']);
  const drafted = periods.filter(({ bulletin }) => bulletin !== null).map(({ _id }) => _id);
  return { failed: failures.map(({ what }) => what), drafted: drafted.sort() };
}

const broken = () => Promise.reject(new Error('the database is gone'));
const faults: [when: string, store: (real: Store) => Partial<Store>][] = [
  [
    'is computed',
    ({ readRun }) => ({ readRun: (key) => (key === '2026-12' ? broken() : readRun(key)) }),
  ],
  [
    'is to be begun',
    ({ commit }) => ({
      commit: (write) => {
        const isBroken = write.changes.some(
          (one) => 'document' in one && one.document._id === '2026-12',
        );
        return isBroken ? broken() : commit(write);
      },
    }),
  ],
];

test.each(faults)('a period that fails when it %s holds back no other', async (_when, store) => {
  expect(await turn(store)).toEqual({ failed: ['period 2026-12'], drafted: ['2026', '2026Q4'] });
  expect(await turn(store)).toMatchObject({ failed: ['period 2026-12'] });
  expect(await turn(() => ({}))).toEqual({ failed: [], drafted: ['2026', '2026-12', '2026Q4'] });
});
