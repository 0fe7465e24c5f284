/** Points on a correspondent's phone, and a unit's code on the wall scanned by phones known and new. */
import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { dayOf } from '../../cloudfunctions/kernel/days';
import { beforeJourneys } from '../support/browser/before-journeys';
import { newId, newInviteCode } from '../support/county/county';
import { tapText } from '../support/browser/finger';
import { inNovember, startNovemberRoom, type LedgerRoom } from '../support/county/ledger-room';
import { journey, type Pages } from '../support/browser/pages';
import { look, phone, type Phone, type PhoneOptions } from '../support/browser/phone';
import { readPngCode } from '../support/browser/png-code';

let browser: Browser;
let pages: Pages;
let newsroom: LedgerRoom;

beforeJourneys(async (started) => {
  ({ browser, pages } = started);
  newsroom = await startNovemberRoom(pages.cloud);
  const { he, lin, townshipId } = newsroom;
  await he.value('membership.add', { personId: lin.personId, unitId: townshipId, isHead: false });
  await award(lin.personId, 1250, '补记上半年市报一篇');
  await award(lin.personId, -200, '退改超期');
});

/** Points by hand: proposed by 周, approved by 何. */
async function award(personId: string, amount: number, reason: string): Promise<void> {
  const { he, zhou } = newsroom;
  const adjustmentId = newId();
  const occurredOn = dayOf(inNovember);
  const owner = { kind: 'person' as const, id: personId };
  await zhou.value('adjustment.propose', {
    ...{ adjustmentId, owner, book: 'points', amount, occurredOn, reason },
  });
  await he.value('adjustment.approve', { adjustmentId, version: 1, note: '' });
}

/** Like the county's, its quarter ends in no hour of whoever runs the journeys. */
async function phoneOf(openid: string, url: string, options: PhoneOptions = {}): Promise<Phone> {
  const opened = await phone(browser, { openid, openedAt: inNovember, ...options });
  await pages.open(opened, url);
  return opened;
}

/** The picture of a new code of the township, as WeChat reads it from the wall. */
async function codeOnTheWall(): Promise<{ token: string; address: URL }> {
  const { he, townshipId } = newsroom;
  const making = { kind: 'unit' as const, targetId: townshipId, title: null, expiresAt: null };
  const { token } = (await he.value('code.make', making)).code;
  const { url } = await he.value('code.picture', { token });
  const picture = Buffer.from(await (await fetch(url)).arrayBuffer());
  return { token, address: new URL(readPngCode(picture)) };
}

const sees = (on: Phone, words: string | RegExp) =>
  on.page.getByText(words).locator('visible=true').first().waitFor();

journey('without a line the last standing is shown with its age, after a restart too', async () => {
  const lin = await phoneOf(newsroom.lin.openid, '/pages/stories/stories', { dark: true });
  await sees(lin, '写稿件');
  await lin.wx('switchTab', { url: '/pages/standing/standing' });
  await sees(lin, '10.5');
  await lin.wx('switchTab', { url: '/pages/stories/stories' });
  await sees(lin, '写稿件');
  await lin.page.reload();
  await sees(lin, '写稿件');
  await lin.page.evaluate(`__web.wx.network('offline')`);
  await lin.wx('switchTab', { url: '/pages/standing/standing' });
  await sees(lin, /没有读到最新内容，显示的是[今昨]天/);
  await sees(lin, '10.5');
  await look(lin, 'standing-stale');
  await lin.close();
});

journey('a long ranking goes on below its first fifty', async () => {
  const database = newsroom.cloud.sdk().database();
  const found = await database
    .collection('standings')
    .where({ ownerId: newsroom.lin.personId })
    .get();
  const mine = found.data as { _id: string; ownerId: string; name: string; amount: number }[];
  const others = Array.from({ length: 60 }, (_, n) =>
    mine.map((one) => ({
      ...one,
      ...{ _id: `${one._id}-${n}`, ownerId: `other-${n}`, name: `榜上${n}`, amount: 100 - n },
    })),
  );
  await database.collection('standings').add(others.flat());
  const lin = await phoneOf(newsroom.lin.openid, '/pages/standing/standing', { fontScale: 1.3 });
  await sees(lin, '榜上48');
  await lin.page.getByText('更多名次').scrollIntoViewIfNeeded();
  await look(lin, 'ranking-more');
  await tapText(lin.page, '更多名次');
  await sees(lin, '榜上59');
  await lin.page.getByText('更多名次').waitFor({ state: 'detached' });
  await database.collection('standings').where({ name: /^榜上/ }).remove();
  await lin.close();
});

journey(
  'a correspondent sees the points, where each comes from, and says that one is wrong',
  async () => {
    const lin = await phoneOf(newsroom.lin.openid, '/pages/standing/standing');
    await sees(lin, '10.5');
    await sees(lin, '全县第 1');
    // What there is to be earned, before what was.
    await tapText(lin.page, '计分办法');
    await sees(lin, '积分办法');
    await sees(lin, '40 分');
    await look(lin, 'rulebook-plain');
    await lin.wx('navigateBack');
    await tapText(lin.page, '积分明细和走势');
    await sees(lin, /补记上半年市报一篇/);
    await lin.page.getByRole('img', { name: /近十二个月积分：.*10\.5 分/ }).waitFor();
    await lin.page
      .getByText(/退改超期/)
      .locator('visible=true')
      .first()
      .tap();
    await sees(lin, '−2 分');
    await tapText(lin.page, '这一笔不对，我要申诉');
    await lin.page.getByPlaceholder(/如：这篇是头版/).fill('当天已经改好交回');
    // Left to look something up: what was typed stands there when the entry is come back to.
    await lin.wx('navigateBack');
    await lin.page
      .getByText(/退改超期/)
      .locator('visible=true')
      .first()
      .tap();
    await tapText(lin.page, '这一笔不对，我要申诉');
    await tapText(lin.page, '提交申诉');
    await sees(lin, '申诉中，等待答复');

    // A leader with whom she wrote it sees that it is another's to answer.
    const appeals = newsroom.cloud.sdk().database().collection('appeals');
    await appeals.where({ isOpen: true }).update({ authorIds: [newsroom.wu.personId] });
    const wu = await phoneOf(newsroom.wu.openid, '/standing/appeals/appeals');
    await sees(wu, '您与这笔积分有关，由别人答复');
    await wu.close();
    const zhou = await phoneOf(newsroom.zhou.openid, '/pages/todo/todo');
    await tapText(zhou.page, '1 条待答复');
    await tapText(zhou.page, '答复');
    await zhou.page.getByPlaceholder(/如：经核对为头版/).fill('经核对属实');
    await tapText(zhou.page, '成立，冲销');
    await tapText(zhou.page, '冲销');
    await sees(zhou, '没有待答复的申诉');
    await pages.open(lin, '/pages/standing/standing');
    await sees(lin, '12.5');
    expect(lin.console.filter((line) => line.startsWith('pageerror'))).toEqual([]);
    await lin.close();
    await zhou.close();
  },
);

journey(
  'a printed story shows what it earned, on its line and with the derivation on its page',
  async () => {
    const { story, adoptionId } = await newsroom.aPrinted('provincial');
    const database = newsroom.cloud.sdk().database().collection('stories');
    // Signed off: what the chain of reviewers does is another journey.
    await database.doc(story.id).update({ state: 'signed_off', stageIndex: null });
    const lin = await phoneOf(newsroom.lin.openid, '/pages/stories/stories');
    await sees(lin, '+40 分');
    await lin.page.getByText(story.headline).locator('visible=true').first().tap();
    await lin.page
      .getByText(/省级 40/)
      .locator('visible=true')
      .first()
      .tap();
    await sees(lin, '看稿件和采用凭据');
    await tapText(lin.page, '看这一版计分办法');
    await sees(lin, '第 1 版，2020年1月1日起施行');
    expect(lin.console.filter((line) => line.startsWith('pageerror'))).toEqual([]);
    await newsroom.withdraw(adoptionId);
    await lin.close();
  },
);

journey(
  "a member scans the unit's code and sees the own standing and the unit's board",
  async () => {
    const { token, address } = await codeOnTheWall();
    expect(address.searchParams.get('scene')).toBe(token);
    const scene = `/${address.searchParams.get('page')}?scene=${token}`;
    const lin = await phoneOf(newsroom.lin.openid, scene);
    await sees(lin, '林示例');
    await sees(lin, '城关镇联工委');
    await sees(lin, '12.5');
    // Within the app, the camera sees the same picture.
    await pages.open(lin, '/pages/mine/mine');
    await lin.page.evaluate(
      `globalThis.wx.scanCode = () => Promise.resolve({ result: ${JSON.stringify(address.href)} })`,
    );
    await tapText(lin.page, '扫一扫');
    await sees(lin, '每一笔的由来');
    await lin.close();
  },
);

journey(
  'somebody not yet bound scans the code, joins, and comes back to the standing',
  async () => {
    const { token } = await codeOnTheWall();
    const { he, townshipId } = newsroom;
    const [personId, code] = [newId(), newInviteCode()];
    const fields = { name: '新示例', standing: 'member' as const, phone: null, isHead: false };
    await he.value('person.add', { personId, ...fields, unitId: townshipId });
    await he.value('invite.make', { personId, code });
    const visitor = await phoneOf('o-new-member-phone', `/pages/code/code?scene=${token}`);
    await sees(visitor, '“城关镇联工委”的积分码');
    await tapText(visitor.page, '输入邀请码加入');
    await visitor.page.getByPlaceholder('ABCD-2345-…').fill(code);
    await visitor.page.getByText('加入', { exact: true }).locator('visible=true').last().tap();
    await sees(visitor, '新示例，欢迎加入');
    await tapText(visitor.page, '看积分');
    await sees(visitor, '本季还没有积分');
    await sees(visitor, '林示例');
    await visitor.close();
  },
);

journey('a code that was revoked, or not read, says so plainly and is scanned anew', async () => {
  const { token } = await codeOnTheWall();
  await newsroom.he.value('code.revoke', { token });
  const { address } = await codeOnTheWall();
  const lin = await phoneOf(newsroom.lin.openid, `/pages/code/code?scene=${token}`);
  await sees(lin, '这个码已失效');
  await lin.page.evaluate(
    `globalThis.wx.scanCode = () => Promise.resolve({ result: ${JSON.stringify(address.href)} })`,
  );
  await tapText(lin.page, '重新扫码');
  await sees(lin, '每一笔的由来');
  await lin.wx('reLaunch', { url: '/pages/code/code' });
  await sees(lin, '没有读到码');
  await look(lin, 'code-unread');
  await tapText(lin.page, '重新扫码');
  await sees(lin, '每一笔的由来');
  await lin.close();
});

journey('an adjustment is not approved without a reason, which its proposer reads', async () => {
  const { lin, zhou, he } = newsroom;
  const owner = { kind: 'person' as const, id: lin.personId };
  await zhou.value('adjustment.propose', {
    ...{ adjustmentId: newId(), owner, book: 'points', amount: 500 },
    ...{ occurredOn: dayOf(inNovember), reason: '补记市报一篇' },
  });
  const second = await phoneOf(he.openid, '/standing/adjustments/adjustments', { fontScale: 1.3 });
  await tapText(second.page, '不批准');
  await sees(second, '请写明为什么不批准');
  await second.page.getByPlaceholder(/如：这篇已按采用入账/).fill('这篇已经登记过');
  await look(second, 'adjustment-refused');
  await second.page.getByText('不批准', { exact: true }).locator('visible=true').last().tap();
  await sees(second, '没有待批准的调整');
  await second.close();
  const proposer = await phoneOf(zhou.openid, '/standing/adjustments/adjustments', { dark: true });
  await tapText(proposer.page, '已处理');
  await sees(proposer, '理由：这篇已经登记过');
  await look(proposer, 'adjustments-decided');
  await proposer.close();
});

journey('the own card is made, shown to a stranger, and saved as a picture', async () => {
  const lin = await phoneOf(newsroom.lin.openid, '/standing/card/card');
  await tapText(lin.page, '生成名片码');
  const saving = lin.page.waitForEvent('download');
  await tapText(lin.page, '保存到相册');
  await lin.page.getByText('允许', { exact: true }).locator('visible=true').tap();
  const saved = await saving;
  expect(saved.suggestedFilename()).toMatch(/\.png$/);
  const mine = { targetId: newsroom.lin.personId, after: null };
  const [card] = (await newsroom.lin.value('code.list', mine)).codes;
  const drawn = readPngCode(await readFile(await saved.path()));
  expect(new URL(drawn).searchParams.get('scene')).toBe(card?.token);
  const stranger = await phoneOf('o-a-stranger', `/pages/code/code?scene=${card?.token}`);
  await sees(stranger, '林示例');
  await sees(stranger, '累计 12.5 分');
  expect(await stranger.page.getByText('138').count()).toBe(0);
  await stranger.close();
  await lin.close();
});
