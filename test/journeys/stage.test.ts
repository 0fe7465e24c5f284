/** The stage that `npm start` opens, in a browser with a mouse. */
import type { Browser, Frame, Locator } from 'playwright-core';
import { boxedIn } from '../support/browser/boxed';
import { openBrowser } from '../support/browser/browser';
import { aMiniProgram, aPage, type MiniProgram } from '../support/browser/mini-program';
import { journey, startPages, type Pages } from '../support/browser/pages';
import { phone, type Phone } from '../support/browser/phone';
import { until } from '../support/until';

const subpackage = { root: 'desk', pages: ['far/far'] };

let browser: Browser;
let pages: Pages;
let program: MiniProgram;
let stage: Phone;

beforeAll(async () => {
  program = aMiniProgram({
    ...aPage('pages/index/index', '<view class="words">甲</view>'),
    ...aPage('pages/more/more', '<view>更多</view>'),
    ...aPage('desk/far/far', '<view class="words">远处</view>'),
    'app.json': JSON.stringify({
      pages: ['pages/index/index', 'pages/more/more'],
      subPackages: [subpackage],
      darkmode: true,
    }),
    'pages/index/index.wxss':
      '.words { color: rgb(1, 2, 3); width: 750rpx }' +
      '@media (prefers-color-scheme: dark) { .words { color: rgb(4, 5, 6) } }',
  });
  [browser, pages] = await Promise.all([
    openBrowser(),
    startPages({ appDir: program.dir, cloud: {}, watch: true }),
  ]);
  await pages.cloud.control('identity', 'add', { openid: 'openid-lin', name: '林晓' });
  await pages.cloud.control('identity', 'add', { openid: 'openid-zhou', name: '周明' });
  stage = await phone(browser, { isDesktop: true, viewport: { width: 1440, height: 900 } });
  await stage.page.goto(pages.base);
});

afterAll(async () => {
  await browser?.close();
  await pages?.stop();
  program.remove();
});

/** The n-th window on the stage, from 0. */
const card = (n: number): Locator => stage.page.locator('.card').nth(n);

/** The mini-program in a window, once its first page stands. */
async function frameOf(n: number): Promise<Frame> {
  const element = await card(n).locator('iframe').elementHandle();
  const frame = await element?.contentFrame();
  if (!frame) throw new Error(`window ${n} has no frame`);
  await frame.waitForSelector('html[data-ready]', { state: 'attached' });
  return frame;
}

const wordsOf = async (n: number): Promise<string | null> =>
  (await frameOf(n)).locator('.page-frame, wx-page-root').first().textContent();

journey('a first visit shows three phones and a PC window, each person once', async () => {
  await card(3).waitFor();
  const people = await stage.page
    .locator('.card .person')
    .evaluateAll((selects) => selects.map((one) => (one as unknown as { value: string }).value));
  expect(people).toEqual(['openid-lin', 'openid-zhou', 'stage-visitor-a', 'openid-zhou']);
  expect(await wordsOf(0)).toContain('甲');
  const phoneFrame = await frameOf(0);
  expect(await phoneFrame.evaluate('[innerWidth, innerHeight]')).toEqual([390, 844]);
  await card(3).scrollIntoViewIfNeeded();
  const wide = await frameOf(3);
  expect(Number(await wide.evaluate('innerWidth'))).toBeGreaterThanOrEqual(900);
});

journey('the stage and its phones show their words, on a machine without Chinese too', async () => {
  await until(async () => (await boxedIn(stage.page)).length === 0);
  const phoneFrame = await frameOf(0);
  await until(async () => (await boxedIn(phoneFrame)).length === 0);
});

journey('each phone has a storage of its own, also two of the same person', async () => {
  await (await frameOf(0)).evaluate("wx.setStorageSync('note', '林的草稿')");
  await (await frameOf(1)).evaluate("wx.setStorageSync('note', '周的草稿')");
  const note = "wx.getStorageSync('note')";
  expect(await (await frameOf(0)).evaluate(note)).toBe('林的草稿');
  expect(await (await frameOf(2)).evaluate(note)).toBe('');
  expect(await (await frameOf(3)).evaluate(note)).toBe('');
});

journey('a person who comes back to a phone finds what was stored there', async () => {
  const person = card(2).locator('.person');
  await person.selectOption('anonymous');
  const note = async () => (await frameOf(2)).evaluate("wx.getStorageSync('note')");
  await until(async () => (await card(2).locator('iframe').getAttribute('src'))?.includes('anon'));
  expect(await note()).toBe('');
  await person.selectOption('openid-lin');
  await until(async () => (await frameOf(2)).url().includes('openid-lin.2'));
  await person.selectOption('stage-visitor-a');
  await until(async () => (await frameOf(2)).url().includes('stage-visitor-a'));
});

journey('the network switch reaches its own phone only', async () => {
  const type = 'wx.getNetworkType().then((answer) => answer.networkType)';
  await card(0).locator('select').nth(1).selectOption('offline');
  await until(async () => (await (await frameOf(0)).evaluate(type)) === 'none');
  expect(await (await frameOf(1)).evaluate(type)).not.toBe('none');
  await card(0).locator('select').nth(1).selectOption('online');
  await until(async () => (await (await frameOf(0)).evaluate(type)) !== 'none');
});

journey('a phone turns dark, and stays so when it is loaded again', async () => {
  const colour = "getComputedStyle(document.querySelector('[class*=words]')).color";
  expect(await (await frameOf(0)).evaluate(colour)).toBe('rgb(1, 2, 3)');
  await card(0).getByText('深色').click();
  await until(async () => (await (await frameOf(0)).evaluate(colour)) === 'rgb(4, 5, 6)');
  expect(await (await frameOf(1)).evaluate(colour)).toBe('rgb(1, 2, 3)');
  await card(0).getByLabel('重新载入').click();
  await until(async () => (await frameOf(0)).url().includes('dark=1'));
  expect(await (await frameOf(0)).evaluate(colour)).toBe('rgb(4, 5, 6)');
});

journey('the text size reaches the phone', async () => {
  await card(0).locator('select').nth(2).selectOption('1.3');
  const scale = 'wx.getAppBaseInfo().fontSizeScaleFactor';
  await until(async () => (await (await frameOf(0)).evaluate(scale)) === 1.3);
});

journey('rpx are of the phone’s width, and of a phone’s in a wide window', async () => {
  const width = "document.querySelector('[class*=words]').getBoundingClientRect().width";
  expect(await (await frameOf(0)).evaluate(width)).toBeCloseTo(390);
  expect(await (await frameOf(3)).evaluate(width)).toBeCloseTo(390);
});

journey('a page of a subpackage is fetched when it is opened', async () => {
  const frame = await frameOf(1);
  const has = "performance.getEntriesByType('resource').some((one) => /desk/.test(one.name))";
  expect(await frame.evaluate(has)).toBe(false);
  await frame.evaluate("wx.navigateTo({ url: '/desk/far/far' })");
  await frame.getByText('远处').waitFor();
  expect(await frame.evaluate(has)).toBe(true);
});

// How soon is what `npm run bench -- web` measures.
journey('a change in the source is shown by itself, on the page where one was', async () => {
  program.write({ 'desk/far/far.wxml': '<view class="words">更远处</view>' });
  await until(async () => (await wordsOf(1))?.includes('更远处'));
});

journey('a mistake in the source is said on the stage, and the old pages go on', async () => {
  program.write({ 'desk/far/far.wxml': '<view>' });
  const problems = stage.page.locator('#compile-problems');
  await problems.getByText('desk/far/far.wxml:1:2 missing end tag').waitFor();
  expect(await wordsOf(1)).toContain('更远处');
  program.write({ 'desk/far/far.wxml': '<view class="words">好</view>' });
  await problems.waitFor({ state: 'detached' });
});

journey('windows added and closed are as left at the next visit', async () => {
  await card(3).getByLabel('关闭').click();
  await stage.page.getByText('加一个网址').click();
  await stage.page.getByLabel('网址').fill(`${pages.base}/config.json`);
  await stage.page.getByText('显示').click();
  await stage.page.reload();
  await card(3).waitFor();
  expect(await card(3).locator('iframe').getAttribute('src')).toBe(`${pages.base}/config.json`);
  await stage.page.getByText('恢复默认').click();
  await until(async () => (await card(3).locator('.person').count()) === 1);
});
