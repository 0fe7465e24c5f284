/** A new version of the mini-program is on board: it is offered on a tab, and only there. */
import type { Browser } from 'playwright-core';
import { beforeJourneys } from '../support/browser/before-journeys';
import { startNewsroom, type Newsroom } from '../support/county/newsroom';
import { shown, tapText } from '../support/browser/finger';
import { journey, type Pages } from '../support/browser/pages';
import { look, phone, type Phone } from '../support/browser/phone';

let browser: Browser;
let pages: Pages;
let room: Newsroom;

beforeJourneys(async (started) => {
  ({ browser, pages } = started);
  room = await startNewsroom(pages.cloud);
});

async function phoneOfLin(): Promise<Phone> {
  const lin = await phone(browser, { openid: room.lin.openid });
  await pages.open(lin, '/pages/stories/stories');
  await shown(lin.page, '写稿件').waitFor();
  await lin.page.evaluate('globalThis.isFirstStart = true');
  return lin;
}

const sees = (lin: Phone, words: RegExp) =>
  lin.page.getByText(words).locator('visible=true').first().waitFor();
const load = (lin: Phone, how: string) => lin.page.evaluate(`__web.wx.update('${how}')`);
const asked = (lin: Phone) => lin.page.getByText('有新版本').count();
const isFirstStart = (lin: Phone) => lin.page.evaluate('globalThis.isFirstStart === true');

async function lookAtMine(lin: Phone): Promise<void> {
  await lin.wx('switchTab', { url: '/pages/mine/mine' });
  await shown(lin.page, '扫一扫').waitFor();
}

journey('who agrees starts anew with it, and finds the draft that was begun', async () => {
  const lin = await phoneOfLin();
  await tapText(lin.page, '写稿件');
  await lin.page.locator('textarea').first().fill('老街三十二盏路灯昨晚亮了');
  await load(lin, 'ready');
  await sees(lin, /已存草稿/);
  expect(await asked(lin)).toBe(0);
  await lin.wx('navigateBack');
  await lin.page.getByText('有新版本').waitFor();
  await look(lin, 'update');
  expect(await isFirstStart(lin)).toBe(true);
  await tapText(lin.page, '马上更新');
  await lin.page.waitForFunction('globalThis.isFirstStart !== true');
  await sees(lin, /已存草稿/);
  await lin.close();
});

journey('who says later is left alone, and so is everybody without a new version', async () => {
  const lin = await phoneOfLin();
  await load(lin, 'failed');
  await lookAtMine(lin);
  expect(await asked(lin)).toBe(0);
  await load(lin, 'ready');
  await lin.wx('switchTab', { url: '/pages/stories/stories' });
  await lin.page.getByText('有新版本').waitFor();
  await tapText(lin.page, '以后再说');
  await lookAtMine(lin);
  expect(await asked(lin)).toBe(0);
  expect(await isFirstStart(lin)).toBe(true);
  await lin.close();
});
