import { journey, untilReady } from '../support/browser/pages';
import type { Phone, PhoneOptions, WxAnswer } from '../support/browser/phone';
import { serveWx } from '../support/browser/wx-phone';

let aPhone: (options?: PhoneOptions) => Promise<Phone>;
let lin: Phone;

serveWx(async (phoneOf) => {
  aPhone = phoneOf;
  lin = await aPhone({ openid: 'openid-lin' });
});

/** What the page answers to an expression. */
const inPage = <T>(expression: string, on: Phone = lin) => on.page.evaluate<T>(expression);

describe('how a call answers', () => {
  journey('an API that is not served throws with its name', async () => {
    const answer = await lin.wx('startWifi');
    expect(answer.errMsg).toBe('wx.startWifi is not implemented in the browser');
    const cloud = await lin.wx('cloud.callContainer');
    expect(cloud.errMsg).toBe('wx.cloud.callContainer is not implemented in the browser');
    const file = await inPage(
      'try { wx.getFileSystemManager().unzip({}) } catch (error) { error.message }',
    );
    expect(file).toBe('FileSystemManager.unzip is not implemented in the browser');
  });

  journey('a call without callbacks answers a promise, one with any of them nothing', async () => {
    expect(await inPage('wx.getStorageInfo() instanceof Promise')).toBe(true);
    expect(await inPage('wx.getStorageInfo({ complete() {} })')).toBe(undefined);
    const order = await inPage(`new Promise((done) => {
      const heard = [];
      wx.getStorage({
        key: 'absent',
        success: () => heard.push('success'),
        fail: (failure) => heard.push(failure.errMsg),
        complete: (failure) => done([...heard, failure.errMsg]),
      });
    })`);
    const words = 'getStorage:fail data not found';
    expect(order).toEqual([words, words]);
  });

  journey('what a callback throws reaches onError and not the API', async () => {
    const heard = await inPage<string>(`new Promise((done) => {
      wx.onError(done);
      wx.getStorageInfo({ success() { throw new Error('mine'); } });
    })`);
    expect(heard).toContain('mine');
  });

  journey('canIUse says yes to what is served and no to what is not', async () => {
    const asked = ['chooseMedia', 'startWifi', 'button.open-type.share', 'cloud'];
    const answers = await Promise.all(asked.map((name) => inPage(`wx.canIUse('${name}')`)));
    expect(answers).toEqual([true, false, true, true]);
  });
});

describe('random numbers', () => {
  journey('as many bytes come as are asked for, and no senseless number', async () => {
    const ask = (length: number) =>
      inPage<string>(`new Promise((done) => wx.getUserCryptoManager().getRandomValues({
        length: ${length},
        success: ({ randomValues }) => done(String(randomValues.byteLength)),
        fail: ({ errMsg }) => done(errMsg),
      }))`);
    expect(await ask(16)).toBe('16');
    expect(await ask(0)).toBe('getRandomValues:fail invalid length');
  });
});

describe('navigation', () => {
  journey('a page opened by navigateTo talks back over the event channel', async () => {
    const heard = await inPage(`new Promise((done) => {
      wx.navigateTo({ url: '/pages/second/second?id=3', events: { opened: done } });
    })`);
    expect(heard).toEqual({ id: '3' });
    expect((await lin.wx('navigateBack')).errMsg).toBe('navigateBack:ok');
  });

  journey('a missing page and a tab opened as a page are refused in WeChat’s words', async () => {
    const missing = await lin.wx('navigateTo', { url: '/pages/none/none' });
    expect(missing.errMsg).toMatch(/^navigateTo:fail page "pages\/none\/none" is not found/);
    const tab = await lin.wx('navigateTo', { url: '/pages/tab/tab' });
    expect(tab.errMsg).toMatch(/^navigateTo:fail can not navigateTo a tabbar page/);
  });

  journey('the title is set, and a tab carries a badge', async () => {
    await lin.wx('setNavigationBarTitle', { title: '新标题' });
    await lin.page.getByText('新标题').waitFor();
    expect((await lin.wx('setTabBarBadge', { index: 1, text: '3' })).errMsg).toBe(
      'setTabBarBadge:ok',
    );
    await lin.page.getByText('3', { exact: true }).waitFor();
    await lin.wx('removeTabBarBadge', { index: 1 });
  });

  journey('pull-down refresh runs the page’s handler', async () => {
    await lin.wx('startPullDownRefresh');
    await lin.page.getByText('pulled').waitFor();
  });

  journey('forwarding copies a link that opens the shared page', async () => {
    const link = await inPage<string>('__web.wx.share()');
    expect(link).toMatch(/#\/pages\/second\/second\?id=7$/);
    await lin.page.getByText('链接已复制').waitFor();
  });
});

describe('storage', () => {
  journey('values come back as they went in', async () => {
    const back = await inPage(`(() => {
      const values = ['text', 3, true, null, { a: [1] }, new Date(5), ''];
      return values.map((value, place) => {
        wx.setStorageSync('v' + place, value);
        const kept = wx.getStorageSync('v' + place);
        return kept instanceof Date ? 'date ' + kept.getTime() : kept;
      });
    })()`);
    expect(back).toEqual(['text', 3, true, null, { a: [1] }, 'date 5', '']);
    expect(await inPage("wx.getStorageSync('never set')")).toBe('');
  });

  journey('values outlive a reload and belong to one phone only', async () => {
    await lin.wx('setStorage', { key: 'kept', data: { n: 1 } });
    await lin.page.reload();
    await untilReady(lin);
    expect(await inPage("wx.getStorageSync('kept')")).toEqual({ n: 1 });
    const url = lin.page.url().replace('frame=phone-1', 'frame=another');
    expect(url).not.toBe(lin.page.url());
    const other = await lin.context.newPage();
    await other.goto(url);
    await other.waitForSelector('html[data-ready]', { state: 'attached' });
    expect(await other.evaluate("wx.getStorageSync('kept')")).toBe('');
    await other.close();
  });

  journey('one key holds at most 1 MB', async () => {
    const words = await inPage(`(() => {
      try { wx.setStorageSync('big', 'x'.repeat(1024 * 1024 + 1)); return 'kept'; }
      catch (error) { return error.message; }
    })()`);
    expect(words).toBe('setStorageSync:fail entry size limit reached');
    const answer = await inPage<WxAnswer>(
      "wx.setStorage({ key: 'big', data: '字'.repeat(400 * 1024) }).catch((failure) => failure)",
    );
    expect(answer.errMsg).toBe('setStorage:fail entry size limit reached');
  });

  journey('all of 10 MB can be filled, read after a reload, and not a byte more', async () => {
    const wu = await aPhone();
    const filled = await inPage<string[]>(
      `(async () => {
        const said = [];
        for (let n = 0; n < 11; n += 1) {
          const answer = await wx.setStorage({ key: 'k' + n, data: String(n % 10).repeat(1000000) })
            .catch((failure) => failure);
          said.push(answer.errMsg);
        }
        return said;
      })()`,
      wu,
    );
    expect(filled.slice(0, 10)).toEqual(Array(10).fill('setStorage:ok'));
    expect(filled[10]).toBe('setStorage:fail exceed storage max size 10Mb');
    await wu.page.reload();
    await untilReady(wu);
    const first = await inPage<string[]>(
      "Array.from({ length: 10 }, (_, n) => wx.getStorageSync('k' + n).slice(0, 2) + wx.getStorageSync('k' + n).length)",
      wu,
    );
    expect(first).toEqual(Array.from({ length: 10 }, (_, n) => `${n}${n}1000000`));
    await inPage("['k0', 'k9'].forEach((key) => wx.removeStorageSync(key))", wu);
    const { keys, currentSize, limitSize } = await wu.wx('getStorageInfo');
    expect([...(keys as string[])].sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((n) => `k${n}`));
    expect(currentSize).toBe(Math.ceil((8 * 1_000_007) / 1024));
    expect(limitSize).toBe(10 * 1024);
    await wu.close();
  });
});

describe('what WeChat tells of itself', () => {
  journey('font scale and theme come from the frame and change with the stage', async () => {
    const wu = await aPhone({ dark: true, fontScale: 1.4 });
    const told = await inPage<{ fontSizeScaleFactor: number; theme: string }>(
      'wx.getAppBaseInfo()',
      wu,
    );
    expect(told).toMatchObject({ fontSizeScaleFactor: 1.4, theme: 'dark' });
    const heard = await inPage(
      `new Promise((done) => {
        wx.onThemeChange(done);
        window.postMessage({ kind: 'theme', dark: false }, location.origin);
      })`,
      wu,
    );
    expect(heard).toEqual({ theme: 'light' });
    await wu.close();
  });

  journey('window, device and launch are told', async () => {
    const window = await inPage<WxAnswer>('wx.getWindowInfo()');
    expect(window).toMatchObject({ windowWidth: 390, screenHeight: 844 });
    const system = await lin.wx('getSystemInfo');
    expect(system).toMatchObject({ windowWidth: 390, platform: 'devtools', language: 'zh_CN' });
    expect(await inPage('wx.getLaunchOptionsSync().path')).toBe('pages/index/index');
    expect(await inPage('wx.env.USER_DATA_PATH')).toBe('wxfile://usr');
  });

  journey('keys of a PC are heard', async () => {
    // Listening first, in a call of its own: a key that comes before is heard by nobody.
    await inPage('void wx.onKeyDown((event) => { globalThis.heardKey = event.key; })');
    await lin.page.bringToFront();
    await lin.page.keyboard.press('ArrowDown');
    const heard = await lin.page.waitForFunction('globalThis.heardKey');
    expect(await heard.jsonValue()).toBe('ArrowDown');
  });
});

describe('questions to the page', () => {
  journey(
    'a selector query answers rectangles and the canvas node, whose drawing becomes a file',
    async () => {
      const answer = await inPage<{
        width: number;
        path: string;
        color: number[];
      }>(`new Promise((done) => {
      wx.createSelectorQuery()
        .select('#canvas').fields({ node: true, size: true })
        .exec(async ([{ node, width }]) => {
          node.width = 20; node.height = 10;
          const pen = node.getContext('2d');
          pen.fillStyle = '#f00'; pen.fillRect(0, 0, 20, 10);
          const { tempFilePath } = await wx.canvasToTempFilePath({ canvas: node, fileType: 'png' });
          const image = node.createImage();
          image.onload = () => {
            pen.clearRect(0, 0, 20, 10); pen.drawImage(image, 0, 0);
            done({ width, path: tempFilePath, color: [...pen.getImageData(5, 5, 1, 1).data] });
          };
          image.src = tempFilePath;
        });
    })`);
      expect(answer.width).toBe(200);
      expect(answer.path).toMatch(/^wxfile:\/\/tmp_\w+\.png$/);
      expect(answer.color).toEqual([255, 0, 0, 255]);
    },
  );

  journey(
    'what a canvas draws at once has its Chinese glyphs, on a bare machine as well',
    async () => {
      // Of a family that no page shows text in, so that nothing else has fetched them. All that have no
      // glyph are drawn as one box.
      const drawings = await inPage<string[]>(`new Promise((done) => {
      wx.createSelectorQuery().select('#canvas').fields({ node: true }).exec(([{ node }]) => {
        node.width = 20; node.height = 20;
        const pen = node.getContext('2d');
        pen.font = '18px "Songti SC", serif';
        done(['鱼', '糖', '霞'].map((character) => {
          pen.clearRect(0, 0, 20, 20); pen.fillText(character, 1, 17);
          return [...pen.getImageData(0, 0, 20, 20).data].join();
        }));
      });
    })`);
      expect(new Set(drawings).size).toBe(drawings.length);
    },
  );

  journey('what comes into view is observed', async () => {
    const ratio = await inPage<number>(`new Promise((done) => {
      const [page] = getCurrentPages();
      wx.createIntersectionObserver(page).relativeToViewport().observe('.answer', (seen) =>
        done(seen.intersectionRatio));
    })`);
    expect(ratio).toBeGreaterThan(0);
  });
});
