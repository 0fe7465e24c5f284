import path from 'node:path';
import { drag, heard, shown, styleOf, takeHeard, tapText } from '../support/browser/finger';
import { journey, startPages } from '../support/browser/pages';
import type { Phone } from '../support/browser/phone';
import { complaints, serveSample, type Sample } from '../support/browser/sample-phone';

let sample: Sample;
let lin: Phone;

serveSample((started) => {
  sample = started;
});

beforeEach(async () => {
  lin = await sample.another();
});

afterEach(async () => {
  await lin?.close();
});

const open = (name: string, query?: string) => sample.open(lin, name, query);
const title = () => lin.page.locator('#nav-title').textContent();
const stack = () =>
  lin.page.evaluate<string[]>('getCurrentPages().map((page) => page.route.split("/").pop())');
const ready = () => heard(lin.page, 'life ready');

describe('lifecycles', () => {
  journey('a page and its component live in the order of WeChat', async () => {
    await open('life', '?id=%E4%B8%80');
    await ready();
    await open('life', '?id=%E4%B8%80');
    await lin.page.waitForFunction("getApp().heard.includes('life ready')");
    expect(await takeHeard(lin.page)).toEqual([
      'app launch',
      'app show',
      'child created',
      'child attached',
      'grandchild attached',
      'life load {"id":"%E4%B8%80"}',
      'life show',
      'child page show',
      'grandchild ready',
      'child ready',
      'life ready',
    ]);
  });

  journey('a page hides below another, and is unloaded when it is left', async () => {
    await open('life');
    await ready();
    await tapText(lin.page, '再开一页');
    await heard(lin.page, 'life hide');
    await heard(lin.page, 'child page hide');
    await heard(lin.page, 'life load {"depth":"1"}');
    await ready();
    await lin.page.locator('#nav-back').tap();
    await heard(lin.page, 'life unload');
    await heard(lin.page, 'child detached');
    await heard(lin.page, 'life show');
    expect(await stack()).toEqual(['life']);
  });

  journey('the end of the page is told once each time it comes near', async () => {
    await open('life');
    await ready();
    await lin.page.evaluate("document.querySelector('.page-scroll').scrollTop = 99999");
    await heard(lin.page, 'life bottom');
    await shown(lin.page, '第 49 行').waitFor();
    await lin.page.evaluate("document.querySelector('.page-scroll').scrollTop = 99999");
    await heard(lin.page, 'life bottom');
  });

  journey('pulling down refreshes by the finger and by the API', async () => {
    await open('life');
    await ready();
    await drag(shown(lin.page, '第 3 行'), { dx: 0, dy: 200 });
    await heard(lin.page, 'life pull');
    await shown(lin.page, '下拉 1 次').waitFor();
    await lin.wx('startPullDownRefresh');
    await shown(lin.page, '下拉 2 次').waitFor();
    await takeHeard(lin.page);
    await drag(shown(lin.page, '第 3 行'), { dx: 0, dy: 40 });
    expect(await takeHeard(lin.page)).not.toContain('life pull');
    expect(await shown(lin.page, '下拉 2 次').count()).toBe(1);
  });

  journey('a resized window is told to the page', async () => {
    await open('life');
    await ready();
    await lin.page.setViewportSize({ width: 500, height: 800 });
    await heard(lin.page, 'life resize 500');
  });
});

journey('the sheet of a page dresses that page alone, and is back with it', async () => {
  const color = () => styleOf(lin.page, 'wx-page-root:last-of-type .part', 'outlineColor');
  await open('life');
  await ready();
  expect(await color()).toBe('rgb(1, 2, 3)');
  await lin.wx('navigateTo', { url: '/pages/basic/basic' });
  const parts =
    "[...document.querySelectorAll('.part')].map((one) => getComputedStyle(one).outlineColor)";
  await lin.page.waitForFunction(`!${parts}.includes('rgb(1, 2, 3)')`);
  await lin.wx('navigateBack');
  await lin.page.waitForFunction(`${parts}.includes('rgb(1, 2, 3)')`);
});

describe('routes', () => {
  journey('refusals are worded as WeChat words them', async () => {
    await open('life');
    await tapText(lin.page, '不存在的页');
    await heard(lin.page, 'navigateTo:fail page "pages/none/none" is not found');
    await tapText(lin.page, '用打开去标签');
    await heard(lin.page, 'navigateTo:fail can not navigateTo a tabbar page');
    const answer = await lin.wx('switchTab', { url: '/pages/basic/basic' });
    expect(answer.errMsg).toBe('switchTab:fail can not switch to no-tabBar page');
  });

  journey('ten pages are the most', async () => {
    await open('life');
    for (let depth = 1; depth < 10; depth += 1) {
      await lin.wx('navigateTo', { url: `/pages/life/life?depth=${depth}` });
    }
    const answer = await lin.wx('navigateTo', { url: '/pages/life/life' });
    expect(answer.errMsg).toBe('navigateTo:fail webview count limit exceed 10');
    expect(await stack()).toHaveLength(10);
  });

  journey('an opener and its page talk by their channel', async () => {
    await open('index');
    await tapText(lin.page, '基础');
    await heard(lin.page, 'index said hello');
    await heard(lin.page, 'basic opened basic');
    expect(await lin.page.getByText('from=%E7%9B%AE%E5%BD%95').count()).toBe(1);
  });

  journey('the browser goes back and forth; a typed address is opened', async () => {
    await open('index');
    await tapText(lin.page, '基础');
    await lin.page.waitForFunction("location.hash.includes('basic')");
    await lin.page.goBack();
    await lin.page.waitForFunction('getCurrentPages().length === 1');
    await lin.page.goForward();
    await lin.page.waitForFunction("getCurrentPages().at(-1).route === 'pages/basic/basic'");
    await lin.page.evaluate("location.hash = '#/pages/meta/meta'");
    await lin.page.waitForFunction("getCurrentPages().at(-1).route === 'pages/meta/meta'");
    expect(await stack()).toEqual(['meta']);
  });

  journey('redirecting replaces the page, relaunching clears the stack', async () => {
    await open('index');
    await tapText(lin.page, '生命周期');
    await ready();
    await tapText(lin.page, '替换');
    await heard(lin.page, 'life unload');
    await lin.page.waitForFunction("getCurrentPages().at(-1).route === 'pages/basic/basic'");
    expect(await stack()).toEqual(['index', 'basic']);
    await lin.wx('reLaunch', { url: '/pages/mine/mine' });
    expect(await stack()).toEqual(['mine']);
  });

  journey(
    'a page of a subpackage is fetched, and its properties come from the address',
    async () => {
      await open('index');
      await tapText(lin.page, '去分包');
      await lin.page.getByText('分包 id=7 query={"id":"7"}').waitFor();
      expect(await title()).toBe('分包');
    },
  );

  journey('an address that is no page says so and leads to the entry', async () => {
    await open('none');
    await tapText(lin.page, '返回首页');
    await lin.page.waitForFunction("getCurrentPages().at(-1)?.route === 'pages/index/index'");
  });
});

describe('bars', () => {
  journey('tabs keep their pages and tell of the tap', async () => {
    await open('index');
    const tab = (text: string) => lin.page.locator('#tabs').getByText(text);
    await tab('我的').tap();
    await heard(lin.page, 'mine tab 1 我的');
    await shown(lin.page, '我的页面 1').waitFor();
    await tab('目录').tap();
    await heard(lin.page, 'index tab 目录');
    await tab('我的').tap();
    await shown(lin.page, '我的页面 2').waitFor();
    await lin.wx('setTabBarBadge', { index: 1, text: '12' });
    expect(await lin.page.locator('#tabs .badge').textContent()).toBe('12');
  });

  journey('page-meta sets bar, text size and scrolling', async () => {
    await lin.close();
    lin = await sample.another({ fontScale: 1.5 });
    await open('meta');
    expect(await title()).toBe('属性标题');
    await tapText(lin.page, '改标题');
    await lin.page.waitForFunction("document.title === '改过的标题'");
    expect(await styleOf(lin.page, '.scaled', 'fontSize')).toBe('24px');
    await tapText(lin.page, '停住滚动');
    await lin.page.waitForFunction(
      "getComputedStyle(document.querySelector('.page-scroll')).overflowY === 'hidden'",
    );
  });

  journey('dark mode colours pages and bars, and its change is told', async () => {
    await lin.close();
    lin = await sample.another({ dark: true });
    await open('basic');
    const colors = () =>
      lin.page.evaluate<string[]>(
        "['#nav', 'wx-page-root', '.part'].map((one) => getComputedStyle(document.querySelector(one)).backgroundColor)",
      );
    expect(await colors()).toEqual(['rgb(24, 24, 24)', 'rgb(24, 24, 24)', 'rgb(36, 36, 36)']);
    await lin.page.evaluate("__web.host.setTheme('light')");
    await heard(lin.page, 'app theme light');
    expect(await colors()).toEqual([
      'rgb(255, 255, 255)',
      'rgb(245, 245, 245)',
      'rgb(255, 255, 255)',
    ]);
  });
});

journey('a custom tab bar stands on each tab page and hears of it', async () => {
  const samples = path.resolve(__dirname, '../samples');
  const functionsDir = path.resolve(__dirname, '../support/cloud/no-functions');
  const appDir = path.join(samples, 'custom-tab');
  const pages = await startPages({ appDir, cloud: { functionsDir } });
  try {
    await pages.open(lin);
    await shown(lin.page, '现在 one').waitFor();
    await tapText(lin.page, '去 two');
    await shown(lin.page, '页面 two').waitFor();
    await shown(lin.page, '现在 two').waitFor();
    expect(await lin.page.locator('#tabs').isHidden()).toBe(true);
    expect(await lin.page.locator('#nav').isHidden()).toBe(true);
    await tapText(lin.page, '去 one');
    await shown(lin.page, '现在 one').waitFor();
    expect(complaints(lin)).toEqual([]);
  } finally {
    await pages.stop();
  }
});

describe('measures', () => {
  journey('setData is counted in bytes, and the page in nodes', async () => {
    await open('mine');
    await lin.page.evaluate('__web.measure()');
    await lin.page.evaluate("getCurrentPages()[0].setData({ word: '乡讯' })");
    const measures = await lin.page.evaluate('__web.measure()');
    expect(measures).toEqual({
      setDataCalls: 1,
      setDataBytes: 17,
      setDataBytesMax: 17,
      nodes: 2,
      depth: 2,
      childrenMax: 1,
    });
  });

  journey('what is not implemented throws with its name', async () => {
    await open('mine');
    const thrown = await lin.page.evaluate(
      'try { getCurrentPages()[0].setUpdatePerformanceListener({}) } catch (error) { error.message }',
    );
    expect(thrown).toBe('this.setUpdatePerformanceListener is not implemented in the browser');
    expect(complaints(lin)).toEqual([]);
  });
});
