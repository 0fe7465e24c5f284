/** What goes to channels, as its people see it: on the story's page. */
import { readFile } from 'node:fs/promises';
import { unzipSync } from 'fflate';
import type { Browser } from 'playwright-core';
import { beforeJourneys } from '../support/browser/before-journeys';
import { newId } from '../support/county/county';
import { startNewsroom } from '../support/county/newsroom';
import { journey, type Pages } from '../support/browser/pages';
import { phone, type Phone } from '../support/browser/phone';
import { startSyndication, type Syndication } from '../support/county/syndication';
import { until } from '../support/until';

let browser: Browser;
let pages: Pages;
let room: Syndication;

afterAll(() => room?.center.stop());

beforeJourneys(async (started) => {
  ({ browser, pages } = started);
  room = await startSyndication(await startNewsroom(pages.cloud));
});

const sees = (one: Phone, words: string) =>
  one.page.getByText(words).locator('visible=true').first().waitFor();

async function at(
  openid: string,
  url: string,
  options: { fontScale?: number; dark?: boolean } = {},
) {
  const one = await phone(browser, { openid, ...options });
  await pages.open(one, url);
  return one;
}

journey(
  'the story page tells what each channel holds, and the office marks what went by hand',
  async () => {
    const manual = { kind: 'manual' as const, endpoint: null, secret: null };
    await room.addChannel({ ...manual, name: '市政协网站投稿', columns: [] });
    const { id: storyId } = await room.signOff();
    await room.answer({
      ...{ kind: 'published', uri: `urn:xiangxun:organ:story:${storyId}`, version: 1 },
      ...{ at: '2026-11-22T08:00:00Z', outlet: '示例日报', url: 'https://news.example/1' },
      ...{ headline: '老街路灯亮了', printedAt: '2026-11-22T08:00:00Z' },
    });
    const url = `/pages/story/story?storyId=${storyId}`;
    const lin = await at(room.lin.openid, url, { fontScale: 1.3, dark: true });
    await sees(lin, '已送达');
    await sees(lin, '刊发：示例日报 老街路灯亮了');
    expect(await lin.page.getByText('标记已发').count()).toBe(0);
    const zhou = await at(room.zhou.openid, url);
    await zhou.page.getByText('标记已发').click();
    await zhou.page.getByText('确定', { exact: true }).click();
    await zhou.page.getByText('待人工发送').waitFor({ state: 'detached' });
    const { deliveries } = await room.show(room.zhou, storyId);
    expect(deliveries.map(({ state }) => state)).toEqual(['delivered', 'delivered']);
  },
);

journey('what the center refused is sent again from the story page', async () => {
  room.center.mood = 'refuse';
  const { id } = await room.signOff({ headline: `重发 ${newId().slice(0, 6)}` });
  room.center.mood = 'receive';
  const zhou = await at(room.zhou.openid, `/pages/story/story?storyId=${id}`);
  await sees(zhou, '对方拒收');
  await zhou.page.getByText('重新发送').click();
  await zhou.page.getByText('对方拒收').waitFor({ state: 'detached' });
  await sees(zhou, '已送达');
});

journey('an administrator adds a channel, hands on its secret, and sees how it fares', async () => {
  const he = await at(room.he.openid, '/admin/channels/channels');
  await he.page.getByText('添加渠道').click();
  await he.page.getByPlaceholder('如 县融媒体中心').fill('县融媒体中心');
  await he.page.getByPlaceholder('https://').fill(room.center.endpoint);
  await he.page.getByText('理论文章').locator('visible=true').first().click();
  await he.page.getByText('保存', { exact: true }).click();
  await sees(he, '请把密钥交给对方');
  await he.page.getByText('知道了').click();
  await sees(he, '没有积压');
  const { channels } = await room.he.value('channel.list', {});
  const added = channels.find(({ name }) => name === '县融媒体中心');
  expect(added).toMatchObject({ kind: 'fusion_center', hasSecret: true, columns: [] });
  expect(added?.kinds).toContain('theory_article');
});

journey('the office sees what is stuck in a channel and sends it again', async () => {
  room.center.mood = 'refuse';
  const { number } = await room.signOff({ headline: '渠道页重发' });
  room.center.mood = 'receive';
  const zhou = await at(room.zhou.openid, `/admin/channel/channel?id=${room.channelId}`);
  await sees(zhou, `${number} 渠道页重发`);
  await zhou.page.getByText('重新发送').first().click();
  await sees(zhou, '没有需要处理的同步。');
  await zhou.page.getByText('全部', { exact: true }).click();
  await sees(zhou, '已送达');
});

journey('the office takes a package out of the story page and marks it sent', async () => {
  const byHand = { kind: 'export' as const, endpoint: null, secret: null };
  await room.addChannel({ ...byHand, name: '导出给示例日报', kinds: ['theory_article'] });
  const body = '理论文章正文'.repeat(200);
  const { id, number } = await room.signOff({ kind: 'theory_article', body, happenedOn: null });
  const zhou = await at(room.zhou.openid, `/pages/story/story?storyId=${id}`);
  await zhou.page.getByText('下载稿件包').click();
  const handing = zhou.page.waitForEvent('download');
  await zhou.page.getByText('转发稿件包到聊天').click();
  const handed = await handing;
  expect(handed.suggestedFilename()).toBe(`${number}-稿件包.zip`);
  const files = unzipSync(await readFile(await handed.path()));
  expect(Object.keys(files)).toEqual([`${number}.txt`, `${number}-稿签.docx`, 'ninjs.json']);
  await zhou.page.getByText('下载稿件包').click();
  const opening = zhou.page.waitForEvent('download');
  await zhou.page.getByText('打开稿签（Word）').click();
  await (await opening).path();
  // What gave up on its way to another channel may be marked as well.
  const handedOn = zhou.page.locator('.delivery', { hasText: '导出给示例日报' });
  await handedOn.getByText('标记已发').click();
  await zhou.page.getByText('确定', { exact: true }).click();
  await zhou.page.getByText('待人工发送').waitFor({ state: 'detached' });
  await sees(zhou, '下载稿件包');
});

journey(
  'a correction from the office’s phone reaches the center and is told to the author',
  async () => {
    const { id } = await room.signOff({ headline: '更正之前的标题' });
    const url = `/pages/story/story?storyId=${id}`;
    const zhou = await at(room.zhou.openid, url);
    await zhou.page.getByText('更正、撤稿').click();
    await zhou.page.getByText('更正', { exact: true }).locator('visible=true').click();
    await sees(zhou, '更正说明（必填）');
    const [headline, , note] = [0, 1, 2].map((place) =>
      zhou.page.locator('textarea').locator('visible=true').nth(place),
    );
    await headline?.fill('更正之后的标题');
    await note?.fill('标题把地名写错了');
    await zhou.page.getByText('发出更正').locator('visible=true').click();
    await until(async () => heldOf(id).length === 2);
    expect(heldOf(id)).toMatchObject([
      { version: 1, headline: '更正之前的标题' },
      { version: 2, headline: '更正之后的标题', pubStatus: 'usable' },
    ]);
    const lin = await at(room.lin.openid, url);
    await sees(lin, '更正之后的标题');
    await sees(lin, '标题把地名写错了');
  },
);

/** What the center holds of a story, version by version. */
const heldOf = (storyId: string) => room.center.inbox.filter(({ uri }) => uri.endsWith(storyId));
