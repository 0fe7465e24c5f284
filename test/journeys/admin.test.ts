import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { aSecret } from '../support/authorization/authorization-inputs';
import { beforeJourneys } from '../support/browser/before-journeys';
import { newId, phoneOf, startCounty } from '../support/county/county';
import { shown, tapText } from '../support/browser/finger';
import { byLevel } from '../support/county/ledger-room';
import { openingOf } from '../support/county/opening';
import { journey, type Pages } from '../support/browser/pages';
import { look, phone, type Phone } from '../support/browser/phone';
import { findPngCode } from '../support/browser/png-code';
import { rosterOf } from '../support/county/roster';
import { until } from '../support/until';

let browser: Browser;
let pages: Pages;
let he: Phone;

beforeJourneys(async (started) => {
  ({ browser, pages } = started);
  const county = await startCounty(pages.cloud);
  he = await phone(browser, { openid: county.he.openid });
});

const type = (placeholder: string, text: string) =>
  he.page.getByPlaceholder(placeholder).locator('visible=true').fill(text);

journey(
  'an administrator adds a unit and a person, whose phone joins with the code and sees the unit',
  async () => {
    // The founder's first page leads on, and says there what the county has none of yet.
    await pages.open(he, '/pages/home/home');
    await tapText(he.page, '去管理');
    await shown(he.page, '还没有施行').waitFor();
    await tapText(he.page, '单位');
    await tapText(he.page, '添加单位');
    await type('如 城关镇联工委', '城关镇联工委');
    await tapText(he.page, '乡镇联工委');
    await tapText(he.page, '保存');
    await shown(he.page, '城关镇联工委').tap();
    await tapText(he.page, '本单位人员');
    await tapText(he.page, '添加人员');
    await type('真实姓名', '林示例');
    await tapText(he.page, '保存');
    await tapText(he.page, '生成邀请码');
    const code = await he.page.getByText(/^\w{4}(-\w{4}){4}$/).textContent();
    const drawn = he.page.getByRole('img', { name: '邀请码的二维码' });
    const wanted = code?.trim().replaceAll('-', '');
    // The sheet is still on its way up, and the canvas is drawn a moment after it was put there.
    await until(async () => findPngCode(await drawn.screenshot()) === wanted);

    const lin = await phone(browser, { openid: 'o-lin-correspondent' });
    await pages.open(lin, `/pages/join/join?code=${code?.trim()}`);
    // The last one: the page's title says the same.
    await lin.page.getByText('加入', { exact: true }).locator('visible=true').last().tap();
    await lin.page.getByText('林示例，欢迎加入').waitFor();
    await pages.open(lin, '/pages/mine/mine');
    await shown(lin.page, '城关镇联工委').waitFor();
    // Nobody else finds the way in, and the cloud would not answer if they did.
    expect(await lin.page.getByText('管理', { exact: true }).count()).toBe(0);
    await pages.open(lin, '/admin/home/home');
    await lin.page.getByText(/没有这项操作的权限/).waitFor();
    await lin.close();
  },
  240_000,
);

/** Waits for a refusal, and looks that it is on the screen with nothing lying over it. */
async function isTold(words: string): Promise<void> {
  const told = he.page.getByRole('alert').getByText(words).locator('visible=true');
  await told.waitFor();
  const box = await told.boundingBox();
  if (!box) throw new Error('not shown');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  expect(box.y + box.height).toBeLessThanOrEqual(844);
  const atop = `document.elementFromPoint(${x}, ${y})?.textContent ?? ''`;
  expect(await he.page.evaluate<string>(atop)).toContain(words);
}

journey('why something is refused is in sight, wherever on a long page the tap was', async () => {
  await pages.open(he, '/admin/units/units');
  await tapText(he.page, '城关镇联工委');
  await tapText(he.page, '停用这个单位');
  await he.page.getByText('停用', { exact: true }).locator('visible=true').last().tap();
  await isTold('请先移出再停用');
  const known = await phoneOf(pages.cloud, 'o-he-administrator').value('session.open', {});
  await pages.open(he, `/admin/person/person?id=${known.person?.id}`);
  await tapText(he.page, '办理离任');
  await tapText(he.page, '离任');
  await isTold('至少要保留一位管理员');
});

async function choose(button: string, name: string, bytes: Buffer): Promise<void> {
  const file = path.join(pages.cloud.dir, name);
  await writeFile(file, bytes);
  const chooser = he.page.waitForEvent('filechooser');
  await tapText(he.page, button);
  await (await chooser).setFiles(file);
}

journey(
  'a roster with a bad row is explained and writes nothing; mended, it is imported',
  async () => {
    const units = [['梅岭乡联工委', '乡镇联工委']];
    await pages.open(he, '/admin/roster/roster');
    const bad = await rosterOf({ units, people: [['张示例', '没有的单位']] });
    await choose('选择填好的表格', 'bad.xlsx', bad);
    await shown(he.page, '有 1 处要改').waitFor();
    await shown(he.page, '“人员”表第 2 行').waitFor();
    const clean = await rosterOf({ units, people: [['张示例', '梅岭乡联工委']] });
    await choose('换一个文件', 'clean.xlsx', clean);
    await shown(he.page, '检查通过：将添加 1 个单位、1 名人员').waitFor();
    await tapText(he.page, '导入');
    await shown(he.page, '已添加 1 个单位、1 名人员').waitFor();
    await pages.open(he, '/admin/people/people');
    await shown(he.page, '张示例').waitFor();
  },
  240_000,
);

journey(
  'an opening with a bad cell is explained; mended, it is imported and stands in the ledger',
  async () => {
    const administrator = phoneOf(pages.cloud, 'o-he-administrator');
    const outlet = { name: '示例省报', aliases: [], channelIds: [], outletClass: 'paper' as const };
    const term = { level: 'provincial' as const, group: null, since: '2026-01-01' };
    await administrator.value('outlet.add', { outletId: newId(), ...outlet, ...term });
    const database = pages.cloud.sdk().database();
    await database.collection('rulebooks').add({ _id: 'office:1', ...byLevel });
    const printing = (headline: string, medium: string) => ({
      ...{ 刊发日期: '2026-03-05', 刊发媒体: medium, 标题: headline, 作者: '林示例' },
    });
    const balances = [{ 姓名或单位: '林示例', 年度: 2026, 截至日期: '2026-02-28', 数额: 60.5 }];

    await pages.open(he, '/admin/home/home');
    await tapText(he.page, '往期采用和期初余额');
    const bad = [printing('老街路灯亮了', '没有的报')];
    await choose('选择填好的表格', 'bad.xlsx', await openingOf({ printings: bad, balances }));
    await shown(he.page, '有 1 处要改').waitFor();
    await shown(he.page, '“往期采用”表 B2 格').waitFor();
    const clean = [printing('老街路灯亮了', '示例省报'), printing('春耕', '示例省报')];
    const mended = await openingOf({ printings: clean, balances });
    await choose('换一个文件', 'clean.xlsx', mended);
    await shown(he.page, '检查通过，可以导入').waitFor();
    await shown(he.page, '积分：1 户，共 60.5 分').waitFor();
    await tapText(he.page, '导入并记账');
    await tapText(he.page, '导入');
    await shown(he.page, '已记 1 笔期初余额，登记 2 次采用').waitFor();
    const lin = phoneOf(pages.cloud, 'o-lin-correspondent');
    const { standing } = await lin.value('standing.show', { owner: null });
    expect(standing.all.points).toBe(14_050);
    expect((await administrator.value('ledger.audit', { after: null })).difference).toBeNull();
  },
  240_000,
);

journey(
  'an outlet gets a new level from a day on, and keeps what it was before',
  async () => {
    const administrator = phoneOf(pages.cloud, 'o-he-administrator');
    await administrator.value('channel.add', {
      ...{ channelId: newId(), kind: 'fusion_center', name: '示例融媒', secret: aSecret },
      ...{ endpoint: 'https://center.example/ninjs', kinds: ['video'], columns: ['没有的专栏'] },
      ...{ isInternal: false, ratePerMinute: 60 },
    });
    await pages.open(he, '/admin/outlets/outlets');
    // The list has been read; only what the form reads is to miss the network.
    await shown(he.page, '添加媒体').waitFor();
    await he.page.evaluate("__web.wx.network('offline')");
    await tapText(he.page, '添加媒体');
    await he.page.getByText('同步渠道没有读到').waitFor();
    await look(he, 'outlet-no-channels');
    // What was typed meanwhile stays when the line is back and the channels are read by themselves.
    await type('如 湖南日报', '示例晚报');
    await he.page.evaluate("__web.wx.network('online')");
    await shown(he.page, '示例融媒').waitFor();
    await tapText(he.page, '县级');
    await tapText(he.page, '报刊');
    await look(he, 'outlet-new');
    await tapText(he.page, '保存');
    await shown(he.page, '示例晚报').waitFor();
    await look(he, 'outlets');
    // A page that failed for want of the network comes by itself too.
    await he.page.evaluate("__web.wx.network('offline')");
    await tapText(he.page, '示例晚报');
    await shown(he.page, '没有网络，请联网后重试。').waitFor();
    await he.page.evaluate("__web.wx.network('online')");
    await tapText(he.page, '示例融媒');
    await tapText(he.page, '保存');
    await shown(he.page, '添加媒体').waitFor();
    const { outlets } = await administrator.value('outlet.list', {});
    const changed = outlets.find(({ name }) => name === '示例晚报');
    const { outlet } = await administrator.value('outlet.show', { outletId: changed?.id ?? '' });
    expect(outlet.channelIds).toHaveLength(1);
    await tapText(he.page, '示例晚报');
    await tapText(he.page, '市级');
    await shown(he.page, '以前的刊发仍按原来的级别计算。').waitFor();
    await look(he, 'outlet');
  },
  240_000,
);
