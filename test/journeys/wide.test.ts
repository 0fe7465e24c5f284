/** A PC's wide window: the tabs stand as a rail at the left, lists beside what is opened from them. */
import type { Browser, Locator } from 'playwright-core';
import { dayOf } from '../../cloudfunctions/kernel/days';
import { beforeJourneys } from '../support/browser/before-journeys';
import { shown } from '../support/browser/finger';
import { startNewsroom, type Newsroom } from '../support/county/newsroom';
import { addOutlet, aReport } from '../support/county/printing';
import { journey, type Pages } from '../support/browser/pages';
import { phone, type PhoneOptions } from '../support/browser/phone';

let browser: Browser;
let pages: Pages;
let room: Newsroom;

beforeJourneys(async (started) => {
  ({ browser, pages } = started);
  room = await startNewsroom(pages.cloud);
});

const wide = { isDesktop: true, viewport: { width: 1280, height: 800 } };
const office = { ...wide, viewport: { width: 1440, height: 900 } };
const small = { ...wide, viewport: { width: 1024, height: 768 } };
const aPhone = ({ openid }: { openid: string }, options: PhoneOptions = {}) =>
  phone(browser, { openid, ...options });

/** Where something that is shown lies. */
async function boxOf(shownOne: Locator) {
  const box = await shownOne.boundingBox();
  if (!box) throw new Error('nothing is shown');
  return { ...box, right: box.x + box.width, bottom: box.y + box.height };
}

journey('the rail leads from tab to tab, says what waits, and the bar is gone', async () => {
  await room.aStory({ headline: '等待审核的稿件' });
  const pc = await aPhone(room.zhou, wide);
  await pages.open(pc, '/pages/todo/todo');
  const rail = pc.page.getByRole('tablist', { name: '主要页面' }).locator('visible=true');
  await rail.getByText('1', { exact: true }).waitFor();
  const bar = pc.page.locator('#tabs .tab').locator('visible=true');
  expect(await bar.count()).toBe(0);
  for (const tab of ['稿件', '榜单', '我的', '待办']) {
    await rail.getByText(tab).click();
    await rail.getByRole('tab', { name: tab, selected: true }).waitFor();
  }
  await pc.page.setViewportSize({ width: 390, height: 844 });
  await bar.first().waitFor();
  expect(await rail.count()).toBe(0);
  await pc.close();
});

journey(
  'the queue stands beside what leads on, up to the right edge, and a key opens it',
  async () => {
    await room.aStory({ headline: '并排待审' });
    const pc = await aPhone(room.zhou, office);
    await pages.open(pc, '/pages/todo/todo');
    const line = pc.page.getByRole('button', { name: '并排待审' }).locator('visible=true').first();
    await line.waitFor();
    const [entry, chips, queued] = await Promise.all([
      boxOf(shown(pc.page, '稿件库')),
      boxOf(pc.page.getByRole('tab', { name: '履职故事' }).locator('visible=true')),
      boxOf(line),
    ]);
    expect(entry.right).toBeLessThan(queued.x);
    // Every kind is seen without moving them sideways.
    expect(chips.right).toBeLessThan(queued.x);
    expect(queued.right).toBeGreaterThan(1340);
    await pc.page.getByText('↓ 打开第一篇').locator('visible=true').waitFor();
    await pc.page.keyboard.press('ArrowDown');
    await pc.page.getByText('键盘操作：?').locator('visible=true').waitFor();
    await pc.close();
  },
);

journey(
  'a list of short lines stands in two columns, a bulletin shows all of its own',
  async () => {
    const story = await room.aStory({ headline: '通报里的稿件' });
    const period = dayOf(story.filedAt).slice(0, 7);
    await room.zhou.value('period.draft', { period, version: 0 });
    const pc = await aPhone(room.he, small);
    await pages.open(pc, '/admin/people/people');
    const rows = pc.page.locator('.row').locator('visible=true');
    await rows.nth(2).waitFor();
    const [first, second, third] = await Promise.all([0, 1, 2].map((at) => boxOf(rows.nth(at))));
    expect([second?.y, third?.x]).toEqual([first?.y, first?.x]);
    expect(second?.x).toBeGreaterThanOrEqual(first?.right ?? Infinity);
    await pc.wx('reLaunch', { url: `/standing/bulletin/bulletin?period=${period}` });
    const table = pc.page.getByRole('table').locator('visible=true');
    const last = await boxOf(table.getByRole('columnheader').last());
    const card = await boxOf(pc.page.locator('.card', { has: table }).locator('visible=true'));
    expect(last.right).toBeLessThanOrEqual(card.right);
    await pc.close();
  },
);

journey('my stories stand beside the open one, and the arrow keys go through them', async () => {
  const first = await room.aStory({ headline: '并排第一篇' });
  await room.aStory({ headline: '并排第二篇' });
  const pc = await aPhone(room.lin, wide);
  await pages.open(pc, '/pages/stories/stories');
  await shown(pc.page, '并排第二篇').click();
  const open = pc.page.locator('.card .headline').locator('visible=true');
  await open.getByText('并排第二篇').waitFor();
  const list = pc.page.locator('.beside-list').locator('visible=true');
  await list.getByText(first.headline).click();
  await open.getByText(first.headline).waitFor();
  await pc.page.keyboard.press('ArrowUp');
  await open.getByText('并排第二篇').waitFor();
  const [left, right] = await Promise.all([list.boundingBox(), open.boundingBox()]);
  expect((left?.x ?? 0) + (left?.width ?? 0)).toBeLessThanOrEqual(right?.x ?? 0);
  await pc.page.keyboard.press('Escape');
  await pc.page.getByText('我的稿件').locator('visible=true').first().waitFor();
  await pc.close();
});

journey(
  'the list that a story was opened from stands beside it, and none takes no room',
  async () => {
    const last = await room.aStory({ headline: '稿件库第一篇' });
    await room.aStory({ headline: '稿件库第二篇' });
    const pc = await aPhone(room.zhou, office);
    const open = pc.page.locator('.card .headline').locator('visible=true');
    await pages.open(pc, `/pages/story/story?storyId=${last.id}`);
    await open.getByText('稿件库第一篇').waitFor();
    const list = pc.page.locator('.beside-list').locator('visible=true');
    expect([await list.count(), (await boxOf(open)).x < 150]).toEqual([0, true]);
    await pc.wx('reLaunch', { url: '/desk/stories/stories' });
    await shown(pc.page, '稿件库第二篇').click();
    await open.getByText('稿件库第二篇').waitFor();
    await list.getByText('↑ ↓ 换篇').waitFor();
    await pc.page.keyboard.press('ArrowDown');
    await open.getByText('稿件库第一篇').waitFor();
    expect((await boxOf(list)).right).toBeLessThanOrEqual((await boxOf(open)).x);
    await pc.close();
  },
);

journey(
  'the printings to be looked at stand beside the open one, and say what became of them',
  async () => {
    const outletId = await addOutlet(room, { name: '示例日报' });
    for (const headline of ['采用第一条', '采用第二条']) {
      const { id } = await room.aStory({ headline });
      await room.lin.value('adoption.report', aReport(id, outletId));
    }
    const pc = await aPhone(room.zhou, office);
    await pages.open(pc, '/desk/adoptions/adoptions');
    await shown(pc.page, '采用第一条').click();
    const list = pc.page.locator('.beside-list').locator('visible=true');
    const open = pc.page.getByRole('heading', { level: 1 }).locator('visible=true');
    await open.getByText('采用第一条').waitFor();
    await list.getByText('采用第二条').click();
    await open.getByText('采用第二条').waitFor();
    const settle = pc.page.getByText('核定', { exact: true }).locator('visible=true').last();
    expect((await boxOf(settle)).x).toBeGreaterThan((await boxOf(list)).right);
    await settle.click();
    await list.getByText('已核定').waitFor();
    expect(await list.getByRole('listitem').filter({ hasText: '已核定' }).innerText()).toContain(
      '采用第二条',
    );
    await pc.close();
  },
);

journey(
  'a page without a list beside it keeps its lines short, and what a line leads to stands at its end',
  async () => {
    const pc = await aPhone(room.he, office);
    await pages.open(pc, '/admin/roster/roster');
    const note = shown(pc.page, '发到电脑上填');
    await note.waitFor();
    const card = pc.page.locator('.card', { has: note }).locator('visible=true').first();
    const [within, at] = [await card.boundingBox(), await note.boundingBox()];
    if (!within || !at) throw new Error('nothing is shown');
    expect(within.width).toBeLessThanOrEqual(900);
    expect(within.x).toBeCloseTo(1440 - within.x - within.width, 0);
    expect(within.x + within.width - at.x - at.width).toBeLessThan(80);
    // The one action is as wide as its form, not as the window.
    await pages.open(pc, '/admin/code/code');
    const bar = await pc.page.getByRole('status').getByText('请选择单位').boundingBox();
    const form = await pc.page.locator('.card').locator('visible=true').first().boundingBox();
    expect(bar?.width).toBeCloseTo(form?.width ?? 0, 0);
    await pc.close();
  },
);

journey('a poster is seen whole and keeps the shape of its paper', async () => {
  const target = { kind: 'unit' as const, targetId: room.townshipId };
  const { code } = await room.he.value('code.make', { ...target, title: null, expiresAt: null });
  const pc = await aPhone(room.he, office);
  await pages.open(pc, `/standing/poster/poster?token=${code.token}&kind=unit&title=x`);
  const sheet = await pc.page.locator('canvas').locator('visible=true').boundingBox();
  if (!sheet) throw new Error('nothing is drawn');
  expect(sheet.height / sheet.width).toBeCloseTo(297 / 210, 2);
  expect(sheet.y + sheet.height).toBeLessThan(900);
  await pc.close();
});
