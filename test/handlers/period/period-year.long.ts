/** A quarter and a year: drafted by the clock, put up by the office, closed by hand and by the clock. */
import ExcelJS from 'exceljs';
import type { Entry } from '../../../cloudfunctions/domain/ledger/entry';
import { periodRule } from '../../../cloudfunctions/domain/points/presets/parts';
import { newId, type Phone } from '../../support/county/county';
import {
  byLevel,
  startNovemberRoom,
  stored,
  type LedgerRoom,
} from '../../support/county/ledger-room';

let room: LedgerRoom;
beforeAll(async () => {
  room = await startNovemberRoom();
  const rulebooks = room.cloud.sdk().database().collection('rulebooks');
  await rulebooks.add({ _id: 'office:2', ...byLevel, version: 2, periodRules });
});
afterAll(() => (room as LedgerRoom | undefined)?.stop());

/** The quarter's first of the people gets twenty points; a unit owes ten stories a year. */
const periodRules = [
  periodRule({
    ...{ id: 'first', name: '季度第一名', period: 'quarter', account: 'person' },
    effect: {
      ...{ kind: 'prize', among: 'accounts', least: 100, places: [{ to: 1, amount: 2000 }] },
      by: { kind: 'amount', book: 'points', categories: [] },
    },
  }),
  periodRule({
    ...{ id: 'ten', name: '全年十篇', period: 'year' },
    effect: {
      ...{ kind: 'quota', of: { kind: 'filings', kinds: [] }, need: 1000 },
      ...{ short: null, over: null, nameAfter: 1 },
    },
  }),
];

const at = (moment: string) =>
  room.cloud.control('clock', 'set', { at: Date.parse(`${moment}+08:00`) });
const tick = () => room.cloud.control('timers', 'fire', { function: 'closing' });
/** Each minute of so many, as the timer ticks. */
async function minutes(day: string, from: number, count: number): Promise<void> {
  for (let minute = from; minute < from + count; minute += 1) {
    await at(`${day}T00:${String(minute).padStart(2, '0')}:00`);
    await tick();
  }
}
const periodsOf = async (phone: Phone) => (await phone.value('period.list', {})).periods;
const stateOf = async (period: string, phone: Phone = room.zhou) =>
  (await periodsOf(phone)).find((one) => one.period === period)?.state;
const target = async (period: string) => {
  const found = (await periodsOf(room.zhou)).find((one) => one.period === period);
  return { period, version: found?.version ?? 0 };
};
const publish = async (period: string) => room.zhou.value('period.publish', await target(period));
const close = async (period: string) => room.zhou.call('period.close', await target(period));
const show = (period: string, part: 'units' | 'people' = 'units', phone: Phone = room.lin) =>
  phone.value('bulletin.show', { period, part, page: 0 });

test('November closes by the clock, with the columns of duties', async () => {
  await room.zhou.value('bulletin.arrange', { layout: 'duties', noticeDays: 5, version: 0 });
  await room.aPrinted('county');
  await minutes('2026-12-01', 31, 1);
  await publish('2026-11');
  await minutes('2026-12-06', 10, 3);
  expect(await stateOf('2026-11', room.lin)).toBe('closed');
});

test('the first of January drafts the month, the quarter and the year at once', async () => {
  await at('2026-12-15T09:00:00');
  await room.aPrinted('city');
  const factId = newId();
  await room.zhou.value('fact.register', {
    ...{ factId, kind: 'training', title: '通讯员培训', level: 'own', quantity: 1, mark: null },
    ...{ personId: null, unitId: room.townshipId, occurredOn: '2026-12-10' },
    ...{ workId: null, note: '', clipping: null },
  });
  await minutes('2027-01-01', 31, 1);
  const drafted = ['2026', '2026Q4', '2026-12', '2026-11'];
  const closable = (await periodsOf(room.zhou)).filter(({ state }) => state !== 'open');
  expect(closable.map(({ period }) => period).sort()).toEqual([...drafted].sort());
  expect((await periodsOf(room.lin)).map(({ period }) => period)).toEqual(['2026-11']);
  for (const period of ['2026-12', '2026Q4', '2026']) await publish(period);
  const { units, totals, columns } = await show('2026Q4');
  expect(columns).toEqual(expect.arrayContaining(['training', 'short', 'city']));
  expect(units[0]?.figures).toMatchObject({
    ...{ filed: 2, filedCumulative: 2, adopted: 2, county: 1, city: 1, training: 1 },
    ...{ points: 3000, pointsCumulative: 3000 },
  });
  expect(totals).toMatchObject({ filed: 2, points: 3000 });
  // The prize of the quarter is in its draft before it is posted.
  expect((await show('2026Q4', 'people')).people).toMatchObject([
    { name: '林示例', rank: 1, adopted: 2, points: 5000 },
  ]);
});

test('a year says what units are short of, and names them', async () => {
  const { units, named, zero } = await show('2026');
  expect(units[0]?.figures).toMatchObject({ filed: 2, short: 8, training: 1 });
  expect(named).toEqual(['城关镇联工委']);
  expect(zero).toEqual([]);
});

test('months close before their quarter, the quarter before its year, and an appeal stops all', async () => {
  for (const period of ['2026Q4', '2026']) {
    expect(await close(period)).toMatchObject({ refusal: 'earlier_open' });
  }
  const listed = { owner: null, book: null, period: '2026-12', after: null };
  const appealId = (await room.lin.value('entry.list', listed)).entries[0]?.id ?? '';
  await room.lin.value('entry.appeal', { entryId: appealId, text: '应为省级' });
  expect(await close('2026-12')).toMatchObject({ refusal: 'appeal_open' });
  expect((await show('2026', 'units', room.zhou)).openAppeals).toBe(1);
  const answer = { appealId, version: 1, isUpheld: false, words: '市级无误' };
  await room.zhou.value('appeal.answer', answer);
  expect(await close('2026-12')).toMatchObject({ ok: true });
  expect(await stateOf('2026-12')).toBe('closing');
  expect(await close('2026Q4')).toMatchObject({ refusal: 'earlier_open' });
  await minutes('2027-01-01', 33, 2);
  expect(await stateOf('2026-12')).toBe('closed');
});

test("the quarter closes by hand, and its rules' prize is posted on its last day", async () => {
  expect(await close('2026Q4')).toMatchObject({ ok: true });
  await minutes('2027-01-01', 36, 3);
  expect(await stateOf('2026Q4', room.lin)).toBe('closed');
  const prizes = (await stored<Entry>(room, 'ledger_entries')).filter(
    ({ causeId }) => causeId === '2026Q4',
  );
  expect(prizes).toMatchObject([
    { amount: 2000, periodOn: '2026-12-31', title: '2026年第四季度结算', ownerName: '林示例' },
  ]);
});

test('the year closes by the clock when its notice is over; the audit is content', async () => {
  await minutes('2027-01-05', 50, 2);
  expect(await stateOf('2026')).toBe('notice');
  await minutes('2027-01-06', 10, 3);
  const closed = (await periodsOf(room.lin)).filter(({ state }) => state === 'closed');
  expect(closed).toHaveLength(4);
  // November's digest is of fewer entries than that of all later ones.
  expect(new Set(closed.map(({ digest }) => digest)).size).toBeGreaterThanOrEqual(3);
  expect((await show('2026', 'people')).people).toMatchObject([{ points: 5000 }]);
  const { difference } = await room.he.value('ledger.audit', { after: null });
  expect(difference).toBeNull();
});

test('a quarter and a year go on paper as a month does', async () => {
  for (const [period, name] of [
    ['2026Q4', '2026年第四季度信息通报'],
    ['2026', '2026年信息通报'],
  ] as const) {
    const docx = await room.zhou.value('bulletin.export', { period, as: 'docx' });
    expect(docx.name).toBe(`${name}.docx`);
    const xlsx = await room.zhou.value('bulletin.export', { period, as: 'xlsx' });
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await (await fetch(xlsx.url)).arrayBuffer()) as never);
    const cells = JSON.stringify(workbook.getWorksheet('单位')?.getSheetValues());
    expect(cells).toContain(name);
    expect(cells).toContain('尚欠');
    expect(cells).toMatch(/各账户校验码：[0-9a-f]{64}/);
    expect(cells.includes('予以点名：城关镇联工委')).toBe(period === '2026');
  }
});

test('a month that the clock missed is still there for the office to draft', async () => {
  await at('2027-04-02T09:00:00');
  const open = (await periodsOf(room.zhou)).filter(({ state }) => state === 'open');
  expect(open.map(({ period }) => period)).toEqual(
    expect.arrayContaining(['2027-01', '2027-02', '2027-04']),
  );
  await room.zhou.value('period.draft', { period: '2027-01', version: 0 });
  expect(await stateOf('2027-01')).toBe('draft');
});
