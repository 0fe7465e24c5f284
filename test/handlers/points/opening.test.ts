/** Starting in mid-year: past printings and opening balances from an .xlsx. */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import ExcelJS from 'exceljs';
import type { Adoption } from '../../../cloudfunctions/domain/adoption/adoption';
import type { Entry, Standing } from '../../../cloudfunctions/domain/ledger/entry';
import { newId, phoneOf, startProductCloud } from '../../support/county/county';
import { changedSince, keepAll } from '../../support/cloud/dump';
import { byLevel, startNovemberRoom, stored } from '../../support/county/ledger-room';
import type { LedgerRoom } from '../../support/county/ledger-room';
import { importOpening, openingOf, type OpeningCells } from '../../support/county/opening';
import { addOutlet } from '../../support/county/printing';
import { uploadRoster } from '../../support/county/roster';
import { tried } from '../../support/domain/trial';

let dir: string;
let room: LedgerRoom;
let linPoints: string;

beforeAll(async () => {
  dir = await mkdtemp(path.join(os.tmpdir(), 'xiangxun-opening-'));
  room = await startNovemberRoom(await startProductCloud({ dir }));
  linPoints = `person:${room.lin.personId}:points`;
  const outlet = { aliases: [], channelIds: [], outletClass: 'paper' as const, group: null };
  const since = '2026-01-01';
  for (const [name, level] of [
    ['示例省报', 'provincial'],
    ['示例市报', 'city'],
    ['示例县报', 'county'],
  ] as const) {
    await addOutlet(room, { ...outlet, name, level, since });
  }
});
afterAll(async () => {
  await (room as LedgerRoom | undefined)?.stop();
  await rm(dir, { recursive: true, force: true });
});

const uploaded = async (cells: OpeningCells) => uploadRoster(room, room.he, await openingOf(cells));
const check = async (cells: OpeningCells) =>
  room.he.value('opening.check', { file: await uploaded(cells) });

const aPrinting = (
  change: OpeningCells['printings'] extends (infer Row)[] | undefined ? Row : never,
) => ({
  ...{ 刊发日期: '2026-03-05', 刊发媒体: '示例县报', 标题: '老街路灯亮了' },
  ...{ 作者: '林示例', 报送单位: '城关镇联工委' },
  ...change,
});
const aBalance = (change: object) => ({
  ...{ 姓名或单位: '林示例', 年度: '2026', 截至日期: '2026-06-30', 数额: 125.5 },
  ...change,
});

async function chainOf(accountId: string): Promise<Entry[]> {
  return (await stored<Entry>(room, 'ledger_entries'))
    .filter((entry) => entry.accountId === accountId)
    .sort((left, right) => left.sequence - right.sequence);
}

const audit = async () => (await room.he.value('ledger.audit', { after: null })).difference;

test('every bad cell is named in plain words, and nothing is written', async () => {
  const cells: OpeningCells = {
    printings: [
      aPrinting({ 刊发日期: '2026-02-31' }),
      aPrinting({ 刊发日期: new Date('2099-01-01') }),
      aPrinting({ 刊发媒体: '没有的报' }),
      aPrinting({ 标题: '' }),
      aPrinting({ 作者: '谁示例' }),
      aPrinting({ 作者: '林示例、林示例' }),
      aPrinting({ 报送单位: '没有的单位' }),
      aPrinting({ 版位: '中缝', 体裁: '诗歌' }),
      aPrinting({ 字数: '三百', '稿酬（元）': '1.234' }),
      aPrinting({ 链接: 'www.example.cn', 计分: '也许' }),
      aPrinting({ 作者: '何示例' }),
      aPrinting({ 标题: '写了两遍' }),
      aPrinting({ 标题: '写了 两遍', 版位: '头版' }),
    ],
    balances: [
      aBalance({ 姓名或单位: '谁示例' }),
      aBalance({ 账簿: '工分' }),
      aBalance({ 年度: '2099' }),
      aBalance({ 截至日期: '2025-12-31' }),
      // A year that is over needs no day.
      aBalance({ 账簿: '稿酬', 截至日期: '' }),
      aBalance({ 数额: 0 }),
      aBalance({ 数额: 1.005 }),
      aBalance({ 姓名或单位: '何示例' }),
      aBalance({ 账簿: '篇数', 数额: 3 }),
      aBalance({ 账簿: '篇数', 数额: 4 }),
    ],
  };
  await keepAll(room.cloud);
  const file = await uploaded(cells);
  const report = await room.he.value('opening.check', { file });
  expect(report.problems.map(({ cell, row }) => cell ?? row)).toEqual([
    ...['A2', 'A3', 'B4', 'C5', 'D6', 'D7', 'E8', 'F9', 'G9', 'K10', 'N10', 'P11', 'Q11', 'D12'],
    ...[14, 'A2', 'C3', 'D4', 'E5', 'E6', 'F7', 'F8', 'A9', 11],
  ]);
  expect(report.problemCount).toBe(report.problems.length);
  expect(report.problems[2]).toEqual({
    ...{ sheet: '往期采用', row: 4, cell: 'B4' },
    words: '媒体名录里没有“没有的报”，请核对名称，或先在“媒体名录”里添加。',
  });
  expect(await room.he.call('opening.import', { file })).toMatchObject({
    refusal: 'opening_unclean',
  });
  expect(await changedSince(room.cloud)).toEqual([]);
});

const clean: OpeningCells = {
  printings: [
    aPrinting({ 作者: '林示例、周示例（摄影）', 版位: '头版', '稿酬（元）': 50 }),
    // The same work at a higher outlet: the difference alone.
    aPrinting({ 作者: '林示例、周示例（摄影）', 刊发媒体: '示例市报', 刊发日期: '2026年3月8日' }),
    aPrinting({ 标题: '春耕', 刊发日期: new Date('2026-08-01'), 刊发媒体: '《示例省报》' }),
    aPrinting({ 标题: '夏收', 作者: '徐示例', 报送单位: '', 链接: 'https://example.cn/1' }),
    aPrinting({ 标题: '只登记', 作者: '徐示例', 计分: '不计分' }),
    aPrinting({ 标题: '办法以前', 作者: '徐示例', 刊发日期: '2019-05-01' }),
    aPrinting({ 标题: '外稿', 作者: '王示例（记者）、李某（外单位）、徐示例(示例县政协)' }),
  ],
  balances: [
    aBalance({ 备注: '手工台账' }),
    aBalance({ 账簿: '稿酬', 数额: '1,200.00' }),
    aBalance({ 年度: 2025, 截至日期: '', 数额: 300 }),
    aBalance({ 姓名或单位: '城关镇联工委', 截至日期: new Date('2026-02-28'), 数额: -10 }),
  ],
};

test('what opening balances hold is entered without posting; all else posts by the day of printing', async () => {
  const file = await uploaded(clean);
  expect(await room.he.value('opening.check', { file })).toEqual({
    ...{ printings: 7, uncounted: 1, covered: 2, unruled: 1, balances: 4, known: 0 },
    sums: [
      { book: 'points', accounts: 3, amount: 41_550 },
      { book: 'yuan', accounts: 1, amount: 120_000 },
    ],
    ...{ closedThrough: null, met: [], metCount: 0, problems: [], problemCount: 0 },
  });
  const steps = await importOpening(room.he, file);
  expect(steps).toEqual([
    { balances: 4, printings: 0, left: 7 },
    { balances: 0, printings: 7, left: 0 },
  ]);
  const lin = await chainOf(linPoints);
  expect(lin.map(({ causeKind, amount, periodOn }) => [causeKind, amount, periodOn])).toEqual([
    ['opening', 12_550, '2026-01-01'],
    ['opening', 30_000, '2025-01-01'],
    // Printed after the balance was struck; what stood in March is in it.
    ['adoption', 4000, '2026-08-01'],
  ]);
  expect(lin[0]?.derivation).toBe(
    '期初余额：2026年1月1日至2026年6月30日合计 125.5 分（何示例 从表格导入；手工台账）',
  );
  const zhou = await chainOf(`person:${room.zhou.personId}:points`);
  expect(zhou.map(({ amount, periodOn }) => [amount, periodOn])).toEqual([
    [500, '2026-03-05'],
    [500, '2026-03-08'],
  ]);
  const xu = await chainOf(`person:${room.xu.personId}:points`);
  expect(xu.map(({ amount, title }) => `${title} ${amount}`).sort()).toEqual([
    ...['夏收 1000', '外稿 500'],
  ]);
  const unit = await chainOf(`unit:${room.townshipId}:points`);
  expect(unit.map(({ amount, title }) => `${title} ${amount}`).sort()).toEqual([
    ...['2026年期初余额 -1000', '外稿 1000', '春耕 4000'],
    ...['老街路灯亮了 1000', '老街路灯亮了 1000'],
  ]);
  expect(await audit()).toBeNull();
  const { standing } = await room.lin.value('standing.show', { owner: null });
  expect(standing).toMatchObject({ year: { points: 16_550 }, all: { points: 46_550 } });
  const { entries } = await room.lin.value('entry.list', {
    ...{ owner: null, book: null, period: '2026-01', after: null },
  });
  expect(entries.map(({ causeKind, title }) => [causeKind, title])).toEqual([
    ['opening', '2026年期初余额'],
    ['opening', '2026年期初余额'],
  ]);
});

test('a higher printing later brings the difference to what the balance holds', async () => {
  const adoptions = await stored<Adoption>(room, 'adoptions');
  const march = adoptions.find(({ work }) => work.headline === '老街路灯亮了');
  if (!march) throw new Error('it was imported');
  const { storyId: _story, storyNumber: _number, id, ...fields } = march.work;
  const provincial = { outletId: room.outlets.provincial, printedOn: '2026-09-01' };
  await room.he.value('adoption.register', {
    ...{ work: { workId: id, ...fields }, ...provincial, position: 'front', genre: 'news' },
    ...{ mode: 'single', words: null, durationSeconds: null, headline: '', feeFen: null },
    ...{ url: null, clipping: null, note: '', apart: null },
  });
  const [last] = (await chainOf(linPoints)).slice(-1);
  expect(last).toMatchObject({ amount: 1000, periodOn: '2026-09-01' });
  expect(await audit()).toBeNull();
});

test('a dry run counts nothing again that a balance holds, and balances stand in both columns', async () => {
  const { id: _id, version: _version, ...rulebook } = byLevel;
  await room.he.value('rulebook.draft', { draftVersion: 0, rulebook });
  const { moves } = await tried(room.he, '2026');
  const standings = await stored<Standing>(room, 'standings');
  const known = standings.filter(({ period, amount }) => period === '2026' && amount !== 0);
  expect(
    new Map(moves.map(({ kind, ownerId, book, before }) => [`${kind}:${ownerId}:${book}`, before])),
  ).toEqual(new Map(known.map(({ accountId, amount }) => [accountId, amount])));
  expect(moves.filter(({ before, after }) => before !== after)).toEqual([]);
});

test('the same rows again, in this file or another, change nothing', async () => {
  await keepAll(room.cloud);
  const file = await uploaded(clean);
  expect(await room.he.value('opening.check', { file })).toMatchObject({
    ...{ printings: 0, balances: 0, known: 11, problemCount: 0 },
  });
  expect(await importOpening(room.he, file)).toEqual([{ balances: 0, printings: 0, left: 0 }]);
  const other = await uploaded({ printings: [...(clean.printings ?? [])].reverse() });
  expect(await importOpening(room.he, other)).toEqual([{ balances: 0, printings: 0, left: 0 }]);
  const isLedger = (place: string) => !/^(receipts|directory_events)\//.test(place);
  expect((await changedSince(room.cloud)).filter(isLedger)).toEqual([]);
  const { problems } = await check({ balances: [aBalance({ 数额: 200 })] });
  expect(problems.map(({ cell, words }) => [cell, words])).toEqual([
    ['F2', '已经导入过，数额是 125.5。记过的账不能改写，请改回原数，差额用“积分调整”补。'],
  ]);
});

test('what was entered in the app is met, and an account with points of before takes no balance', async () => {
  await room.he.value('adoption.register', {
    work: {
      ...{ workId: newId(), headline: '“秋收”', kind: 'news', column: null, photoCount: 0 },
      unitId: room.townshipId,
      credits: [{ personId: room.wu.personId, name: '吴示例', part: 'text', isJournalist: false }],
    },
    ...{ outletId: room.outlets.city, printedOn: '2026-10-05', position: 'front', genre: 'news' },
    ...{ mode: 'single', words: null, durationSeconds: null, headline: '', feeFen: null },
    ...{ url: null, clipping: null, note: '', apart: null },
  });
  const { outlets } = await room.he.value('outlet.list', {});
  const name = outlets.find(({ id }) => id === room.outlets.city)?.name ?? '';
  const report = await check({
    printings: [
      aPrinting({ 标题: '秋收', 作者: '吴示例', 刊发媒体: name, 刊发日期: '2026-10-05' }),
    ],
    balances: [aBalance({ 姓名或单位: '吴示例', 截至日期: '2026-10-31' })],
  });
  expect(report.met).toEqual([
    { sheet: '往期采用', row: 2, cell: null, words: '这次采用在系统里已经核定，不再导入。' },
  ]);
  expect(report.problems).toEqual([
    {
      ...{ sheet: '期初余额', row: 2, cell: 'E2' },
      words:
        '这一户从 2026-10-05 起已经记了 20，再记余额就重复了。请把截至日期改到 2026-10-05 以前，数额也只算到那天。',
    },
  ]);
});

test('an import sent twice, by two phones and killed half-way, ends as one that was not', async () => {
  const file = await uploaded({
    printings: Array.from({ length: 44 }, (_none, index) =>
      aPrinting({ 标题: `报道${index}`, 作者: index % 2 ? '周示例' : '徐示例、吴示例' }),
    ),
    balances: [aBalance({ 账簿: '篇数', 数额: 7 })],
  });
  const commandId = newId();
  const first = await room.he.call('opening.import', { file }, commandId);
  expect(await room.he.call('opening.import', { file }, commandId)).toEqual(first);
  const both = [1, 2, 3].map(() => room.he.call('opening.import', { file }));
  for (const answer of await Promise.all(both)) {
    expect(answer.ok || answer.refusal === 'changed_meanwhile').toBe(true);
  }
  const broken = room.he.call('opening.import', { file }).catch(() => undefined);
  await new Promise((resolve) => setImmediate(resolve));
  await room.cloud.kill();
  await broken;
  const cloud = await startProductCloud({ dir });
  room = { ...room, cloud, he: phoneOf(cloud, room.he.openid), stop: () => cloud.stop() };
  await importOpening(room.he, file);
  const adoptions = await stored<Adoption>(room, 'adoptions');
  expect(adoptions.filter(({ work }) => /^报道\d+$/.test(work.headline))).toHaveLength(44);
  const wu = await chainOf(`person:${room.wu.personId}:points`);
  expect(wu.filter(({ title }) => title.startsWith('报道'))).toHaveLength(22);
  expect(await audit()).toBeNull();
});

test('the template opens as a workbook with the outlets, and may be sent back', async () => {
  const { base64, name } = await room.he.value('opening.template', {});
  expect(name).toMatch(/\.xlsx$/);
  const bytes = Buffer.from(base64, 'base64');
  expect(bytes.length).toBeLessThan(60_000);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as unknown as ExcelJS.Buffer); // its types know only their own
  const names = workbook.worksheets.map((sheet) => sheet.name);
  expect(names).toEqual(['往期采用', '期初余额', '填写说明', '媒体名录']);
  const file = await uploadRoster(room, room.he, bytes);
  expect(await room.he.value('opening.check', { file })).toMatchObject({
    ...{ printings: 0, balances: 0, problems: [] },
  });
});
