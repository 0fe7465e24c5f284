/** A correspondent writes without a network, is interrupted, and sees the story arrive once. */
import { dayOf } from '../../cloudfunctions/kernel/days';
import { beforeJourneys } from '../support/browser/before-journeys';
import { startNewsroom, type Newsroom } from '../support/county/newsroom';
import { tapText } from '../support/browser/finger';
import { journey, untilReady, type Pages } from '../support/browser/pages';
import { look, phone, type Phone, type PhoneOptions } from '../support/browser/phone';
import { addPhotos, aShot, keptPhotos, pickNext } from '../support/browser/shots';
import { until } from '../support/until';
import type { Browser } from 'playwright-core';

let browser: Browser;
let pages: Pages;
let room: Newsroom;

beforeJourneys(async (started) => {
  ({ browser, pages } = started);
  room = await startNewsroom(pages.cloud);
});

const headline = '城关镇议事室解决路灯难题';
const body =
  '11月20日晚，城关镇老街议事室里坐满了居民。镇联工委召集委员、居民和供电所，就老街三十二盏路灯不亮一事现场协商，议定三日内修复。';

/** The phone of 林, at the first page once, so that it knows whose it is. */
async function phoneOfLin(options: PhoneOptions = {}): Promise<Phone> {
  const lin = await phone(browser, { openid: room.lin.openid, ...options });
  await pages.open(lin, '/pages/stories/stories');
  await lin.page.getByText('写稿件').waitFor();
  return lin;
}

const network = (lin: Phone, mode: string) =>
  lin.page.evaluate(`__web.wx.network(${JSON.stringify(mode)})`);

async function writeCaptions(lin: Phone, count: number): Promise<void> {
  await lin.page.locator('[aria-label^="第 1 张"]').tap();
  const sheet = lin.page.getByRole('dialog', { name: '编辑图片' });
  for (let place = 1; place <= count; place += 1) {
    await sheet.getByText(`第 ${place} 张，共 ${count} 张`).waitFor();
    await sheet.locator('textarea').fill(`议事现场之${place}`);
    await sheet.getByText(place < count ? '下一张' : '完成').tap();
  }
  await sheet.waitFor({ state: 'detached' });
}

/** Takes the first photo out by mistake, and puts it back where it was. */
async function undoRemoval(lin: Phone): Promise<void> {
  await lin.page.locator('[aria-label*="议事现场之1"]').tap();
  await lin.page.getByRole('dialog', { name: '编辑图片' }).getByText('删除').tap();
  await lin.page.getByText('已删除 1 张图片').waitFor();
  await lin.page.getByText('撤销').tap();
  await lin.page.locator('[aria-label^="第 1 张，共 3 张，议事现场之1"]').waitFor();
}

journey(
  'a story with three photos is written offline, survives a reload while uploading, and is filed once',
  async () => {
    // Mostly on the day before; the form offers the county's today all the same.
    const lin = await phoneOfLin({ timeZone: 'Pacific/Pago_Pago' });
    const today = dayOf(Date.now());
    const shots = [await aShot(browser, 1), await aShot(browser, 2), await aShot(browser, 3)];
    await network(lin, 'offline');
    await lin.page.getByText('写稿件').tap();
    await lin.page.locator('textarea').first().fill(headline);
    await lin.page.locator('textarea').nth(1).fill(body);
    await lin.page.getByText('已存草稿').waitFor();
    await addPhotos(lin, shots);
    const shotBytes = shots.reduce((sum, { length }) => sum + length, 0);
    expect((await keptPhotos(lin)).bytes).toBeLessThan(shotBytes * 0.06);
    await writeCaptions(lin, 3);
    await undoRemoval(lin);
    await lin.page.getByText('图片新闻').tap();
    await lin.page.getByPlaceholder('没有可不填').fill('委员风采');
    await chooseDay(lin);
    await lin.page.getByText('提交', { exact: true }).tap();
    await lin.page.getByText('确认提交').tap();
    await lin.page.getByText('等待网络').waitFor();

    // The reload comes when the first upload has left and no answer is there yet.
    await holdUploads(lin);
    await network(lin, 'online');
    await lin.page.getByText('正在上传 1/3').waitFor();
    await lin.page.unroute('**/upload/**');
    await lin.page.reload();
    await untilReady(lin);
    await lin.page.getByText('已送达 ·').waitFor();
    const { stories } = await room.lin.value('story.list', { after: null });
    const filed = stories.filter((story) => story.headline === headline);
    expect(filed).toMatchObject([{ photoCount: 3, state: 'in_review' }]);
    await lin.page.getByText(`已送达 · ${filed[0]?.number}`).waitFor();
    await look(lin, 'receipt');
    await tapText(lin.page, '看稿件');
    await lin.page.getByText('办理过程').waitFor();
    const shown = await room.show(room.lin, filed[0]?.id ?? '');
    expect(shown.content.column).toBe('委员风采');
    expect([today, dayOf(Date.now())]).toContain(shown.content.happenedOn);
    expect((await keptPhotos(lin)).bytes).toBe(0);
    await lin.close();
  },
  240_000,
);

journey.each([[2], [-2]] as const)(
  'a phone whose clock is %s days ahead offers the true day and files it',
  async ([days]) => {
    const told = `路灯亮了，手机时间差了${days}天`;
    const lin = await phoneOfLin({ openedAt: Date.now() + days * 24 * 60 * 60 * 1000 });
    const today = dayOf(Date.now());
    await lin.page.getByText('写稿件').tap();
    await lin.page.locator('textarea').first().fill(told);
    await lin.page.locator('textarea').nth(1).fill(body);
    await chooseDay(lin);
    await lin.page.getByText('提交', { exact: true }).tap();
    await lin.page.getByText('确认提交').tap();
    await lin.page.getByText('已送达 ·').waitFor();
    // The receipt outlives a start.
    await lin.page.reload();
    await untilReady(lin);
    await lin.page.getByText('已送达 ·').waitFor();
    const { stories } = await room.lin.value('story.list', { after: null });
    const filed = stories.find((story) => story.headline === told);
    const { content } = await room.show(room.lin, filed?.id ?? '');
    expect([today, dayOf(Date.now())]).toContain(content.happenedOn);
    await lin.close();
  },
);

journey('a phone whose storage was cleared finds its draft in the cloud again', async () => {
  const lost = '写到一半的稿子';
  const before = await phoneOfLin();
  await before.page.getByText('写稿件').tap();
  await before.page.locator('textarea').first().fill(lost);
  await before.page.locator('textarea').nth(1).fill(body);
  await before.page.getByText('已存草稿').waitFor();
  const drafts = async () => (await room.lin.value('draft.list', {})).drafts;
  await until(async () => (await drafts()).some((draft) => draft.headline === lost));
  await before.close();
  // Another storage is an empty one.
  const lin = await phoneOfLin();
  await lin.page.getByText('云端备份的文字').waitFor();
  await lin.page.getByText(lost).tap();
  await lin.page.getByPlaceholder('标题').waitFor();
  expect(await lin.page.locator('textarea').nth(1).inputValue()).toBe(body);
  await lin.wx('navigateBack');
  await lin.page.getByRole('button', { name: `删除草稿：${lost}` }).tap();
  await lin.page.getByText('删除', { exact: true }).tap();
  await until(async () => !(await drafts()).some((draft) => draft.headline === lost));
  await lin.close();
});

journey('the place comes from the map at a tap, and the column from those in use', async () => {
  await room.aStory({ column: '委员风采', headline: '昨天的一篇' });
  const lin = await phoneOfLin();
  await lin.page.getByText('写稿件').tap();
  await lin.page.getByPlaceholder('没有可不填').tap();
  await lin.page.getByText('委员风采').tap();
  const column = lin.page.getByPlaceholder('没有可不填');
  expect(await column.inputValue()).toBe('委员风采');
  const place = lin.page.getByPlaceholder('如 城关镇老街');
  const locate = async (name: string) => {
    await lin.page.getByRole('button', { name: '定位' }).tap();
    const map = lin.page.getByRole('dialog');
    await map.getByLabel('地点名称').fill(name);
    await map.getByText('确定').tap();
    await map.waitFor({ state: 'detached' });
  };
  await locate('老街议事室');
  expect(await place.inputValue()).toBe('老街议事室');
  // The same place again, over what was typed since.
  await place.fill('别处');
  await locate('老街议事室');
  expect(await place.inputValue()).toBe('老街议事室');
  await network(lin, 'offline');
  await lin.page.getByRole('button', { name: '定位' }).tap();
  await lin.page.getByText('没有网络，地图打不开').waitFor();
  expect(await place.inputValue()).toBe('老街议事室');
  await lin.close();
});

journey('a tip opens the camera, is kept with its photo, and is sent', async () => {
  const tip = '老街路灯坏了三天';
  const lin = await phoneOfLin();
  await pickNext(lin, [await aShot(browser, 1)]);
  await lin.page.getByText('拍线索').tap();
  await lin.page.locator('[aria-label^="第 1 张"]').waitFor();
  await lin.page.locator('textarea').first().fill(tip);
  await lin.page.getByText('已存草稿').waitFor();
  await lin.wx('navigateBack');
  await lin.page.getByText(tip).tap();
  await lin.page.locator('[aria-label^="第 1 张"]').waitFor();
  await lin.page.getByText(/^已存草稿 /).waitFor();
  await lin.page.locator('textarea').nth(1).fill('老街三十二盏路灯不亮');
  const submit = async () => {
    await lin.page.getByText('提交', { exact: true }).tap();
    await lin.page.getByText('确认提交').tap();
  };
  await network(lin, 'offline');
  await submit();
  await lin.page.getByText('等待网络').waitFor();
  // What waits is taken back into the form that it was written in.
  await tapText(lin.page, '修改');
  await lin.page.getByPlaceholder('标题：一句话说是什么事').waitFor();
  await network(lin, 'online');
  await submit();
  await lin.page.getByText('已送达 ·').waitFor();
  const { stories } = await room.lin.value('story.list', { after: null });
  const sent = stories.filter(({ headline }) => headline === tip);
  expect(sent).toMatchObject([{ kind: 'tip', photoCount: 1 }]);
  await lin.close();
});

/** Uploads leave the phone and get no answer. */
const holdUploads = (lin: Phone) => lin.page.route('**/upload/**', () => undefined);

/** What is missing leads to where it stands. */
async function chooseDay(lin: Phone): Promise<void> {
  await lin.page.getByText('还缺：发生日期').tap();
  const field = lin.page.getByText('请选择');
  await until(async () => ((await field.boundingBox())?.y ?? 1000) < 400);
  await lin.page.getByText('请选择').tap();
  await lin.page.getByText('确定', { exact: true }).tap();
}
