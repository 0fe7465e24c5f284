/** A month from its draft to the close, with the clock moved; and what comes too late for it. */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Account, Entry } from '../../../cloudfunctions/domain/ledger/entry';
import { accountAfter } from '../../../cloudfunctions/domain/ledger/append-entries';
import { chainStart, hashEntry } from '../../../cloudfunctions/domain/ledger/chain';
import { periodRule } from '../../../cloudfunctions/domain/points/presets/parts';
import { newId, phoneOf, startProductCloud } from '../../support/county/county';
import { keepAll } from '../../support/cloud/dump';
import { restore } from '../../support/county/furnish';
import {
  byLevel,
  inNovember,
  startNovemberRoom,
  stored,
  type LedgerRoom,
} from '../../support/county/ledger-room';

let room: LedgerRoom;
beforeAll(async () => {
  room = await startNovemberRoom();
  await addRules();
  await keepAll(room.cloud);
});
beforeEach(() => restore(room.cloud, inNovember));

/** Every unit begins a month with five points. */
async function addRules(): Promise<void> {
  const quota = periodRule({
    ...{ id: 'start', name: '基础分' },
    effect: { kind: 'start', amount: 500 },
  });
  await room.cloud
    .sdk()
    .database()
    .collection('rulebooks')
    .add({ _id: 'office:2', ...byLevel, version: 2, periodRules: [quota] });
}
afterAll(() => (room as LedgerRoom | undefined)?.stop());

const month = '2026-11';
const at = (moment: string) =>
  room.cloud.control('clock', 'set', { at: Date.parse(`${moment}+08:00`) });
const tick = () => room.cloud.control('timers', 'fire', { function: 'closing' });
const target = async (period = month) => {
  const { periods } = await room.zhou.value('period.list', {});
  const found = periods.find((one) => one.period === period);
  return { period, version: found?.version ?? 0 };
};
const periodOf = async (phone = room.zhou, period = month) =>
  (await phone.value('period.list', {})).periods.find((one) => one.period === period);
const show = (phone = room.zhou, part: 'units' | 'people' = 'units') =>
  phone.value('bulletin.show', { period: month, part, page: 0 });

/** Draft on the first, in notice at once. */
async function publish(): Promise<void> {
  await at('2026-12-01T00:31:00');
  await tick();
  await room.zhou.value('period.publish', await target());
}

async function close(): Promise<void> {
  await publish();
  await room.zhou.value('period.close', await target());
  await at('2026-12-01T00:40:00');
  await tick();
}

test('the clock drafts November on the first of December, for the office alone', async () => {
  await room.aPrinted('county');
  await at('2026-12-01T00:29:00');
  expect(await periodOf()).toMatchObject({ state: 'open' });
  await at('2026-12-01T00:31:00');
  await tick();
  expect(await periodOf()).toMatchObject({ state: 'draft', isComputing: false });
  expect(await periodOf(room.lin)).toBeUndefined();
  const { units, totals, zero, columns } = await show();
  expect(units).toEqual([
    {
      ...{ id: room.townshipId, name: '城关镇联工委', rank: 1 },
      figures: {
        ...{ filed: 1, filedCumulative: 1, adopted: 1, county: 1 },
        ...{ points: 1500, pointsCumulative: 1500 },
      },
    },
  ]);
  expect(totals).toMatchObject({ filed: 1, points: 1500 });
  expect(zero).toEqual([]);
  expect(columns).toContain('filedCumulative');
  const { people } = await show(room.zhou, 'people');
  expect(people).toMatchObject([{ name: '林示例', rank: 1, filed: 1, adopted: 1, points: 1000 }]);
  const hidden = await room.lin.call('bulletin.show', { period: month, part: 'units', page: 0 });
  expect(hidden).toMatchObject({ refusal: 'not_found' });
});

test('after the notice the clock closes it, unless an appeal waits', async () => {
  await room.aPrinted('county');
  await publish();
  expect(await periodOf(room.lin)).toMatchObject({ state: 'notice', noticeUntil: '2026-12-06' });
  const { entries } = await room.lin.value('entry.list', {
    ...{ owner: null, book: null, period: month, after: null },
  });
  const appealId = entries[0]?.id ?? '';
  await room.lin.value('entry.appeal', { entryId: appealId, text: '应为市级' });
  expect((await show()).openAppeals).toBe(1);
  expect(await room.zhou.call('period.close', await target())).toMatchObject({
    refusal: 'appeal_open',
  });
  await at('2026-12-06T00:10:00');
  await tick();
  expect(await periodOf()).toMatchObject({ state: 'notice' });
  const answer = { appealId, version: 1, isUpheld: false, words: '县级无误' };
  await room.zhou.value('appeal.answer', answer);
  await tick();
  expect(await periodOf()).toMatchObject({ state: 'closing' });
  await at('2026-12-06T00:15:00');
  await tick();
  const closed = await periodOf(room.lin);
  expect(closed).toMatchObject({ state: 'closed', closedByName: '', allowed: [] });
  expect(closed?.digest).toMatch(/^[0-9a-f]{64}$/);
});

test('what its rules bring is posted once into the month, and the audit is content', async () => {
  await room.aPrinted('county');
  await publish();
  await room.zhou.value('period.close', await target());
  await at('2026-12-01T00:33:00');
  await Promise.all([tick(), tick(), tick()]);
  await tick();
  expect(await periodOf()).toMatchObject({ state: 'closed', closedByName: '周示例' });
  const posted = (await stored<Entry>(room, 'ledger_entries')).filter(
    ({ causeKind }) => causeKind === 'period',
  );
  expect(posted).toMatchObject([
    {
      ...{ _id: `period-${month}:start:points:unit:${room.townshipId}:points`, amount: 500 },
      ...{ occurredOn: '2026-11-30', periodOn: '2026-11-30', title: '2026年11月结算' },
    },
  ]);
  const { units } = await show(room.lin);
  expect(units[0]?.figures.points).toBe(1500);
  const { difference } = await room.he.value('ledger.audit', { after: null });
  expect(difference).toBeNull();
  expect(await room.zhou.call('period.draft', await target())).toMatchObject({
    refusal: 'period_closed',
  });
  expect(await stored(room, 'period_runs')).toEqual([]);
});

test('killed between two steps, it goes on where it was, and posts nothing twice', async () => {
  const dir = await mkdtemp(path.join(os.tmpdir(), 'xiangxun-period-'));
  const whole = room;
  room = await startNovemberRoom(await startProductCloud({ dir }));
  await addRules();
  await room.aPrinted('county');
  await publish();
  await room.zhou.value('period.close', await target());
  // Whoever waits sees how far it is.
  const far = { isComputing: true, progress: { stage: 1, of: 12 } };
  expect(await periodOf()).toMatchObject(far);
  expect((await show()).period).toMatchObject(far);
  const isAt = async () => (await stored<{ version: number }>(room, 'period_runs'))[0]?.version;
  const before = await isAt();
  const running = at('2026-12-01T00:33:00').catch(() => undefined);
  while ((await isAt()) === before) continue;
  await room.cloud.kill();
  await running;
  const cloud = await startProductCloud({ dir });
  try {
    const again = { ...room, cloud, zhou: { ...room.zhou, ...phoneOf(cloud, room.zhou.openid) } };
    await cloud.control('clock', 'set', { at: Date.parse('2026-12-01T00:35:00+08:00') });
    await cloud.control('timers', 'fire', { function: 'closing' });
    expect(await periodOf(again.zhou)).toMatchObject({ state: 'closed' });
    const posted = await stored<Entry>(again, 'ledger_entries');
    expect(posted.filter(({ causeKind }) => causeKind === 'period')).toHaveLength(1);
    const audit = await phoneOf(cloud, room.he.openid).value('ledger.audit', { after: null });
    expect(audit.difference).toBeNull();
  } finally {
    room = whole;
    await cloud.stop();
    await rm(dir, { recursive: true, force: true });
  }
});

test('a late fact and a late verification count in December', async () => {
  const { story } = await room.aPrinted('county');
  const late = await room.report(story, 'city');
  await close();
  expect(await periodOf()).toMatchObject({ state: 'closed' });
  await room.verify(late, 'city');
  const factId = newId();
  await room.zhou.value('fact.register', {
    ...{ factId, kind: 'instruction', title: '主席批示', level: 'county', quantity: 1, mark: null },
    ...{ personId: room.lin.personId, unitId: room.townshipId, occurredOn: '2026-11-20' },
    ...{ workId: null, note: '', clipping: null },
  });
  const entries = await stored<Entry>(room, 'ledger_entries');
  const after = entries.filter(({ causeId }) => causeId === late || causeId === factId);
  expect(after.map(({ periodOn }) => periodOn)).toEqual(['2026-12-01', '2026-12-01', '2026-12-01']);
  await at('2027-01-01T00:31:00');
  await tick();
  const december = { period: '2026-12', part: 'units' as const, page: 0 };
  const { units } = await room.zhou.value('bulletin.show', december);
  expect(units[0]?.figures).toMatchObject({ adopted: 1, city: 1, filedCumulative: 1 });
  const november = await show();
  expect(november.units[0]?.figures).toMatchObject({ adopted: 1, county: 1 });
  const { difference } = await room.he.value('ledger.audit', { after: null });
  expect(difference).toBeNull();
});

test('a chain rewritten after the close contradicts the digest that was printed', async () => {
  await room.aPrinted('county');
  await close();
  const accountId = `person:${room.lin.personId}:points`;
  const entries = await stored<Entry>(room, 'ledger_entries');
  const database = room.cloud.sdk().database();
  let head = chainStart;
  let account: Account | undefined;
  for (const entry of entries.filter((one) => one.accountId === accountId)) {
    const changed = { ...entry, amount: 9900 };
    const forged = { ...changed, hash: hashEntry(head, changed) };
    head = forged.hash;
    account = accountAfter(account, forged);
    const { _id, ...fields } = forged;
    await database.collection('ledger_entries').doc(_id).set(fields);
  }
  const { _id = '', ...fields } = account ?? {};
  await database.collection('accounts').doc(_id).set(fields);
  await room.he.value('standing.rebuild', { after: null });
  const { difference } = await room.he.value('ledger.audit', { after: null });
  expect(difference?.sentence).toContain('2026年11月通报公布时不一致');
});

test('December is not closed before November, nor published before it is over', async () => {
  await room.aPrinted('county');
  await room.zhou.value('period.draft', { period: month, version: 0 });
  expect(await room.zhou.call('period.publish', await target())).toMatchObject({
    refusal: 'period_not_over',
  });
  expect(await room.zhou.call('period.draft', { period: '2026-12', version: 0 })).toMatchObject({
    refusal: 'period_not_begun',
  });
  await at('2027-01-01T00:31:00');
  await tick();
  const december = await target('2026-12');
  await room.zhou.value('period.publish', december);
  expect(await room.zhou.call('period.close', await target('2026-12'))).toMatchObject({
    refusal: 'earlier_open',
  });
});

test("the columns and the days of notice are the office's to set", async () => {
  const wanted = { layout: 'plain' as const, noticeDays: 3, version: 0 };
  await room.zhou.value('bulletin.arrange', wanted);
  expect(await room.zhou.call('bulletin.arrange', wanted)).toMatchObject({
    refusal: 'changed_meanwhile',
  });
  await room.aStory({ kind: 'news' });
  await publish();
  expect(await periodOf()).toMatchObject({ noticeUntil: '2026-12-04' });
  expect((await show()).columns).toEqual(['filed', 'opinion', 'short', 'adopted', 'points']);
});
