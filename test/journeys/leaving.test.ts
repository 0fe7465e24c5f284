/** A tip finds its writer, a unit's head invites, and whoever leaves hands over what is open. */
import type { Browser } from 'playwright-core';
import { beforeJourneys } from '../support/browser/before-journeys';
import { newId } from '../support/county/county';
import { shown, tapText } from '../support/browser/finger';
import { aContent, filing, startNewsroom, type Newsroom } from '../support/county/newsroom';
import { journey, type Pages } from '../support/browser/pages';
import { phone } from '../support/browser/phone';

let browser: Browser;
let pages: Pages;
let room: Newsroom;

beforeJourneys(async (started) => {
  ({ browser, pages } = started);
  room = await startNewsroom(pages.cloud);
});

/** A tip of 林 that 周 gives to somebody to write. */
async function aTipFor(personId: string, headline: string): Promise<void> {
  const storyId = newId();
  const content = aContent({ kind: 'tip', headline });
  await room.lin.value('story.file', filing({ storyId, unitId: room.townshipId, content }));
  const { version } = await room.show(room.zhou, storyId);
  await room.zhou.value('story.assign', { storyId, version, toId: personId, note: '' });
}

journey(
  'a tip that was given to somebody waits among their tasks, and leads to the form',
  async () => {
    const writer = await room.member('钱示例');
    await aTipFor(writer.personId, '老街路灯坏了三天');
    const qian = await phone(browser, { openid: writer.openid, fontScale: 1.3 });
    await pages.open(qian, '/pages/todo/todo');
    await shown(qian.page, '分派给我的线索（1）').waitFor();
    await tapText(qian.page, '老街路灯坏了三天');
    await tapText(qian.page, '写成稿件');
    await qian.page.locator('textarea').first().waitFor();
    await qian.close();
  },
);

journey("a unit's head makes codes for its people, and can do nothing else to them", async () => {
  const head = await room.member('冯示例');
  await room.he.value('membership.add', {
    ...{ personId: head.personId, unitId: room.townshipId, isHead: true },
  });
  const helper = newId();
  await room.he.value('person.add', {
    ...{ personId: helper, name: '褚示例', standing: 'staff', phone: null },
    ...{ unitId: room.townshipId, isHead: false },
  });
  const feng = await phone(browser, { openid: head.openid });
  await pages.open(feng, '/pages/mine/mine');
  await tapText(feng.page, '城关镇联工委人员');
  await tapText(feng.page, '褚示例');
  await shown(feng.page, '生成邀请码').waitFor();
  expect(await feng.page.getByText('办理离任').count()).toBe(0);
  expect(await feng.page.getByText('安排职责').count()).toBe(0);
  await tapText(feng.page, '生成邀请码');
  await feng.page.getByText(/^\w{4}(-\w{4}){4}$/).waitFor();
  await feng.close();
});

journey('who leaves hands open work to somebody who is asked for by name', async () => {
  const leaver = await room.member('卫示例');
  await aTipFor(leaver.personId, '河边堆了垃圾');
  const he = await phone(browser, { openid: room.he.openid });
  await pages.open(he, '/pages/mine/mine');
  await pages.open(he, `/admin/person/person?id=${leaver.personId}`);
  await tapText(he.page, '办理离任');
  await tapText(he.page, '离任');
  await shown(he.page, '还有 1 条线索未完成，交给谁？').waitFor();
  await he.page.getByPlaceholder('按姓名查找').fill('林');
  await tapText(he.page, '林示例');
  await shown(he.page, '已完成').waitFor();
  const { stories } = await room.lin.value('story.list', { after: null });
  expect(stories.find(({ headline }) => headline === '河边堆了垃圾')).toMatchObject({
    isToWrite: true,
  });
  await he.close();
});
