/** A jury's points and a minimum payout, from what the office enters through two closes. */
import type { InputOf } from '../../../cloudfunctions/contract';
import type { Entry, Standing } from '../../../cloudfunctions/domain/ledger/entry';
import { people, periodRule } from '../../../cloudfunctions/domain/points/presets/parts';
import { newId } from '../../support/county/county';
import {
  byLevel,
  startNovemberRoom,
  stored,
  type LedgerRoom,
} from '../../support/county/ledger-room';
import { tried, type Move } from '../../support/domain/trial';

let room: LedgerRoom;

/** An instruction brings 15 yuan as well; a jury's points count by three tenths, at most 20. */
const office = {
  ...byLevel,
  version: 2,
  rules: byLevel.rules.map((rule) =>
    rule.id === 'instruction' ? { ...rule, shares: [people('points'), people('yuan')] } : rule,
  ),
  periodRules: [
    periodRule({
      ...{ id: 'jury', name: '评委分', account: 'person' },
      effect: { kind: 'jury', percent: 30, most: 2000 },
    }),
    periodRule({
      ...{ id: 'payout', name: '满50元发放', account: 'person', book: 'yuan' },
      effect: { kind: 'payout', least: 5000, months: 1 },
    }),
  ],
};

beforeAll(async () => {
  room = await startNovemberRoom();
  const rulebooks = room.cloud.sdk().database().collection('rulebooks');
  await rulebooks.add({ _id: 'office:2', ...office });
});
afterAll(() => (room as LedgerRoom | undefined)?.stop());

const at = (moment: string) =>
  room.cloud.control('clock', 'set', { at: Date.parse(`${moment}+08:00`) });
const tick = () => room.cloud.control('timers', 'fire', { function: 'closing' });
const target = async (period: string) => {
  const { periods } = await room.zhou.value('period.list', {});
  return { period, version: periods.find((one) => one.period === period)?.version ?? 0 };
};

const aFact = (change: Partial<InputOf<'fact.register'>>): InputOf<'fact.register'> => ({
  ...{ factId: newId(), kind: 'instruction', title: '县委书记批示', level: 'county' },
  ...{ personId: room.lin.personId, unitId: room.townshipId, quantity: 1, mark: null },
  ...{ occurredOn: '2026-11-20', workId: null, note: '', clipping: null },
  ...change,
});
const judge = (
  points: number,
  period = '2026-11',
  change: Partial<InputOf<'fact.register'>> = {},
) =>
  room.zhou.call(
    'fact.register',
    aFact({ kind: 'jury', title: '评委打分', jury: { period, points }, ...change }),
  );
const closed = async (period: string, next: string) => {
  await at(`${next}T00:31:00`);
  await tick();
  await room.zhou.value('period.publish', await target(period));
  await room.zhou.value('period.close', await target(period));
  await at(`${next}T00:40:00`);
  await tick();
};
const ofPeriod = async () =>
  (await stored<Entry>(room, 'ledger_entries')).filter(({ causeKind }) => causeKind === 'period');
const showPeople = async (period: string) =>
  (await room.zhou.value('bulletin.show', { period, part: 'people', page: 0 })).people;

let juryId = '';

test('a jury enters points for a month that runs; they post nothing yet and belong to the draft', async () => {
  await room.zhou.value('fact.register', aFact({}));
  const first = await judge(5050);
  if (!first.ok) throw new Error(first.refusal);
  juryId = first.value.fact.id;
  expect(first.value.fact).toMatchObject({
    kind: 'jury',
    jury: { period: '2026-11', points: 5050 },
  });
  await judge(4000);
  expect(await judge(100, '2026-12')).toMatchObject({ refusal: 'period_not_begun' });
  expect(await judge(100, '2026-11', { kind: 'meeting' })).toMatchObject({
    refusal: 'input_invalid',
  });
  expect(await room.pointsOf(room.lin)).toBe(1500);
  await room.zhou.value('period.draft', await target('2026-11'));
  expect(await showPeople('2026-11')).toMatchObject([{ name: '林示例', points: 3500 }]);
});

test('in notice nothing more is entered; at the close it is posted with its words, at most the cap', async () => {
  await at('2026-12-01T00:31:00');
  await tick();
  await room.zhou.value('period.publish', await target('2026-11'));
  expect(await judge(100)).toMatchObject({ refusal: 'period_in_notice' });
  await room.zhou.value('period.close', await target('2026-11'));
  await at('2026-12-01T00:40:00');
  await tick();
  expect(await judge(100)).toMatchObject({ refusal: 'period_closed' });
  const stop = { factId: juryId, version: 1, note: '重打' };
  expect(await room.zhou.call('fact.withdraw', stop)).toMatchObject({ refusal: 'period_closed' });
  // Fifteen yuan are not enough to be paid out, and wait.
  expect(await ofPeriod()).toMatchObject([
    {
      ...{ book: 'points', amount: 2000, category: 'period:jury', periodOn: '2026-11-30' },
      derivation: '评委分：评委分 90.5 × 0.3（至多 20） = 20',
    },
  ]);
  expect(await showPeople('2026-11')).toMatchObject([{ points: 3500 }]);
});

test('what waited for longer than its month lapses at the next close, as an entry of its own', async () => {
  await room.zhou.value('fact.register', aFact({ occurredOn: '2026-12-01' }));
  await closed('2026-12', '2027-01-01');
  const [, lapse, ...others] = await ofPeriod();
  expect(others).toEqual([]);
  expect(lapse).toMatchObject({
    ...{ book: 'yuan', amount: -1500, category: 'period:payout', periodOn: '2026-12-31' },
    derivation: '满50元发放：1 个月内未满 50，15 失效 = −15 元',
  });
  const { standing } = await room.lin.value('standing.show', { owner: null });
  expect(standing.all.yuan).toBe(1500);
  const { difference } = await room.he.value('ledger.audit', { after: null });
  expect(difference).toBeNull();
});

test('the fifteen of December wait in turn, and are due when January brings enough', async () => {
  await at('2027-01-10T09:00:00');
  for (const occurredOn of ['2027-01-02', '2027-01-03', '2027-01-04']) {
    await room.zhou.value('fact.register', aFact({ occurredOn }));
  }
  await closed('2027-01', '2027-02-01');
  await closed('2027-02', '2027-03-01');
  // Sixty were due at the end of January: nothing is left to lapse at the end of February.
  expect(await ofPeriod()).toHaveLength(2);
});

const keyOf = ({ kind, ownerId, book }: Move) => `${kind}:${ownerId}:${book}`;

test('a dry run of what was closed comes to its standings, and shows who would move', async () => {
  const { id: _id, version: _version, ...inForce } = office;
  await room.zhou.value('rulebook.draft', { draftVersion: 0, rulebook: inForce });
  const standings = await stored<Standing>(room, 'standings');
  for (const period of ['2026-11', '2026-12', '2026Q4', '2027-01']) {
    const known = standings.filter((one) => one.period === period && one.amount !== 0);
    const moves = (await tried(room.zhou, period)).moves.filter(({ before }) => before !== 0);
    expect(new Map(moves.map((move) => [keyOf(move), move.before]))).toEqual(
      new Map(known.map(({ accountId, amount }) => [accountId, amount])),
    );
    expect(moves.every(({ before, after }) => before === after)).toBe(true);
  }
  const [jury, payout] = office.periodRules;
  const draft = {
    ...inForce,
    periodRules: [{ ...jury, effect: { kind: 'jury' as const, percent: 100, most: null } }, payout],
  };
  await room.zhou.value('rulebook.draft', { draftVersion: 1, rulebook: draft as typeof inForce });
  const { moves } = await tried(room.zhou, '2026-11');
  expect(moves.find((move) => keyOf(move) === `person:${room.lin.personId}:points`)).toMatchObject({
    name: '林示例',
    before: 3500,
    after: 1500 + 9050,
  });
});
