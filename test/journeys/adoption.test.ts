/** A printing from the correspondent's report to the office's word, and the directory behind it. */
import type { Browser } from 'playwright-core';
import { openBrowser } from '../support/browser';
import { shown, tapText } from '../support/finger';
import { startNewsroom, type Newsroom, type StoryView } from '../support/newsroom';
import { journey, startPages, type Pages } from '../support/pages';
import { phone, type Phone } from '../support/phone';
import { addOutlet } from '../support/printing';
import { aShot } from '../support/shots';

let browser: Browser;
let room: Newsroom;
let pages: Pages;
let lin: Phone;

beforeAll(async () => {
  [browser, pages] = await Promise.all([openBrowser(), startPages()]);
  room = await startNewsroom(pages.cloud);
  await addOutlet(room, { name: '示例日报', level: 'city', aliases: ['日报'] });
  lin = await phone(browser, { openid: room.lin.openid });
});

afterAll(async () => {
  await browser?.close();
  await pages?.stop();
});

/** A story of 林 that passed every stage. */
async function aSignedOff(headline: string): Promise<StoryView> {
  const { id } = await room.aStory({ headline });
  for (const reviewer of [room.zhou, room.xu, room.wu]) {
    const { version } = await room.show(reviewer, id);
    await reviewer.value('story.approve', { storyId: id, version, note: '', isCleared: true });
  }
  return room.show(room.lin, id);
}

const type = (on: Phone, placeholder: string, text: string) =>
  on.page.getByPlaceholder(placeholder).locator('visible=true').fill(text);

journey(
  'a correspondent reports a printing with a photo, and the office confirms it',
  async () => {
    const story = await aSignedOff('老街路灯一夜亮起');
    await pages.open(lin, `/pages/story/story?storyId=${story.id}`);
    await shown(lin.page, '还没有媒体采用的消息。').waitFor();
    await tapText(lin.page, '报告见报');
    await tapText(lin.page, '请选择媒体');
    await type(lin, '按媒体名称查找', '日报');
    await tapText(lin.page, '示例日报');
    await tapText(lin.page, '头版');
    const chooser = lin.page.waitForEvent('filechooser');
    await tapText(lin.page, '拍下报纸或截图');
    await (
      await chooser
    ).setFiles({
      ...{ name: 'paper.jpg', mimeType: 'image/jpeg', buffer: await aShot(browser, 3) },
    });
    await lin.page.getByText('去掉').waitFor();
    await lin.page.getByText('报告见报', { exact: true }).locator('visible=true').last().tap();
    await shown(lin.page, '待核').waitFor();
  },
  240_000,
);
