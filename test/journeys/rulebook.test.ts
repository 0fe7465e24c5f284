import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { leaveBootstrapCode } from '../../local/seed/bootstrap';
import { openBrowser } from '../support/browser';
import { phoneOf } from '../support/county';
import { shown, tapText } from '../support/finger';
import { journey, startPages, type Pages } from '../support/pages';
import { phone, type Phone } from '../support/phone';

const shots = path.resolve(__dirname, '../../test-output/rulebook');

let browser: Browser;
let pages: Pages;
const openid = 'o-he-administrator';

beforeAll(async () => {
  pages = await startPages();
  const code = (await leaveBootstrapCode(pages.cloud.base, Date.now())) ?? '';
  const organ = { name: '示例县政协', kind: 'cppcc' as const };
  const founding = { code, organ, administratorName: '何示例' };
  await phoneOf(pages.cloud, openid).value('organ.found', founding);
  browser = await openBrowser();
  if (process.env.SHOTS) mkdirSync(shots, { recursive: true });
});

afterAll(async () => {
  await browser?.close();
  await pages?.stop();
});

/** SHOTS=1 keeps a picture of what is shown. */
async function look(he: Phone, name: string): Promise<void> {
  if (process.env.SHOTS) await he.page.screenshot({ path: path.join(shots, `${name}.png`) });
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
    await he.page.goBack();
    await tapText(he.page, '存为草稿');
    await shown(he.page, '草稿已保存').waitFor();
    await tapText(he.page, '用过去的账期试算');
    await shown(he.page, '这个账期里，没有人的积分和奖金会变。').waitFor();
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
