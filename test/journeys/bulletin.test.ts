/** A month from the office's draft to the close, on the office's phone and on a correspondent's. */
import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { PNG } from 'pngjs';
import { beforeJourneys } from '../support/browser/before-journeys';
import { tapText } from '../support/browser/finger';
import { startNovemberRoom, type LedgerRoom } from '../support/county/ledger-room';
import { journey, type Pages } from '../support/browser/pages';
import { phone, type Phone, type PhoneOptions } from '../support/browser/phone';

let browser: Browser;
let pages: Pages;
let newsroom: LedgerRoom;

beforeJourneys(async (started) => {
  ({ browser, pages } = started);
  newsroom = await startNovemberRoom(pages.cloud);
  const { story } = await newsroom.aPrinted('county');
  await newsroom.print(story, 'city');
  const rest = { kind: 'studio' as const, quotaClass: null, parentId: newsroom.rootId };
  for (const [n, name] of ['老街委员工作室', '河西委员工作室'].entries()) {
    await newsroom.he.value('unit.add', { unitId: `studio-of-the-journey-${n}`, name, ...rest });
  }
});

async function phoneOf(openid: string, url: string, options: PhoneOptions = {}): Promise<Phone> {
  const opened = await phone(browser, { openid, ...options });
  await pages.open(opened, url);
  return opened;
}

const sees = (on: Phone, words: string | RegExp) =>
  on.page.getByText(words).locator('visible=true').first().waitFor();
const at = (moment: string) =>
  pages.cloud.control('clock', 'set', { at: Date.parse(`${moment}+08:00`) });
const tick = () => pages.cloud.control('timers', 'fire', { function: 'closing' });

journey('the office closes a month, and everybody reads it', async () => {
  await at('2026-12-01T00:31:00');
  await tick();
  const zhou = await phoneOf(newsroom.zhou.openid, '/pages/standing/standing');
  await tapText(zhou.page, '通报');
  await tapText(zhou.page, '2026年11月');
  await sees(zhou, '2026年11月信息通报');
  await sees(zhou, '城关镇联工委');
  await sees(zhou, '本期没有报送的单位（2 个）');
  await sees(zhou, /老街委员工作室/);
  await tapText(zhou.page, '公示');
  await tapText(zhou.page, '确认公示');
  await sees(zhou, /公示中/);
  await tapText(zhou.page, '结账');
  await tapText(zhou.page, '确认结账');
  await sees(zhou, /正在结账/);
  await at('2026-12-01T00:35:00');
  await tick();

  const lin = await phoneOf(newsroom.lin.openid, '/standing/bulletins/bulletins');
  await sees(lin, /已结账/);
  await tapText(lin.page, '2026年11月');
  await sees(lin, /校验码 [0-9a-f]{12}/);
  await sees(lin, '20');
  await lin.page.getByLabel('本单位').getByText('城关镇联工委').waitFor({ timeout: 20_000 });
  await tapText(lin.page, '人员');
  await sees(lin, '林示例');

  // What she passes on: refused at first, then allowed, as tall as its lists.
  await tapText(lin.page, '分享图片');
  await tapText(lin.page, '保存到相册');
  await tapText(lin.page, '拒绝');
  await sees(lin, '没有相册权限');
  await tapText(lin.page, '去设置');
  await lin.page.getByLabel('保存图片到你的相册').check();
  await tapText(lin.page, '确定');
  const saving = lin.page.waitForEvent('download');
  await tapText(lin.page, '保存到相册');
  const picture = PNG.sync.read(await readFile(await (await saving).path()));
  expect(picture.width).toBe(1080);
  expect(picture.height).toBeGreaterThan(1200);
  expect(redIn(picture)).toBeGreaterThan(1000);
  expect(lin.console.filter((line) => line.startsWith('pageerror'))).toEqual([]);
});

/** How many points of a picture are of the paper's red. */
function redIn({ data }: PNG): number {
  let red = 0;
  for (let at = 0; at < data.length; at += 4) {
    const [r = 0, g = 0, b = 0] = data.subarray(at, at + 3);
    if (r > 150 && g < 80 && b < 80) red += 1;
  }
  return red;
}
