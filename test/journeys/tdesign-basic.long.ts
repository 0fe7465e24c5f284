import { drag, heard, shown, tapText } from '../support/browser/finger';
import { journey } from '../support/browser/pages';
import type { Phone } from '../support/browser/phone';
import { complaints, serveSample } from '../support/browser/sample-phone';

let lin: Phone;
let at: (name: string) => Promise<void>;

serveSample(async (sample) => {
  lin = await sample.another();
  at = (name) => sample.open(lin, name);
});

describe('basic components', () => {
  beforeAll(() => at('basic'));

  journey('buttons hear a tap, and a disabled one does not', async () => {
    await tapText(lin.page, '主要');
    await heard(lin.page, 'button tap');
    await tapText(lin.page, '删除');
    await heard(lin.page, 'icon-button tap');
    await tapText(lin.page, '禁用');
    await tapText(lin.page, '主要');
    expect(await heard(lin.page, /button tap/)).toMatch(/^button/);
  });

  journey('icon, cell and floating button hear a tap', async () => {
    await lin.page.locator('[class*="t-icon-home"]').first().tap();
    await heard(lin.page, 'icon click');
    await tapText(lin.page, '单元格');
    await heard(lin.page, 'cell click');
    await tapText(lin.page, '按钮');
    await heard(lin.page, 'fab click');
  });

  journey('row, col, divider, link, text, title, paragraph and provider are drawn', async () => {
    const [left, right] = await Promise.all(
      ['左八', '右十六'].map((text) => shown(lin.page, text).boundingBox()),
    );
    expect(right?.x).toBeGreaterThan((left?.x ?? 0) + 90);
    expect(right?.y).toBe(left?.y);
    for (const text of ['分割线', '链接', '标题文字', '正文文字', '一段较长的文字', '插槽内容']) {
      expect(await shown(lin.page, text).count()).toBe(1);
    }
  });

  journey('a link switches to the tab it names', async () => {
    await tapText(lin.page, '链接');
    await shown(lin.page, '我的页面 1').waitFor();
  });
});

describe('showing components', () => {
  beforeAll(() => at('display'));

  journey('tags close and are checked', async () => {
    await lin.page.locator('[class*="t-tag__icon-close"]').first().tap();
    await heard(lin.page, 'tag close');
    await tapText(lin.page, '未选');
    await heard(lin.page, 'check-tag change {"checked":true');
  });

  journey('a collapse panel opens to the height of its content', async () => {
    const height = async () => (await shown(lin.page, '折叠的内容').boundingBox())?.height ?? 0;
    await tapText(lin.page, '折叠面板');
    await heard(lin.page, 'collapse [0]');
    expect(await height()).toBeGreaterThan(10);
  });

  journey('the count-down runs', async () => {
    const clock = lin.page.locator('[class*="t-count-down"]').first();
    const before = await clock.textContent();
    const changed = `document.querySelector('[class*="t-count-down"]').textContent !== ${JSON.stringify(before)}`;
    await lin.page.waitForFunction(changed);
  });

  journey('grid, table and steps hear a tap', async () => {
    await tapText(lin.page, '宫格一');
    await heard(lin.page, 'grid click');
    await tapText(lin.page, '周');
    await heard(lin.page, 'table row-click');
    expect(await lin.page.locator('[class*="t-table__td-content"]').count()).toBe(4);
  });

  journey('an image loads and opens in the viewer', async () => {
    const part = lin.page.locator('wx-view', { hasText: /^image, image-viewer/ }).first();
    await part.locator('img').first().tap();
    await shown(lin.page, '1/2').waitFor();
    await lin.page.locator('[class*="t-image-viewer__nav-close"]').first().tap();
    await heard(lin.page, 'viewer close');
  });

  journey('a QR code and a watermark are painted', async () => {
    const dark = await lin.page
      .locator('wx-canvas canvas')
      .first()
      .evaluate((node) => {
        const canvas = node as unknown as {
          width: number;
          height: number;
          getContext(kind: '2d'): { getImageData(...box: number[]): { data: Uint8ClampedArray } };
        };
        const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
        return data.filter((value, at) => at % 4 === 0 && value < 60 && data[at + 3] === 255)
          .length;
      });
    expect(dark).toBeGreaterThan(500);
    expect(await lin.page.locator('[class*="t-watermark"]').count()).toBeGreaterThan(0);
  });

  journey('a swiper turns under the finger', async () => {
    await drag(lin.page.locator('wx-swiper').first(), { dx: -220, dy: 0 });
    expect(await heard(lin.page, 'swiper change')).toContain('"current":1');
  });

  journey('a swipe cell opens under the finger, and its action is heard', async () => {
    await drag(shown(lin.page, '向左滑动'), { dx: -160, dy: 0 });
    await tapText(lin.page, '删除');
    await heard(lin.page, 'swipe-cell click');
  });

  journey('the rest is drawn', async () => {
    for (const text of ['徽标', '暂无稿件', '已送达', '页脚文字', '审核', '吸顶的行']) {
      expect(await shown(lin.page, text).count()).toBe(1);
    }
    for (const name of ['t-avatar', 't-badge', 't-progress', 't-skeleton', 't-sticky']) {
      expect(await lin.page.locator(`[class*="${name}"]`).count()).toBeGreaterThan(0);
    }
  });
});

journey('nothing complains in the console', async () => {
  expect(complaints(lin)).toEqual([]);
});
