/** Signed off on one phone, in the center's inbox at once, printed there, on the correspondent's phone. */
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../support/browser/browser';
import { startCenter, centerSecret, type RunningCenter } from '../support/center/center';
import { newId, productVariables } from '../support/county/county';
import { shown, tapText } from '../support/browser/finger';
import { startNewsroom, uploadPhoto, type Newsroom } from '../support/county/newsroom';
import { journey, startPages, type Pages } from '../support/browser/pages';
import { phone, type Phone } from '../support/browser/phone';
import { addOutlet } from '../support/county/printing';
import { until } from '../support/until';

let browser: Browser;
let pages: Pages;
let room: Newsroom;
let center: RunningCenter;
let desk: Phone;

const root = path.resolve(__dirname, '../..');

beforeAll(async () => {
  browser = await openBrowser();
  pages = await startPages({
    cloud: {
      functionsDir: path.join(root, 'dist/cloudfunctions'),
      schema: path.join(root, 'dist/database.json'),
      variables: productVariables,
    },
  });
  room = await startNewsroom(pages.cloud);
  const channelId = newId();
  const callback = `${pages.cloud.base}/inbound/channels/${channelId}/answers`;
  center = await startCenter({ callback, outlets: ['示例县报'] });
  await room.he.value('channel.add', {
    ...{ channelId, name: '示例县融媒体中心', kind: 'fusion_center', secret: centerSecret },
    ...{ endpoint: `${center.base}/stories`, kinds: ['news', 'photo_story'], columns: [] },
    ...{ isInternal: false, ratePerMinute: 600 },
  });
  await addOutlet(room, { name: '示例县报', level: 'county', channelIds: [channelId] });
  desk = await phone(browser, { isDesktop: true, viewport: { width: 1280, height: 800 } });
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await center?.stop();
  await pages?.stop();
});

const headline = '老街路灯一夜亮起';
let storyId: string;

/** A story with two photos that waits for 吴 alone. */
async function aStoryAtTheLastStage(): Promise<string> {
  const photos = [
    await uploadPhoto(room, room.lin, 'one'),
    await uploadPhoto(room, room.lin, 'two'),
  ];
  const { id } = await room.aStory({ headline, photos });
  for (const reviewer of [room.zhou, room.xu]) {
    const { version } = await room.show(reviewer, id);
    await reviewer.value('story.approve', { storyId: id, version, note: '', isCleared: true });
  }
  return id;
}

journey(
  'what the leader signs off on a phone stands in the open inbox with its photos',
  async () => {
    storyId = await aStoryAtTheLastStage();
    await desk.page.goto(center.base);
    const wu = await phone(browser, { openid: room.wu.openid });
    await pages.open(wu, '/pages/todo/todo');
    await shown(wu.page, headline).tap();
    await tapText(wu.page, '签发');
    await tapText(wu.page, '确认签发');
    await desk.page.getByText(headline).click();
    await desk.page.getByAltText('现场').nth(1).waitFor();
    const { stories } = await center.inbox();
    expect(stories[0]?.versions).toMatchObject([{ story: { version: 1, headline } }]);
    expect(stories[0]?.versions[0]?.files).toHaveLength(2);
    await wu.close();
  },
  240_000,
);

journey(
  'printed at the center, it is an adoption with its link on the correspondent’s phone',
  async () => {
    const form = desk.page.locator('form[action$="/publish"]');
    await form.getByLabel('刊发媒体').selectOption('示例县报');
    await form.getByLabel('刊发标题').fill('小议事室点亮老街');
    await form.getByText('登记刊发').click();
    await desk.page.locator('.chip', { hasText: '已刊发' }).waitFor();
    const published = async () => (await room.show(room.lin, storyId)).state === 'published';
    await until(published);
    const lin = await phone(browser, { openid: room.lin.openid });
    await pages.open(lin, `/pages/story/story?storyId=${storyId}`);
    await shown(lin.page, '示例县报').waitFor();
    await lin.page.getByText('刊发标题：小议事室点亮老街').waitFor();
    await lin.page.locator('wx-printing-list').getByText('复制链接').tap();
    const { adoptions } = await room.show(room.lin, storyId);
    expect(adoptions).toMatchObject([{ state: 'verified', url: `${center.base}/articles/1` }]);
    await lin.close();
  },
  240_000,
);

journey(
  'killed by the office, it is struck out at the center and its article is gone',
  async () => {
    const { version } = await room.show(room.zhou, storyId);
    await room.wu.value('story.kill', { storyId, version, note: '事实有误' });
    await desk.page.locator('del', { hasText: headline }).waitFor();
    expect((await fetch(`${center.base}/articles/1`)).status).toBe(410);
  },
  120_000,
);
