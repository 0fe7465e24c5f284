/** A printing from the correspondent's report to the office's word, and the directory behind it. */
import type { Browser } from 'playwright-core';
import { filingText } from '../../miniprogram/text/filing';
import { beforeJourneys } from '../support/browser/before-journeys';
import { shown, tapText } from '../support/browser/finger';
import { startNewsroom, type Newsroom, type StoryView } from '../support/county/newsroom';
import { journey, type Pages } from '../support/browser/pages';
import { look, phone, type Phone } from '../support/browser/phone';
import { byLevel } from '../support/county/ledger-room';
import { addOutlet, aReport, facts } from '../support/county/printing';
import { aShot } from '../support/browser/shots';
import { until } from '../support/until';

let browser: Browser;
let room: Newsroom;
let pages: Pages;
let lin: Phone;

beforeJourneys(async (started) => {
  ({ browser, pages } = started);
  room = await startNewsroom(pages.cloud);
  await addOutlet(room, { name: '示例日报', level: 'city', aliases: ['日报'] });
  lin = await phone(browser, { openid: room.lin.openid });
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
    await tapText(lin.page, '报告刊发');
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
    await lin.page.getByText('报告刊发', { exact: true }).locator('visible=true').last().tap();
    await shown(lin.page, '待核定').waitFor();
    await look(lin, 'story-reported');

    const zhou = await phone(browser, { openid: room.zhou.openid });
    await pages.open(zhou, '/pages/todo/todo');
    await shown(zhou.page, '1 条').waitFor();
    await look(zhou, 'todo');
    await tapText(zhou.page, '待核定的采用');
    await look(zhou, 'adoptions');
    await tapText(zhou.page, '老街路灯一夜亮起');
    await shown(zhou.page, '核定内容').waitFor();
    await type(zhou, '如 320', '300');
    await tapText(zhou.page, '添加署名');
    await type(zhou, filingText.bylinePlaceholder, '孙记者');
    await tapText(zhou.page, '添加');
    await zhou.page.getByLabel('孙记者是媒体记者').tap();
    await shown(zhou.page, '文 · 媒体记者，不分积分').waitFor();
    await zhou.page.getByLabel('孙记者上移一位').tap();
    await look(zhou, 'adoption');
    await tapText(zhou.page, '核定');
    await shown(zhou.page, '更正').waitFor();
    await zhou.close();

    await lin.wx('startPullDownRefresh');
    await shown(lin.page, '已核定').waitFor();
  },
  240_000,
);

journey(
  'a report typed and sent without a network survives a restart, and arrives once',
  async () => {
    const story = await aSignedOff('渡口新桥通车');
    const far = await phone(browser, { openid: room.lin.openid, fontScale: 1.3, dark: true });
    const network = (mode: string) => far.page.evaluate(`__web.wx.network('${mode}')`);
    await pages.open(far, `/pages/report/report?storyId=${story.id}`);
    await tapText(far.page, '请选择媒体');
    await tapText(far.page, '示例日报');
    await pages.open(far, `/pages/story/story?storyId=${story.id}`);
    await shown(far.page, '还没有媒体采用的消息。').waitFor();
    await network('offline');
    await tapText(far.page, '报告刊发');
    // What was typed before the app was started anew.
    await shown(far.page, '示例日报').waitFor();
    const chooser = far.page.waitForEvent('filechooser');
    await tapText(far.page, '拍下报纸或截图');
    await (
      await chooser
    ).setFiles({
      ...{ name: 'paper.jpg', mimeType: 'image/jpeg', buffer: await aShot(browser, 3) },
    });
    await far.page.getByText('去掉').waitFor();
    await shown(far.page, '已存在手机里').waitFor();
    await look(far, 'report-offline');
    await far.page.getByText('报告刊发', { exact: true }).locator('visible=true').last().tap();
    await shown(far.page, '等待网络').waitFor();
    await look(far, 'story-report-waits');
    await network('online');
    await far.page.reload();
    await shown(far.page, '待核定').waitFor();
    expect((await room.show(room.lin, story.id)).adoptions).toHaveLength(1);
    await far.close();
  },
  240_000,
);

journey(
  'an author says which of two printings counts, where the rule leaves it to the author',
  async () => {
    const rules = byLevel.rules.map((rule) => ({ ...rule, choice: { kind: 'author' as const } }));
    const rulebooks = room.cloud.sdk().database().collection('rulebooks');
    await rulebooks.add({ _id: 'office:1', ...byLevel, rules });
    const evening = await addOutlet(room, { name: '示例广播', level: 'provincial' });
    const morning = await addOutlet(room, { name: '示例周报', level: 'county' });
    const story = await aSignedOff('茶农学会直播');
    for (const outletId of [evening, morning]) {
      const { adoptionId } = await room.lin.value('adoption.report', aReport(story.id, outletId));
      const settled = { adoptionId, version: 1, note: '', ...facts(outletId) };
      await room.zhou.value('adoption.verify', settled);
    }
    const on = await phone(browser, { openid: room.lin.openid, fontScale: 1.3 });
    await pages.open(on, `/pages/story/story?storyId=${story.id}`);
    await shown(on.page, '由您选定按哪次刊发计分；选定之前按最高的一次计。').waitFor();
    await on.page.getByText('选这次计分').first().scrollIntoViewIfNeeded();
    await look(on, 'story-choice');
    await on.page.getByText('选这次计分').first().tap();
    await shown(on.page, '按这次刊发计分').waitFor();
    await look(on, 'story-chosen');
    await on.close();
  },
  240_000,
);

journey(
  'the office registers a printing of a story of ours, and its reads with a screenshot',
  async () => {
    const story = await aSignedOff('养蜂人追花路');
    const zhou = await phone(browser, { openid: room.zhou.openid, fontScale: 1.3, dark: true });
    await pages.open(zhou, `/pages/story/story?storyId=${story.id}`);
    await tapText(zhou.page, '登记刊发');
    await shown(zhou.page, '养蜂人追花路').waitFor();
    await tapText(zhou.page, '请选择媒体');
    await tapText(zhou.page, '示例日报');
    await tapText(zhou.page, '添加署名');
    await type(zhou, '联合署名：输入姓名', '孙记者');
    await shown(zhou.page, '媒体记者（不分积分）').tap();
    await tapText(zhou.page, '添加');
    await shown(zhou.page, '投稿时署名：林示例').waitFor();
    await look(zhou, 'register-story');
    await tapText(zhou.page, '登记采用');
    await shown(zhou.page, '已核定').waitFor();
    const [printing] = (await room.show(room.lin, story.id)).adoptions;
    expect(printing).toMatchObject({ state: 'verified', headlineAsPrinted: '养蜂人追花路' });

    await pages.open(zhou, `/desk/adoption/adoption?id=${printing?.id}`);
    await type(zhou, '现在的阅读量', '1200');
    const chooser = zhou.page.waitForEvent('filechooser');
    await tapText(zhou.page, '阅读量截图');
    await (
      await chooser
    ).setFiles({
      ...{ name: 'reads.jpg', mimeType: 'image/jpeg', buffer: await aShot(browser, 3) },
    });
    await zhou.page.getByText('去掉').waitFor();
    await look(zhou, 'metric-screenshot');
    await tapText(zhou.page, '记录数据');
    await zhou.page.getByText('阅读 1200').first().waitFor();
    const { adoption } = await room.zhou.value('adoption.show', { adoptionId: printing?.id ?? '' });
    const { metrics, credits, creditsAsFiled } = adoption;
    expect(creditsAsFiled.map(({ name }) => name)).toEqual(['林示例']);
    expect(credits).toMatchObject([{ name: '林示例' }, { name: '孙记者', isJournalist: true }]);
    expect(metrics).toMatchObject([{ reads: 1200, source: 'screenshot' }]);
    await zhou.close();
  },
  240_000,
);

journey(
  'the office registers an instruction on a story, with a mark',
  async () => {
    const story = await aSignedOff('水库边的护鸟人');
    const zhou = await phone(browser, { openid: room.zhou.openid, fontScale: 1.3, dark: true });
    await pages.open(zhou, `/pages/story/story?storyId=${story.id}`);
    await look(zhou, 'story-office');
    await tapText(zhou.page, '登记批示等事项');
    await shown(zhou.page, '水库边的护鸟人').waitFor();
    await tapText(zhou.page, '领导批示');
    await type(zhou, '如 县委书记批示', '书记批示');
    await tapText(zhou.page, '请选择单位');
    await tapText(zhou.page, '城关镇联工委');
    await tapText(zhou.page, '被采纳');
    await look(zhou, 'fact-of-story');
    await type(zhou, '或另写一个标记', '不 行');
    await shown(zhou.page, '标记只用文字和数字，不用空格和标点').waitFor();
    await type(zhou, '或另写一个标记', '已转化');
    await tapText(zhou.page, '登记');
    const known = async () => (await room.zhou.value('fact.list', { after: null })).facts;
    await until(async () => (await known()).some(({ title }) => title === '书记批示'));
    expect((await known()).find(({ title }) => title === '书记批示')).toMatchObject({
      ...{ kind: 'instruction', workId: story.id, mark: '已转化', personId: null },
    });
    await pages.open(zhou, '/desk/facts/facts');
    await zhou.page.getByText('标记：已转化').waitFor();
    await zhou.page.getByText('关于《水库边的护鸟人》').waitFor();
    await zhou.close();
  },
  240_000,
);

journey(
  'the office registers an outside work and a fact, and takes the fact back',
  async () => {
    const zhou = await phone(browser, { openid: room.zhou.openid, fontScale: 1.3 });
    await pages.open(zhou, '/desk/adoptions/adoptions');
    await tapText(zhou.page, '登记外稿采用');
    await type(zhou, '没有在这里投过的稿件', '委员工作室里话家常');
    await tapText(zhou.page, '请选择单位');
    await tapText(zhou.page, '城关镇联工委');
    await type(zhou, filingText.bylinePlaceholder, '林示例');
    await tapText(zhou.page, '通讯录');
    await type(zhou, filingText.bylinePlaceholder, '孙记者');
    await tapText(zhou.page, '媒体记者（不分积分）');
    await look(zhou, 'register-journalist');
    await tapText(zhou.page, '添加');
    await shown(zhou.page, '孙记者（文 · 记者）').waitFor();
    await tapText(zhou.page, '请选择媒体');
    await tapText(zhou.page, '示例日报');
    await tapText(zhou.page, '登记采用');
    await tapText(zhou.page, '已核定');
    await shown(zhou.page, '委员工作室里话家常').waitFor();

    await tapText(zhou.page, '登记事项');
    await tapText(zhou.page, '登记一项');
    await tapText(zhou.page, '领导批示');
    await type(zhou, '如 县委书记批示', '县长批示');
    await tapText(zhou.page, '请选择单位');
    await tapText(zhou.page, '城关镇联工委');
    await tapText(zhou.page, '登记');
    await shown(zhou.page, '县长批示').waitFor();
    await tapText(zhou.page, '撤销');
    await type(zhou, '写明理由，所记积分将冲销', '登记错了');
    await zhou.page.getByText('撤销', { exact: true }).locator('visible=true').last().tap();
    await shown(zhou.page, '已撤销，理由：登记错了').waitFor();

    // A jury judges the outside work, found by the words of its headline.
    await tapText(zhou.page, '登记一项');
    await tapText(zhou.page, '评委打分');
    await tapText(zhou.page, '查找稿件或外稿');
    await type(zhou, '按标题或题签查找', '话家常');
    await shown(zhou.page, '委员工作室里话家常').waitFor();
    await look(zhou, 'fact-works');
    await tapText(zhou.page, '委员工作室里话家常');
    const periods = zhou.page.getByLabel('评哪一期').getByRole('radio');
    await periods.first().tap();
    await type(zhou, '如 92.5', '90');
    await look(zhou, 'fact-jury');
    await tapText(zhou.page, '登记');
    await shown(zhou.page, '关于《委员工作室里话家常》').waitFor();
    await look(zhou, 'facts');
    await zhou.close();
  },
  240_000,
);
