import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Route } from 'playwright-core';
import { dayOf } from '../../cloudfunctions/kernel/days';
import { periodWords } from '../../miniprogram/text/standing';
import { beforeJourneys } from '../support/browser/before-journeys';
import { phoneOf, startCounty } from '../support/county/county';
import { shown, tapText } from '../support/browser/finger';
import { journey, type Pages } from '../support/browser/pages';
import { phone, type Phone } from '../support/browser/phone';
import { until } from '../support/until';

const shots = path.resolve(__dirname, '../../test-output/rulebook');

let browser: Browser;
let pages: Pages;
let openid: string;

beforeJourneys(async (started) => {
  ({ browser, pages } = started);
  ({ openid } = (await startCounty(pages.cloud)).he);
  if (process.env.SHOTS) mkdirSync(shots, { recursive: true });
});

/** SHOTS=1 keeps a picture of what is shown. */
async function look(he: Phone, name: string): Promise<void> {
  if (process.env.SHOTS) await he.page.screenshot({ path: path.join(shots, `${name}.png`) });
}

async function fillCell(he: Phone, label: string, amount: string): Promise<void> {
  const cell = he.page
    .getByLabel(label, { exact: true })
    .locator('input')
    .locator('visible=true')
    .first();
  await cell.fill(amount);
  await cell.blur();
}

/** The next step of a dry run leaves the phone only when it is let on. */
async function holdFirstTry({ page }: Phone): Promise<() => Promise<void>> {
  const held: Route[] = [];
  await page.route('**/call/**', (route) => {
    const isFirst = held.length === 0 && route.request().postData()?.includes('rulebook.try');
    return isFirst ? void held.push(route) : route.continue();
  });
  return async () => {
    await until(() => held.length === 1);
    await held[0]?.continue();
  };
}

/** Types under a label of the page in front. */
async function type(he: Phone, label: string, words: string): Promise<void> {
  const field = he.page.locator('.field', { hasText: label }).locator('visible=true').last();
  const input = field.locator('input').first();
  await input.fill(words);
  await input.blur();
}

/** Names what the open sheet edits, and adds one condition. */
async function inSheet(
  he: Phone,
  { name, dimension, value }: { name?: string; dimension: string; value: string },
): Promise<void> {
  const sheet = he.page.getByRole('dialog').locator('visible=true').first();
  await sheet.getByText(dimension, { exact: true }).tap();
  await sheet.getByText(value, { exact: true }).first().tap();
  await sheet.getByText('加上这个条件', { exact: true }).tap();
  if (name) await sheet.locator('input').first().fill(name);
  await sheet.getByText('收起', { exact: true }).tap();
  await sheet.waitFor({ state: 'hidden' });
}

journey(
  'an administrator starts from a sample table, changes an amount and a row, tries it and puts it in force',
  async () => {
    const he = await phone(browser, { openid });
    await pages.open(he, '/admin/rulebooks/rulebooks');
    await look(he, '1-rulebooks');
    await tapText(he.page, '县级通用积分与奖励办法');
    await shown(he.page, '采用积分').first().waitFor();
    await look(he, '2-rulebook');
    await shown(he.page, '采用积分').first().tap();
    const cell = he.page
      .getByLabel('省级 头版', { exact: true })
      .locator('input')
      .locator('visible=true')
      .first();
    await cell.waitFor();
    await look(he, '3-rule');
    await cell.fill('45');
    await cell.blur();
    await he.page.getByText('加一行').locator('visible=true').first().tap();
    await look(he, '4-row');
    await shown(he.page, '其余').first().tap();
    await shown(he.page, '加一个条件（几个条件要同时符合）').waitFor();
    await look(he, '5-sheet');
    await tapText(he.page, '媒体分组');
    await look(he, '6-dimension');
    await he.page.getByText('收起', { exact: true }).locator('visible=true').tap();
    await fillCell(he, '其余 头版', '1');
    await he.page.goBack();
    await tapText(he.page, '存为草稿');
    await shown(he.page, '草稿已保存').waitFor();
    await tapText(he.page, '用过去的账期试算');
    await shown(he.page, '这个账期里，没有人的积分和稿酬会变。').waitFor();
    await look(he, '7-trial');
    await he.page.goBack();
    await tapText(he.page, '施行');
    await look(he, '8-enact');
    await he.page.getByText('施行', { exact: true }).locator('visible=true').last().tap();
    await he.page
      .getByText(/第 1 版 · /)
      .locator('visible=true')
      .waitFor();
    await look(he, '9-enacted');
    const { rulebook } = await phoneOf(pages.cloud, openid).value('rulebook.show', {
      ...{ which: 'version', version: 1 },
    });
    const base = rulebook.rules[0]?.lines[0]?.base;
    expect(base?.kind === 'table' && base.amounts[1]).toEqual([6000, 4500, 3000, 2000]);
    expect(base?.kind === 'table' && base.rows).toHaveLength(6);
    await he.close();
  },
  240_000,
);

/** A printing of last month: a composite of two, whose first author 何 is. */
async function aPrinting(): Promise<string> {
  const database = pages.cloud.sdk().database();
  const { data } = await database.collection('people').where({ name: '何示例' }).get();
  const [person] = data as { _id: string }[];
  const { data: units } = await database.collection('units').limit(1).get();
  const [unit] = units as { _id: string }[];
  const month = new Date(Date.now() - 32 * 24 * 60 * 60 * 1000).toISOString().slice(0, 7);
  const printedOn = `${month}-15`;
  await database.collection('outlets').add({
    ...{ _id: 'daily', name: '示例日报', aliases: [], channelIds: [], isClosed: false, version: 1 },
    terms: [
      { level: 'provincial', outletClass: 'paper', group: null, since: '2020-01-01', until: null },
    ],
  });
  const credit = { part: 'text', isJournalist: false };
  await database.collection('adoptions').add({
    ...{ _id: 'printing', state: 'verified', outletId: 'daily', outletName: '示例日报', printedOn },
    work: {
      ...{ id: 'work', headline: '小议事室', storyId: null, storyNumber: null, kind: 'news' },
      ...{ column: null, unitId: unit?._id, photoCount: 0 },
      credits: [
        { ...credit, personId: person?._id, name: '何示例' },
        { ...credit, personId: null, name: '外来示例' },
      ],
    },
    ...{ position: 'front', genre: 'news', mode: 'composite', words: 800, durationSeconds: null },
    ...{ feeFen: null, metrics: [], verifiedOn: printedOn, countsOn: printedOn, version: 1 },
    reportedAt: Date.parse(`${printedOn}T08:00:00Z`),
  });
  return month;
}

journey(
  'a table of one’s own is entered from nothing: level × position, half for composite, first author half',
  async () => {
    const month = await aPrinting();
    const he = await phone(browser, { openid });
    await pages.open(he, '/admin/rulebooks/rulebooks');
    await tapText(he.page, '空白办法');
    await shown(he.page, '加采用规则').waitFor();
    await type(he, '名称', '自家办法');
    await tapText(he.page, '加采用规则');
    await tapText(he.page, '其余');
    await inSheet(he, { name: '省级', dimension: '级别', value: '省级' });
    await tapText(he.page, '加一行');
    await tapText(he.page, '其余');
    await inSheet(he, { name: '市级', dimension: '级别', value: '市级' });
    await tapText(he.page, '合计');
    await inSheet(he, { name: '头版', dimension: '版位', value: '头版' });
    await tapText(he.page, '加一列');
    await fillCell(he, '省级 头版', '30');
    await fillCell(he, '省级 其余', '20');
    await fillCell(he, '市级 头版', '15');
    await fillCell(he, '市级 其余', '10');
    await look(he, 'own-1-table');
    await tapText(he.page, '加一个加减倍数');
    await shown(he.page, '什么情况下').tap();
    await inSheet(he, { dimension: '采用方式', value: '综合采用' });
    await fillCell(he, '乘以（%）', '50');
    await tapText(he.page, '第一作者占比，其余平分');
    await shown(he.page, '第一作者（%）').waitFor();
    await look(he, 'own-2-split');
    await tapText(he.page, '好了');
    await tapText(he.page, '存为草稿');
    await shown(he.page, '草稿已保存').waitFor();
    await look(he, 'own-3-rulebook');
    // What the page begins by itself is still on its way when a period is chosen.
    const letOn = await holdFirstTry(he);
    await tapText(he.page, '用过去的账期试算');
    await tapText(he.page, periodWords(month));
    await look(he, 'own-4-periods');
    await he.page.getByRole('dialog').getByText(periodWords(month)).locator('visible=true').tap();
    await letOn();
    // Half of half of thirty.
    await shown(he.page, '+7.5').waitFor();
    await look(he, 'own-5-trial');
    await he.close();
  },
  240_000,
);

journey(
  'a period’s rule is entered: a quarterly quota of meetings with a deduction; what cannot be is said',
  async () => {
    const he = await phone(browser, { openid });
    await pages.open(he, '/admin/rulebooks/rulebooks');
    // The preset stands below the version in force of the same name.
    const named = he.page.getByText('县级通用积分与奖励办法', { exact: true });
    await shown(he.page, '空白办法').waitFor();
    await named.locator('visible=true').last().tap();
    await tapText(he.page, '加账期规则');
    await shown(he.page, '每季').tap();
    await tapText(he.page, '满额发放');
    await look(he, 'period-1-payout');
    await tapText(he.page, '好了');
    await tapText(he.page, '存为草稿');
    await he.page
      .getByText(/满额发放只能用在稿酬上/)
      .locator('visible=true')
      .waitFor();
    await look(he, 'period-2-said');
    await shown(he.page, '新的账期规则').tap();
    await tapText(he.page, '定额');
    await tapText(he.page, '登记事项的数量');
    await shown(he.page, '哪些登记事项').tap();
    await tapText(he.page, '参加会议');
    await fillCell(he, '应完成', '3');
    await fillCell(he, '每差一个扣', '2');
    await look(he, 'period-3-quota');
    await tapText(he.page, '好了');
    await tapText(he.page, '存为草稿');
    await shown(he.page, '草稿已保存').waitFor();
    const { rulebook } = await phoneOf(pages.cloud, openid).value('rulebook.show', {
      which: 'draft',
    });
    expect(rulebook.periodRules.at(-1)).toMatchObject({
      ...{ period: 'quarter', account: 'person' },
      effect: {
        ...{ kind: 'quota', of: { kind: 'facts', kinds: ['meeting'], mark: null }, need: 300 },
        ...{ short: { amount: -200, limit: null }, over: null },
      },
    });
    await he.close();
  },
  240_000,
);

journey(
  'the office enters what a jury gave a unit for the year',
  async () => {
    const he = await phone(browser, { openid });
    await pages.open(he, '/desk/facts/facts');
    await tapText(he.page, '登记一项');
    await tapText(he.page, '评委打分');
    await he.page.getByPlaceholder('如 县委书记批示').locator('visible=true').fill('年度评优');
    await tapText(he.page, `${dayOf(Date.now()).slice(0, 4)}年`);
    await he.page.getByPlaceholder('如 92.5').locator('visible=true').fill('92.5');
    await tapText(he.page, '请选择单位');
    await tapText(he.page, '示例县政协');
    await look(he, 'jury');
    await tapText(he.page, '登记');
    await he.page
      .getByText(/年 92\.5 分/)
      .locator('visible=true')
      .waitFor();
    await he.close();
  },
  240_000,
);
