/** Reviewers at work: on phones and on a PC, one after the other and at the same time. */
import type { Browser } from 'playwright-core';
import { beforeJourneys } from '../support/browser/before-journeys';
import { shown, tapText } from '../support/browser/finger';
import { aContent, startNewsroom, type Newsroom, type StoryView } from '../support/county/newsroom';
import { journey, untilReady, type Pages } from '../support/browser/pages';
import { look, phone, type Phone, type PhoneOptions } from '../support/browser/phone';
import { until } from '../support/until';

let browser: Browser;
let room: Newsroom;
let pages: Pages;
let zhou: Phone;

beforeJourneys(async (started) => {
  ({ browser, pages } = started);
  room = await startNewsroom(pages.cloud);
  zhou = await aPhone(room.zhou);
});

const aPhone = ({ openid }: { openid: string }, options: PhoneOptions = {}) =>
  phone(browser, { openid, ...options });

const current = ({ id }: StoryView) => room.show(room.lin, id);

/** Opens the tab 待办 and there the story. */
async function openFromQueue(on: Phone, { headline }: StoryView): Promise<void> {
  await pages.open(on, '/pages/todo/todo');
  await shown(on.page, headline).click();
  await on.page.locator('.headline', { hasText: headline }).waitFor();
}

const back = (on: Phone) => on.wx('navigateBack');

journey(
  'a story is returned with a note on a sentence, refiled, and passes three stages',
  async () => {
    const story = await room.aStory({ headline: '老街路灯一夜亮起' });
    await openFromQueue(zhou, story);
    await zhou.page.getByText('11月20日晚').first().tap();
    await tapText(zhou.page, '请核实');
    await tapText(zhou.page, '记下批注');
    // Notes go with a return alone: whoever passes the story is asked first.
    await tapText(zhou.page, '通过');
    await zhou.page.getByText('您写了 1 处批注', { exact: false }).waitFor();
    await tapText(zhou.page, '再看看');
    await tapText(zhou.page, '退改');
    await tapText(zhou.page, '请补充采访对象');
    // The button of the sheet lies over that of the bar.
    await zhou.page.getByText('退改', { exact: true }).locator('visible=true').last().tap();
    await zhou.page.getByText('已退改《老街路灯一夜亮起》').waitFor();
    expect((await current(story)).state).toBe('in_review');
    await back(zhou);
    await until(async () => (await current(story)).state === 'returned');
    const returned = await current(story);
    expect(returned.timeline.at(-1)).toMatchObject({
      note: '请按文中批注修改；请补充采访对象',
      passages: [{ from: 0, note: '请核实' }],
    });

    const { content: before } = returned;
    const body = `${before.body}居民王示例说，路亮了，心里也亮了。`;
    const content = aContent({ headline: story.headline, body });
    const refile = { storyId: story.id, version: returned.version, content };
    await room.lin.value('story.refile', { ...refile, isCleared: true });
    await openFromQueue(zhou, story);
    await tapText(zhou.page, '看第 2 稿比第 1 稿改了什么');
    await zhou.page.getByLabel('新增 居民王示例说').waitFor();
    await tapText(zhou.page, '通过');
    await back(zhou);
    await until(async () => (await current(story)).stageName === '复审');

    const xu = await aPhone(room.xu, { fontScale: 1.3 });
    await openFromQueue(xu, story);
    await tapText(xu.page, '通过');
    await back(xu);
    await shown(xu.page, '已通过并送出：《老街路灯一夜亮起》').waitFor();
    expect((await current(story)).stageName).toBe('终审签发');

    const wu = await aPhone(room.wu, { dark: true });
    await openFromQueue(wu, story);
    await tapText(wu.page, '签发');
    await tapText(wu.page, '确认签发');
    await shown(wu.page, '已签发：《老街路灯一夜亮起》').waitFor();
    await until(async () => (await current(story)).state === 'signed_off');
    await wu.page.getByText('没有更多待审稿件了').waitFor();
    await Promise.all([xu.close(), wu.close()]);
  },
  240_000,
);

journey('an approval is undone within its five seconds, and nothing was sent', async () => {
  const story = await room.aStory({ headline: '议事室里的一杯茶' });
  await openFromQueue(zhou, story);
  await tapText(zhou.page, '通过');
  await tapText(zhou.page, '撤销');
  await zhou.page.locator('.headline', { hasText: story.headline }).waitFor();
  await back(zhou);
  await until(async () => (await current(story)).claim === null);
  expect(await current(story)).toMatchObject({ state: 'in_review', stageName: '初审' });
});

journey('an approval without a network outlives the app and is sent when it is back', async () => {
  const story = await room.aStory({ headline: '雨夜里的转移' });
  await openFromQueue(zhou, story);
  await zhou.page.evaluate('__web.wx.network("offline")');
  // What cannot be kept for later is said, and what was written stays.
  await zhou.page.getByLabel('更多操作').locator('visible=true').tap();
  await tapText(zhou.page, '暂缓 / 禁发');
  await tapText(zhou.page, '等待核实');
  await tapText(zhou.page, '暂缓');
  await zhou.page.getByText('没有网络', { exact: false }).locator('visible=true').first().waitFor();
  const sheet = zhou.page.getByRole('dialog', { name: '暂缓 / 禁发' });
  expect(await sheet.locator('textarea').inputValue()).toBe('等待核实');
  await sheet.getByText('取消').tap();
  await sheet.waitFor({ state: 'detached' });
  await tapText(zhou.page, '通过');
  await zhou.page.getByText('已通过《雨夜里的转移》').waitFor();
  await zhou.page.reload();
  await untilReady(zhou);
  await zhou.page.evaluate('__web.wx.network("online")');
  await pages.open(zhou, '/pages/todo/todo');
  await until(async () => (await current(story)).stageName === '复审');
});

journey('of two reviewers at once one has the story and the other is told who', async () => {
  const member = await room.member('孙示例');
  const duty = { duty: 'publicity_office' as const, stage: null, unitIds: [room.rootId] };
  await room.he.value('duty.grant', { personId: member.personId, ...duty });
  const sun = await aPhone(member);
  const story = await room.aStory({ headline: '两位审核员同时打开' });
  await openFromQueue(zhou, story);
  await shown(zhou.page, '通过').waitFor();
  await openFromQueue(sun, story);
  await sun.page.getByText('周示例正在处理这篇稿件').waitFor();
  expect(await shown(sun.page, '通过').count()).toBe(0);
  await back(zhou);
  await until(async () => (await current(story)).claim === null);
  await openFromQueue(sun, story);
  await shown(sun.page, '通过').waitFor();
  await sun.close();
});

journey(
  'several stories are approved at one tap, each by itself, never one doubted or not looked at',
  async () => {
    await room.cloud.control('wechat', 'flag', {
      contains: '可疑的一句',
      suggest: 'review',
      label: 20001,
    });
    const doubted = await room.aStory({
      headline: '批量之疑',
      body: `${aContent().body}可疑的一句`,
    });
    const down = { path: '/wxa/msg_sec_check', mode: 'fail', times: 1, errcode: -1 };
    await room.cloud.control('wechat', 'mishap', down);
    const unseen = await room.aStory({ headline: '批量之未检' });
    const stories = [
      await room.aStory({ headline: '批量之一' }),
      await room.aStory({ headline: '批量之二' }),
    ];
    await pages.open(zhou, '/pages/todo/todo');
    await tapText(zhou.page, '批量通过');
    await tapText(zhou.page, '取消');
    await tapText(zhou.page, '批量之一');
    await zhou.page.locator('.headline', { hasText: '批量之一' }).waitFor();
    await back(zhou);
    await tapText(zhou.page, '批量通过');
    await shown(zhou.page, '存疑的不能批量通过，请打开来看').waitFor();
    await look(zhou, 'todo-choosing');
    // It cannot be chosen, and whoever tries is told why.
    await shown(zhou.page, '未检的不能批量通过，请打开读过再决定').waitFor();
    for (const { headline } of [doubted, unseen])
      await shown(zhou.page, headline).tap({ force: true });
    for (const { headline } of stories) await tapText(zhou.page, headline);
    await tapText(zhou.page, '通过所选 2 篇');
    await tapText(zhou.page, '确认通过');
    await shown(zhou.page, '已通过 2 篇').waitFor();
    for (const story of stories) expect((await current(story)).stageName).toBe('复审');
    for (const story of [doubted, unseen]) expect((await current(story)).stageName).toBe('初审');
  },
);

journey(
  'what waits for nobody is found by the desk: one goes on, another is withdrawn',
  async () => {
    const { wu } = room;
    const held = await room.aStory({ headline: '会议之后再发的一篇' });
    const { id: storyId, version } = held;
    await room.zhou.value('story.hold', { storyId, version, note: '等会议召开', until: null });
    const out = await room.aStory({ headline: '签发后要撤的一篇' });
    for (const reviewer of [room.zhou, room.xu, wu]) {
      const at = { storyId: out.id, version: (await current(out)).version };
      await reviewer.value('story.approve', { ...at, note: '', isCleared: true });
    }
    await pages.open(zhou, '/pages/todo/todo');
    await tapText(zhou.page, '稿件库');
    await zhou.page.getByRole('radio', { name: '暂缓' }).tap();
    await tapText(zhou.page, held.headline);
    // The page of the story leads to the desk, where it is done.
    await tapText(zhou.page, '恢复审核');
    await zhou.page.getByRole('toolbar', { name: '审核操作' }).getByText('恢复审核').tap();
    await until(async () => (await current(held)).state === 'in_review');

    await pages.open(zhou, '/desk/stories/stories');
    await zhou.page.getByPlaceholder('按标题或题签找').fill('要撤');
    await zhou.page.getByText(held.headline).locator('visible=true').waitFor({ state: 'detached' });
    await tapText(zhou.page, out.headline);
    await tapText(zhou.page, '更正、撤稿');
    await tapText(zhou.page, '撤稿');
    await tapText(zhou.page, '事实有误');
    await zhou.page.getByText('撤稿', { exact: true }).locator('visible=true').last().tap();
    await until(async () => (await current(out)).state === 'killed');
    await zhou.page.getByText('已撤稿').locator('visible=true').first().waitFor();
  },
);

journey('the queue is narrowed to what presses and to a unit', async () => {
  const plain = await room.aStory({ headline: '不急的一篇' });
  const { id: storyId, version } = await room.aStory({ headline: '急等见报的一篇' });
  await room.zhou.value('story.hurry', { storyId, version, note: '今天见报' });
  await pages.open(zhou, '/pages/todo/todo');
  await shown(zhou.page, plain.headline).waitFor();
  await zhou.page.getByRole('tab', { name: '加急' }).tap();
  await shown(zhou.page, '急等见报的一篇').waitFor();
  expect(await shown(zhou.page, plain.headline).count()).toBe(0);
  await tapText(zhou.page, '全部单位');
  await zhou.page.getByRole('radio', { name: '城关镇联工委' }).tap();
  await shown(zhou.page, '急等见报的一篇').waitFor();
  await zhou.page.getByRole('tab', { name: '超时' }).tap();
  await shown(zhou.page, '没有这样的待审稿件').waitFor();
});

journey('on a PC the list stands beside the story, and keys do the work', async () => {
  const first = await room.aStory({ headline: '键盘第一篇' });
  const second = await room.aStory({ headline: '键盘第二篇' });
  const viewport = { width: 1280, height: 480 };
  const pc = await aPhone(room.zhou, { isDesktop: true, viewport });
  const { page } = pc;
  const open = (headline: string) =>
    page.locator('.open .headline', { hasText: headline }).waitFor();
  await pages.open(pc, '/pages/todo/todo');
  await shown(page, first.headline).waitFor();
  await page.keyboard.press('ArrowDown');
  // The oldest of those before it: the keys lead on from there, and the list goes along.
  const line = page.locator('.list .line--current');
  await line.waitFor();
  for (let steps = 0; (await line.innerText()).includes(first.headline) === false; steps += 1) {
    expect(steps).toBeLessThan(20);
    const before = await line.innerText();
    await page.keyboard.press('ArrowDown');
    await until(async () => (await line.innerText()) !== before);
  }
  await open(first.headline);
  await until(async () => ((await line.boundingBox())?.y ?? 999) < viewport.height - 60);
  await page.keyboard.press('ArrowDown');
  await open(second.headline);
  await page.keyboard.press('a');
  await page.getByText('已通过《键盘第二篇》').waitFor();
  await page.keyboard.press('u');
  await open(second.headline);
  await page.keyboard.press('a');
  await page.getByText('已通过《键盘第二篇》').waitFor();
  await page.keyboard.press('?');
  await page.getByText('键盘操作', { exact: true }).waitFor();
  // The page under a dialog hears no keys.
  await page.keyboard.press('Escape');
  await tapTextByMouse(pc, '知道了');
  await page.locator('.list').getByText(first.headline).click();
  await open(first.headline);
  await page.keyboard.press('r');
  await page.getByRole('dialog', { name: '退改' }).waitFor();
  await page.keyboard.press('3');
  await page.keyboard.press('Enter');
  await page.getByText('已退改《键盘第一篇》').waitFor();
  await page.keyboard.press('Escape');
  await page.getByText(/已退改并送出：《键盘第一篇》|2 条审核意见已送出/).waitFor();
  await until(async () => (await current(second)).stageName === '复审');
  await until(async () => (await current(first)).state === 'returned');
  expect((await current(first)).timeline.at(-1)?.note).toBe('请核对人名职务');
  await pc.close();
});

const tapTextByMouse = (on: Phone, text: string) => shown(on.page, text).click();
