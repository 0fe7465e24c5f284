/** The center's pages in a browser: what arrives shows by itself, a person publishes. */
import { boxedIn } from '../support/browser/boxed';
import { openBrowser } from '../support/browser/browser';
import { aNinjs, aPicture, startCenter, type RunningCenter } from '../support/center/center';
import { startFarSide, type FarSide } from '../support/center/far-side';
import { journey } from '../support/browser/pages';
import { phone, type Phone } from '../support/browser/phone';
import { aJpeg } from '../support/browser/pictures';
import { until } from '../support/until';
import type { Browser } from 'playwright-core';

let browser: Browser;
let far: FarSide;
let center: RunningCenter;
let desk: Phone;

beforeAll(async () => {
  browser = await openBrowser();
  far = await startFarSide();
  center = await startCenter({ callback: far.callback, outlets: ['示例县报', '示例县电视台'] });
  desk = await phone(browser, { isDesktop: true, viewport: { width: 1280, height: 800 } });
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await center?.stop();
  await far?.stop();
});

/** What of an image element is looked at. */
interface Shown {
  naturalWidth: number;
}

const headline = '城关镇议事室解决路灯难题';

journey('a story that arrives shows on the open inbox, and its page shows the photo', async () => {
  await desk.page.goto(center.base);
  await desk.page.getByText('还没有来稿').waitFor();
  const href = far.photo('p', await aJpeg(browser, 400, 300));
  await center.push(aNinjs({ associations: [aPicture(href)] }));
  await until(async () => (await boxedIn(desk.page)).length === 0);
  await desk.page.getByText(headline).click();
  const photo = desk.page.getByAltText('议事现场');
  await photo.scrollIntoViewIfNeeded();
  const width = () => photo.evaluate((image) => (image as unknown as Shown).naturalWidth);
  await until(async () => (await width()) === 400);
});

journey('a person publishes it; the article opens and the answer says where', async () => {
  const form = desk.page.locator('form[action$="/publish"]');
  await form.getByLabel('刊发媒体').selectOption('示例县报');
  await form.getByLabel('刊发标题').fill('小议事室点亮老街');
  await form.getByLabel('版位').selectOption('front_lead');
  await form.getByText('登记刊发').click();
  await desk.page.getByText('已刊发').waitFor();
  await until(() => far.taken.some(({ body }) => body.kind === 'published'));
  const answer = far.taken.find(({ body }) => body.kind === 'published')?.body;
  expect(answer).toMatchObject({ outlet: '示例县报', headline: '小议事室点亮老街' });
  await desk.page.goto(String(answer?.url));
  await desk.page.getByRole('heading', { name: '小议事室点亮老街' }).waitFor();
});

journey('what a person is entering stays when a correction arrives meanwhile', async () => {
  await desk.page.goto(`${center.base}/desk/1`);
  const reads = desk.page.getByLabel('阅读量');
  await reads.fill('1280');
  await center.push(aNinjs({ version: '2', headlines: [{ value: '更正后的标题' }] }));
  await desk.page.getByRole('button', { name: '记录' }).click();
  await desk.page.getByText('阅读 1280').waitFor();
  await desk.page.getByRole('heading', { name: '更正后的标题' }).waitFor();
});

journey('a kill strikes the story out on the open page', async () => {
  await center.push(aNinjs({ version: '3', pubStatus: 'canceled', bodies: undefined }));
  await desk.page.locator('del', { hasText: '更正后的标题' }).waitFor();
  await desk.page.getByText('请勿刊发').waitFor();
  expect(desk.console.filter((line) => /error|Content Security/i.test(line))).toEqual([]);
});
