/** The README's five-minute walk, sentence by sentence, on the sample county beside its center. */
import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { centerOutlets, seedCounty } from '../../local/seed';
import { personas } from '../../local/seed/people';
import { openBrowser } from '../support/browser/browser';
import { centerSecret, startCenter, type RunningCenter } from '../support/center/center';
import { newId, newInviteCode, phoneOf } from '../support/county/county';
import { shown, tapText } from '../support/browser/finger';
import { journey, startPages, type Pages } from '../support/browser/pages';
import { phone, type Phone } from '../support/browser/phone';
import { aShot } from '../support/browser/shots';
import { until } from '../support/until';

let browser: Browser;
let pages: Pages;
let center: RunningCenter;
let lin: Phone;

const minutes = 60_000;
const headline = '老街口的公交站牌修好了';
const body =
  '城关镇老街口的公交站牌被风吹歪已有半个月，老人等车看不清车次。镇联工委的委员当天联系公交公司，第二天一早站牌扶正，还换上了大字时刻表，候车的居民连声说好。';

beforeAll(async () => {
  browser = await openBrowser();
  pages = await startPages();
  const channelId = newId();
  const callback = `${pages.cloud.base}/inbound/channels/${channelId}/answers`;
  const outlets = centerOutlets.map(({ name }) => name);
  center = await startCenter({ callback, outlets });
  const beside = { channelId, name: '示例县融媒体中心', base: center.base, secret: centerSecret };
  await seedCounty(pages.cloud.base, Date.now(), beside);
}, 10 * minutes);

afterAll(async () => {
  await browser?.close();
  await center?.stop();
  await pages?.stop();
});

const aPhone = (openid: string) => phone(browser, { openid });

const filed = async () => {
  const { stories } = await phoneOf(pages.cloud, personas.lin).value('story.list', { after: null });
  return stories.find((story) => story.headline === headline);
};

journey(
  '林示例的手机：写稿件、加一张图片、选发生日期、提交，写着“初审中”',
  async () => {
    lin = await aPhone(personas.lin);
    await pages.open(lin, '/pages/stories/stories');
    await tapText(lin.page, '写稿件');
    await lin.page.locator('textarea').first().fill(headline);
    await lin.page.locator('textarea').nth(1).fill(body);
    const shot = { name: 'IMG_1.jpg', type: 'image/jpeg' };
    const files = [{ ...shot, base64: (await aShot(browser, 1)).toString('base64') }];
    await lin.page.evaluate(`__web.wx.pickNext(${JSON.stringify(files)})`);
    await lin.page.getByText('添加图片').tap();
    await lin.page.locator('[aria-label^="第 1 张"]').tap();
    const sheet = lin.page.getByRole('dialog', { name: '编辑图片' });
    await sheet.locator('textarea').fill('修好的站牌');
    await sheet.getByText('完成').tap();
    await sheet.waitFor({ state: 'detached' });
    await lin.page.getByText('请选择').tap();
    await lin.page.getByText('确定', { exact: true }).tap();
    await lin.page.getByText('提交', { exact: true }).tap();
    await lin.page.getByText('确认提交').tap();
    await until(async () => (await filed())?.state === 'in_review');
    await pages.open(lin, '/pages/stories/stories');
    await shown(lin.page, headline).waitFor();
    await shown(lin.page, '初审中').waitFor();
  },
  4 * minutes,
);

journey(
  '周示例“通过”，徐示例“通过”，吴示例“签发”',
  async () => {
    for (const openid of [personas.zhou, personas.xu]) {
      const reviewer = await openStory(openid);
      await tapText(reviewer.page, '通过');
      const { stageName } = (await filed()) ?? {};
      await reviewer.wx('navigateBack');
      await until(async () => (await filed())?.stageName !== stageName);
      await reviewer.close();
    }
    const wu = await openStory(personas.wu);
    await tapText(wu.page, '签发');
    await tapText(wu.page, '确认签发');
    await until(async () => (await filed())?.state === 'signed_off');
    await wu.close();
  },
  6 * minutes,
);

async function openStory(openid: string): Promise<Phone> {
  const reviewer = await aPhone(openid);
  await pages.open(reviewer, '/pages/todo/todo');
  await shown(reviewer.page, headline).tap();
  await reviewer.page.locator('.headline', { hasText: headline }).waitFor();
  return reviewer;
}

journey(
  '示例县融媒体中心：登记刊发；林的稿件页上有刊发、积分和算式',
  async () => {
    const desk = await phone(browser, { isDesktop: true, viewport: { width: 1280, height: 800 } });
    await desk.page.goto(center.base);
    await desk.page.getByText(headline).click();
    const form = desk.page.locator('form[action$="/publish"]');
    await form.getByLabel('刊发媒体').selectOption('示例县报');
    await form.getByLabel('刊发标题').fill(headline);
    await form.getByText('登记刊发').click();
    await desk.page.locator('.chip', { hasText: '已刊发' }).waitFor();
    await until(async () => (await filed())?.state === 'published');
    await pages.open(lin, '/pages/stories/stories');
    await shown(lin.page, '+4 分').waitFor();
    // The first is what the outbox says of it.
    await lin.page.getByText(headline).locator('visible=true').last().tap();
    await shown(lin.page, '示例县报').waitFor();
    await lin.page.getByText(/县级/).locator('visible=true').first().waitFor();
    await lin.page
      .getByText(/县级.* 4/)
      .locator('visible=true')
      .first()
      .tap();
    await shown(lin.page, '看稿件和采用凭据').waitFor();
    await desk.close();
    await lin.close();
  },
  4 * minutes,
);

journey(
  '何示例存下单位的海报，秦示例“扫一扫”选它：自己的成绩和本单位的榜',
  async () => {
    const he = await aPhone(personas.he);
    await pages.open(he, '/admin/codes/codes');
    const card = he.page.locator('.card', { hasText: '医药卫生界' });
    await card.getByText('海报').tap();
    await he.page.waitForURL(/poster/);
    await he.page.waitForLoadState('networkidle');
    const saving = he.page.waitForEvent('download');
    await tapText(he.page, '保存到相册');
    await he.page.getByText('允许', { exact: true }).locator('visible=true').tap();
    const poster = await readFile(await (await saving).path());
    await he.close();
    const qin = await aPhone(personas.qin);
    await pages.open(qin, '/pages/mine/mine');
    await tapText(qin.page, '扫一扫');
    const file = { name: 'poster.png', type: 'image/png', base64: poster.toString('base64') };
    await qin.page.evaluate(`__web.wx.pickNext(${JSON.stringify([file])})`);
    await qin.page.getByRole('button', { name: '选择图片' }).tap();
    await qin.page.getByText('每一笔的由来').locator('visible=true').first().waitFor();
    await qin.close();
  },
  4 * minutes,
);

journey(
  '还没有加入的手机扫同一张海报：用邀请码加入，回到自己的成绩和本单位的榜',
  async () => {
    const he = phoneOf(pages.cloud, personas.he);
    const { units } = await he.value('unit.list', {});
    const unitId = units.find(({ name }) => name === '医药卫生界')?.id ?? '';
    const [code] = (await he.value('code.list', { targetId: unitId, after: null })).codes;
    const [personId, invite] = [newId(), newInviteCode()];
    const newcomer = { name: '新示例', standing: 'member' as const, phone: null, isHead: false };
    await he.value('person.add', { personId, ...newcomer, unitId });
    await he.value('invite.make', { personId, code: invite });
    const visitor = await aPhone('o-scans-the-poster');
    await pages.open(visitor, `/pages/code/code?scene=${code?.token}`);
    await shown(visitor.page, '“医药卫生界”的积分码').waitFor();
    await tapText(visitor.page, '输入邀请码加入');
    await visitor.page.getByPlaceholder('ABCD-2345-…').fill(invite);
    await visitor.page.getByText('加入', { exact: true }).locator('visible=true').last().tap();
    await shown(visitor.page, '新示例，欢迎加入').waitFor();
    await tapText(visitor.page, '看积分');
    await shown(visitor.page, '本季还没有积分').waitFor();
    // In the first days of a quarter nobody of it has points yet.
    await visitor.page.getByRole('heading', { name: '医药卫生界', exact: true }).waitFor();
    await visitor.close();
  },
  4 * minutes,
);

journey(
  '周示例“通报”：已结账的一期有校验码；汇总本月，城关镇的采用在里面',
  async () => {
    const zhou = await aPhone(personas.zhou);
    await pages.open(zhou, '/pages/standing/standing');
    await tapText(zhou.page, '通报');
    const sees = (words: RegExp) => zhou.page.getByText(words).locator('visible=true').first();
    await sees(/已结账/).tap();
    await sees(/校验码 [0-9a-f]{12}/).waitFor();
    await shown(zhou.page, '合计').waitFor();
    await zhou.wx('navigateBack');
    const month = chinaMonth(Date.now());
    await zhou.page.getByLabel(`汇总${month}`).locator('visible=true').tap();
    await shown(zhou.page, `${month}信息通报`).waitFor();
    await shown(zhou.page, '城关镇联工委').waitFor();
    await zhou.close();
  },
  4 * minutes,
);

/** As bulletins are named: 2026年11月. */
function chinaMonth(at: number): string {
  const day = new Date(at + 8 * 60 * minutes).toISOString();
  return `${day.slice(0, 4)}年${Number(day.slice(5, 7))}月`;
}
