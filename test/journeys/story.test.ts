/** A correspondent follows the own stories: each step shows by itself, and nothing is lost without a line. */
import type { Browser } from 'playwright-core';
import type { InputOf } from '../../cloudfunctions/contract';
import { beforeJourneys } from '../support/browser/before-journeys';
import { newId, newInviteCode, type Member } from '../support/county/county';
import { aContent, startNewsroom, type Newsroom } from '../support/county/newsroom';
import { journey, type Pages } from '../support/browser/pages';
import { phone, type Phone } from '../support/browser/phone';

let browser: Browser;
let pages: Pages;
let newsroom: Newsroom;

beforeJourneys(async (started) => {
  ({ browser, pages } = started);
  newsroom = await startNewsroom(pages.cloud);
});

/** 林's phone at a page; its clock can be moved on. */
async function linAt(url: string, options: { fontScale?: number; dark?: boolean } = {}) {
  const lin = await phone(browser, { openid: newsroom.lin.openid, ...options });
  await lin.page.clock.install();
  await pages.open(lin, url);
  return lin;
}

const sees = (lin: Phone, words: string | RegExp) =>
  lin.page.getByText(words).locator('visible=true').first().waitFor();

type Act = 'story.approve' | 'story.return';

/** Claims a story and acts on it as it stands, as a reviewer's phone does. */
async function act(
  reviewer: Member,
  call: Act,
  input: Pick<InputOf<'story.return'>, 'storyId' | 'note'> & { quote?: string },
): Promise<void> {
  const { storyId, note, quote } = input;
  await reviewer.value('story.claim', { storyId });
  const { version, content } = await newsroom.show(reviewer, storyId);
  if (call === 'story.approve') {
    await reviewer.value(call, { storyId, version, note, isCleared: true });
    return;
  }
  const from = quote ? content.body.indexOf(quote) : -1;
  const passages = quote ? [{ from, to: from + quote.length, quote, note: '请写具体' }] : [];
  await reviewer.value(call, { storyId, version, note, passages });
}

journey(
  'a story that is looked at shows each step of its review by itself',
  async () => {
    const { lin, zhou, xu, wu } = newsroom;
    const { id: storyId, content } = await newsroom.aStory();
    const watching = await linAt(`/pages/story/story?storyId=${storyId}`);
    await sees(watching, '等待初审');

    const note = '请补充采访对象姓名';
    await act(zhou, 'story.return', { storyId, note, quote: '居民' });
    await watching.page.clock.fastForward(15_000);
    await sees(watching, `周示例退改：${note}`);
    await sees(watching, '周示例批注');
    await sees(watching, '修改后重新投稿');

    const { version } = await newsroom.show(lin, storyId);
    const body = content.body.replace('坐满了居民', '坐满了居民和委员');
    await lin.value('story.refile', {
      ...{ storyId, version, isCleared: true },
      content: aContent({ body }),
    });
    for (const [reviewer, next] of [
      [zhou, '等待复审'],
      [xu, '等待终审签发'],
      [wu, '已签发，等待媒体采用'],
    ] as const) {
      await act(reviewer, 'story.approve', { storyId, note: '' });
      await watching.page.clock.fastForward(15_000);
      await sees(watching, next);
    }
    await watching.page.getByText('第 1 稿 → 第 2 稿').click();
    await watching.page.locator('.added', { hasText: '和委员' }).waitFor();
    expect(watching.console.filter((line) => line.startsWith('pageerror'))).toEqual([]);
    await watching.close();
  },
  240_000,
);

journey(
  'a list that is come back to shows what a reviewer did meanwhile, and its reason stands on the form',
  async () => {
    const { id: storyId } = await newsroom.aStory({ headline: '水库移民新村通了自来水' });
    const lin = await linAt('/pages/stories/stories');
    await sees(lin, '初审中');
    await lin.page.getByText('水库移民新村通了自来水').first().click();
    await sees(lin, '等待初审');
    await act(newsroom.zhou, 'story.return', { storyId, note: '请补充通水户数' });
    await lin.wx('navigateBack', {});
    await sees(lin, '已退改');
    await lin.page.getByText('水库移民新村通了自来水').locator('visible=true').first().click();
    // Without a network too the reason stands where it is mended; and what was not mended does not go back by mistake.
    await lin.page.getByText('修改后重新投稿').locator('visible=true').last().waitFor();
    await lin.page.evaluate(`__web.wx.network('offline')`);
    await lin.page.getByText('修改后重新投稿').locator('visible=true').last().click();
    await lin.page.getByLabel('退改意见').getByText('周示例退改：请补充通水户数').waitFor();
    await lin.page.getByText('提交', { exact: true }).click();
    await sees(lin, '照原样再投一次？');
    await lin.page.getByText('回去改').click();
    expect((await newsroom.show(newsroom.lin, storyId)).state).toBe('returned');
    await lin.close();
  },
  240_000,
);

journey(
  'a story nobody has acted on is withdrawn, once asked',
  async () => {
    const { id: storyId } = await newsroom.aStory({ headline: '界别委员走访敬老院' });
    const lin = await linAt(`/pages/story/story?storyId=${storyId}`);
    await lin.page.getByText('撤回稿件').click();
    await sees(lin, '撤回这篇稿件？');
    await lin.page.getByText('撤回', { exact: true }).locator('visible=true').last().click();
    await sees(lin, '稿件已撤回，不再送审');
    expect((await newsroom.show(newsroom.lin, storyId)).state).toBe('withdrawn');
    await lin.close();
  },
  240_000,
);

journey(
  'without a line the last list and the open story stand and say how old they are, until it is back',
  async () => {
    const { id: storyId } = await newsroom.aStory({ headline: '山区学校用上新操场' });
    const lin = await linAt('/pages/stories/stories');
    await lin.page.getByText('山区学校用上新操场').first().waitFor();
    await lin.wx('navigateTo', { url: `/pages/story/story?storyId=${storyId}` });
    await sees(lin, '等待初审');
    await lin.page.evaluate(`__web.wx.network('offline')`);
    await lin.page.clock.fastForward(15_000);
    await sees(lin, /没有读到最新内容，显示的是[今昨]天/);
    await sees(lin, '山区学校用上新操场');
    await lin.wx('navigateBack', {});
    await sees(lin, /没有读到最新内容，显示的是[今昨]天/);
    await sees(lin, '山区学校用上新操场');
    // Back on line it reads at once, without a tap or a wait for the next look.
    const old = lin.page.getByText(/没有读到最新内容，显示的是[今昨]天/).locator('visible=true');
    await lin.page.evaluate(`__web.wx.network('online')`);
    await old.waitFor({ state: 'detached' });
    await lin.close();
  },
  240_000,
);

journey(
  'a visitor types an invite code and is in',
  async () => {
    const { he, rootId } = newsroom;
    const personId = newId();
    const fields = { name: '新示例', standing: 'member' as const, phone: null };
    await he.value('person.add', { personId, ...fields, unitId: rootId, isHead: false });
    const code = newInviteCode();
    await he.value('invite.make', { personId, code });

    const visitor = await phone(browser, { openid: 'o-new-visitor' });
    await pages.open(visitor, '/pages/stories/stories');
    await visitor.page.getByText('输入邀请码加入').click();
    const input = visitor.page.getByPlaceholder('ABCD-2345-…');
    await input.fill('ABCD-EFGH-JKMN-PQRS-TUVW');
    await visitor.page.getByText('加入', { exact: true }).locator('visible=true').last().click();
    await sees(visitor, '这个码不对');
    await input.fill(code.toLowerCase());
    await visitor.page.getByText('加入', { exact: true }).locator('visible=true').last().click();
    await sees(visitor, '新示例，欢迎加入');
    await sees(visitor, '示例县政协');
    await visitor.page.getByText('开始使用').click();
    await sees(visitor, '您还没有投过稿');
    await visitor.close();
  },
  240_000,
);

journey(
  'in large type and in the dark everything grows and can be touched',
  async () => {
    const { id: storyId } = await newsroom.aStory({ headline: '乡村大舞台周末开演' });
    const url = `/pages/story/story?storyId=${storyId}`;
    const sizeOf = async (lin: Phone) => {
      await sees(lin, '乡村大舞台周末开演');
      const size = await lin.page.evaluate<string>(
        `getComputedStyle(document.querySelector('.headline')).fontSize`,
      );
      await lin.close();
      return Number.parseFloat(size);
    };
    const normal = await sizeOf(await linAt(url));
    const large = await sizeOf(await linAt(url, { fontScale: 1.3, dark: true }));
    expect(large / normal).toBeCloseTo(1.3, 2);

    const lin = await linAt('/pages/stories/stories', { dark: true });
    await sees(lin, '乡村大舞台周末开演');
    const touched = await lin.page
      .locator('[role=button]')
      .locator('visible=true')
      .evaluateAll((buttons) =>
        buttons.map((button) => ({
          height: button.getBoundingClientRect().height,
          name: (button.getAttribute('aria-label') ?? button.textContent ?? '').trim(),
        })),
      );
    expect(touched.length).toBeGreaterThan(2);
    expect(touched.filter(({ height, name }) => height < 49 || name === '')).toEqual([]);
    await lin.close();
  },
  240_000,
);
