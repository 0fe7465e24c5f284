/** The office corrects the lexicon, and the next correspondent who writes is told. */
import type { Browser } from 'playwright-core';
import { beforeJourneys } from '../support/browser/before-journeys';
import { shown, tapText } from '../support/browser/finger';
import { startNewsroom, type Newsroom } from '../support/county/newsroom';
import { journey, type Pages } from '../support/browser/pages';
import { phone } from '../support/browser/phone';

let browser: Browser;
let pages: Pages;
let room: Newsroom;

beforeJourneys(async (started) => {
  ({ browser, pages } = started);
  room = await startNewsroom(pages.cloud);
});

journey(
  'a word that the office adds is told to who writes it, and one that it drops is not',
  async () => {
    const zhou = await phone(browser, { openid: room.zhou.openid });
    await pages.open(zhou, '/pages/mine/mine');
    await tapText(zhou.page, '错敏词库');
    const type = (placeholder: string, text: string) =>
      zhou.page.getByPlaceholder(placeholder).locator('visible=true').fill(text);
    await type('文中不该这样写的词', '城关镇老该');
    await tapText(zhou.page, '加入词库');
    await shown(zhou.page, '错词请写明正确写法，敏感词请写明理由。').waitFor();
    await type('正确的写法', '城关镇老街');
    await tapText(zhou.page, '加入词库');
    await shown(zhou.page, '错词 · 应写作“城关镇老街”').waitFor();

    const lin = await phone(browser, { openid: room.lin.openid });
    await pages.open(lin, '/pages/filing/filing');
    const body = lin.page.locator('textarea').nth(1);
    await body.fill('11月20日晚，城关镇老该议事室里坐满了居民，现场协商路灯一事。');
    await lin.page.getByText(/城关镇老该.*城关镇老街/).waitFor();

    await zhou.page.getByLabel('删除词语：城关镇老该').tap();
    await tapText(zhou.page, '确认删除');
    await zhou.page.getByText('错词 · 应写作“城关镇老街”').waitFor({ state: 'detached' });
    await body.fill('11月20日晚，城关镇老该议事室里坐满了居民，现场协商路灯的事。');
    await lin.page.getByText(/城关镇老该.*城关镇老街/).waitFor({ state: 'detached' });
    await Promise.all([zhou.close(), lin.close()]);
  },
);
