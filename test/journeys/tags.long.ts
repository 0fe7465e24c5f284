import { drag, heard, press, shown, styleOf, takeHeard, tapText } from '../support/browser/finger';
import { journey } from '../support/browser/pages';
import type { Phone } from '../support/browser/phone';
import { complaints, serveSample } from '../support/browser/sample-phone';

let lin: Phone;

serveSample(async (sample) => {
  lin = await sample.another();
  await sample.open(lin, 'tags');
});

const column = (at: number) => lin.page.locator('.picker-sheet .picker-column').nth(at);
const line = (at: number, text: string) => column(at).getByText(text, { exact: true });
const confirm = () => lin.page.locator('.picker-sheet .picker-confirm').tap();

describe('picker', () => {
  journey('a selector answers the index of the line, and nothing when cancelled', async () => {
    await tapText(lin.page, '选一项');
    await shown(lin.page, '选县').waitFor();
    await line(0, '河州').tap();
    await confirm();
    await heard(lin.page, 'selector change {"value":1}');
    await tapText(lin.page, '选一项');
    await lin.page.locator('.picker-sheet .picker-cancel').tap();
    await heard(lin.page, 'selector cancel');
  });

  journey('the touch that opens the sheet chooses none of its lines', async () => {
    const opener = lin.page.getByText('选一项');
    const place = 'position: fixed; bottom: 145px; left: 180px; z-index: 9';
    await opener.evaluate((one, style) => one.setAttribute('style', style), place);
    await tapText(lin.page, '选一项');
    await confirm();
    await heard(lin.page, 'selector change {"value":1}');
    await opener.evaluate((one) => one.removeAttribute('style'));
  });

  journey('a wheel turned by the finger snaps to a line and is taken', async () => {
    await tapText(lin.page, '选一项');
    await drag(column(0), { dx: 0, dy: 80 });
    await confirm();
    await heard(lin.page, 'selector change {"value":0}');
  });

  journey('columns follow each other', async () => {
    await tapText(lin.page, '选多列');
    await line(0, '河州').tap();
    await heard(lin.page, 'column 0 1');
    await line(1, '北岸').tap();
    await confirm();
    await heard(lin.page, 'multi change {"value":[1,1]}');
  });

  journey('a time stays between start and end', async () => {
    await tapText(lin.page, '选时间');
    expect(await column(0).locator('.picker-line').allTextContents()).toEqual(
      Array.from({ length: 11 }, (_, hour) => String(hour + 8).padStart(2, '0')),
    );
    await line(0, '18').tap();
    expect(await column(1).locator('.picker-line').count()).toBe(1);
    await confirm();
    await heard(lin.page, 'time change {"value":"18:00"}');
  });

  journey('a date takes the last day of a shorter month', async () => {
    await tapText(lin.page, '选日期');
    await line(1, '02月').tap();
    await confirm();
    await heard(lin.page, 'date change {"value":"2026-02-28"}');
  });

  journey('a region answers names and codes', async () => {
    await tapText(lin.page, '选地区');
    await line(0, '浙江省').tap();
    await line(1, '杭州市').tap();
    await confirm();
    const told = await heard(lin.page, 'region change');
    expect(told).toContain('"浙江省","杭州市"');
    expect(told).toContain('"330000","330100"');
  });
});

describe('scrolling tags', () => {
  journey('a picker-view tells where its wheels came to rest', async () => {
    await drag(lin.page.locator('wx-picker-view-column').first(), { dx: 0, dy: -34 });
    await heard(lin.page, 'wheel change {"value":[2,0]}');
  });

  journey('a scroll-view refreshes by the finger and goes back', async () => {
    await drag(shown(lin.page, '行1'), { dx: 0, dy: 160 });
    await heard(lin.page, 'scroll-view refresh');
    await lin.page.locator('#rows .refresher, .refresher').waitFor({ state: 'detached' });
  });

  journey('a scroll-view comes to the named row, is watched, and tells of its end', async () => {
    await tapText(lin.page, '观察');
    await takeHeard(lin.page);
    await tapText(lin.page, '到第二十行');
    await heard(lin.page, 'row in view true');
    await drag(shown(lin.page, '行21'), { dx: 0, dy: -600, steps: 4 });
    await heard(lin.page, 'rows scrolltolower {"direction":"bottom"}');
  });

  journey('a circular swiper goes from the first to the last', async () => {
    await drag(shown(lin.page, '滑块一'), { dx: 200, dy: 0 });
    const told = await heard(lin.page, 'native-swiper change');
    expect(told).toBe(
      'native-swiper change {"current":2,"currentItemId":"three","source":"touch"}',
    );
  });
});

describe('events', () => {
  journey('a long press is heard, and swallows the tap that ends it', async () => {
    await takeHeard(lin.page);
    await press(shown(lin.page, '长按这里'), () => heard(lin.page, 'press longpress'));
    await tapText(lin.page, '内层');
    const lines = await takeHeard(lin.page);
    expect(lines.map((heardLine) => heardLine.split(' ').slice(0, 2).join(' '))).toEqual([
      'inner tap',
    ]);
  });

  journey('marks and roles go through to the event and the document', async () => {
    const marked = lin.page.getByRole('button', { name: '带标记' });
    await marked.tap();
    const told = await heard(lin.page, 'marked tap');
    expect(JSON.parse(told.replace('marked tap ', ''))).toMatchObject({ x: expect.any(Number) });
    await heard(lin.page, 'mark {"row":"7","part":"outer"}');
  });
});

journey('a caught touchmove keeps the page from scrolling, an uncaught one does not', async () => {
  await shown(lin.page, '拖这里会滚').scrollIntoViewIfNeeded();
  const scrollTop = () =>
    lin.page.evaluate<number>("document.querySelector('.page-scroll').scrollTop");
  const before = await scrollTop();
  await drag(shown(lin.page, '拖这里不滚'), { dx: 0, dy: 150 });
  await heard(lin.page, 'held touchmove');
  expect(await scrollTop()).toBe(before);
  await drag(shown(lin.page, '拖这里会滚'), { dx: 0, dy: 150 });
  await lin.page.waitForFunction(
    `document.querySelector('.page-scroll').scrollTop < ${before - 50}`,
  );
});

describe('measuring and moving', () => {
  journey('a query answers place, size, dataset, style, canvas and page', async () => {
    await tapText(lin.page, '测量');
    expect(await heard(lin.page, 'measured')).toBe('measured measured box 104 rgb(181, 38, 43)');
    expect(await heard(lin.page, 'canvas')).toMatch(/^canvas function page \d/);
  });

  journey('key frames play to their end and stay there', async () => {
    await tapText(lin.page, '动画');
    await heard(lin.page, 'animated');
    expect(await styleOf(lin.page, '[style*="rgb(181"], [style*="#b5262b"]', 'opacity')).toBe(
      '0.5',
    );
  });

  journey('an exported animation turns the box', async () => {
    await tapText(lin.page, '旋转');
    await lin.page.waitForFunction(
      `document.querySelector('.part wx-view[style*="rotate(45"]') !== null`,
    );
  });
});

describe('rich text', () => {
  journey('untrusted parts of HTML are left out', async () => {
    const html = await lin.page.locator('wx-rich-text.html').innerHTML();
    expect(html).toBe('<p>段落</p><a>链接</a>');
    expect(await lin.page.locator('wx-rich-text b').first().textContent()).toBe('粗体节点');
  });
});

journey('nothing complains in the console', async () => {
  expect(complaints(lin)).toEqual([]);
});
