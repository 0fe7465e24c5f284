import path from 'node:path';
import { drag, heard, shown, takeHeard, tapText } from '../support/browser/finger';
import { journey } from '../support/browser/pages';
import type { Phone } from '../support/browser/phone';
import { complaints, serveSample } from '../support/browser/sample-phone';

let lin: Phone;
let at: (name: string) => Promise<void>;

serveSample(async (sample) => {
  lin = await sample.another();
  at = (name) => sample.open(lin, name);
});

const part = (text: string) => lin.page.locator('.part', { hasText: text }).first();
const isClosed = (text: string) =>
  lin.page.getByText(text).locator('visible=true').first().waitFor({ state: 'hidden' });

describe('entry components', () => {
  beforeAll(() => at('entry'));

  journey('an input writes, clears, counts and confirms', async () => {
    const field = lin.page.getByPlaceholder('请输入姓名');
    await field.tap();
    await heard(lin.page, 'input focus');
    await field.fill('李雷');
    await shown(lin.page, 'name=李雷 lines=').waitFor();
    await field.press('Enter');
    await heard(lin.page, 'input enter {"value":"李雷"');
    await field.tap();
    await lin.page.locator('[class*="t-input__wrap--clearable-icon"]').first().tap();
    await heard(lin.page, 'input clear');
    expect(await field.inputValue()).toBe('');
    await field.fill('一二三四五六七八九十');
    expect(await field.inputValue()).toBe('一二三四五六七八');
  });

  journey('a password is hidden', async () => {
    expect(await lin.page.getByPlaceholder('请输入密码').getAttribute('type')).toBe('password');
  });

  journey('a textarea counts and grows with its lines', async () => {
    const field = lin.page.getByPlaceholder('请输入说明');
    const before = (await field.boundingBox())?.height ?? 0;
    await field.fill('一\n二\n三\n四\n五\n六');
    await lin.page.getByText('11 / 50').waitFor();
    await lin.page.waitForFunction(`document.querySelector('textarea').clientHeight > ${before}`);
  });

  journey('search, stepper, rate, switch and slider tell their values', async () => {
    const search = lin.page.getByPlaceholder('搜索稿件');
    await search.fill('水利');
    await heard(lin.page, 'search change {"value":"水利"');
    await search.press('Enter');
    await heard(lin.page, 'search submit');
    await lin.page.locator('[class*="t-stepper__plus"]').first().tap();
    await heard(lin.page, 'stepper change {"value":4');
    await lin.page.locator('[class*="t-rate__icon"]').nth(3).tap();
    await heard(lin.page, 'rate change {"value":4');
    await lin.page.locator('[class*="t-switch__body"]').first().tap();
    await heard(lin.page, 'switch change {"value":true');
    await drag(lin.page.locator('[class*="t-slider__dot"]').first(), { dx: 80, dy: 0 });
    await heard(lin.page, 'slider change');
  });

  journey('radios and boxes are chosen by their words', async () => {
    await tapText(lin.page, '选项乙');
    await heard(lin.page, 'radio change {"value":"b"');
    await tapText(lin.page, '单独的单选');
    await heard(lin.page, 'lone-radio change {"checked":true');
    await tapText(lin.page, '多选一');
    await heard(lin.page, 'boxes change {"value":["x"]');
    await tapText(lin.page, '多选二');
    await heard(lin.page, 'boxes change {"value":["x","y"]');
    await tapText(lin.page, '同意');
    expect(await heard(lin.page, 'checkbox change')).toContain('"checked":true');
  });

  journey('an upload takes a picture from the phone and gives it up again', async () => {
    const chooser = lin.page.waitForEvent('filechooser');
    await lin.page.locator('[class*="t-upload__add-icon"]').first().tap();
    await (await chooser).setFiles(path.resolve(__dirname, '../samples/tdesign/assets/a.png'));
    await heard(lin.page, 'upload success 1');
    await lin.page.locator('[class*="t-upload__close-btn"]').first().tap();
    await heard(lin.page, 'upload remove 0');
  });

  journey('a colour is picked under the finger', async () => {
    await lin.page.locator('[class*="t-color-picker__saturation"]').first().tap();
    await heard(lin.page, 'color change');
  });
});

describe('choosing components', () => {
  beforeAll(() => at('choice'));

  journey('a picker takes the tapped city', async () => {
    await tapText(lin.page, '选择城市');
    await tapText(lin.page, '广州');
    await tapText(lin.page, '选好');
    await heard(lin.page, 'picker ["gz"]');
    await isClosed('选好');
  });

  journey('a picker turns under the finger', async () => {
    await tapText(lin.page, '选择城市');
    await drag(shown(lin.page, '上海'), { dx: 0, dy: 160, steps: 8 });
    await tapText(lin.page, '选好');
    expect(await heard(lin.page, 'picker ')).toBe('picker ["bj"]');
    await isClosed('选好');
  });

  journey('a date, a day of the calendar and a village are chosen', async () => {
    await tapText(lin.page, '选择日期');
    await lin.page.locator('[class*="t-picker__confirm"]').locator('visible=true').first().tap();
    await heard(lin.page, 'date "2026-11-20"');
    await tapText(lin.page, '打开日历');
    await lin.page.locator('[class*="t-calendar__dates-item"]', { hasText: '27' }).first().tap();
    await lin.page.locator('[class*="t-calendar__footer"]').getByText('确认').first().tap();
    await heard(lin.page, 'calendar confirm');
    await tapText(lin.page, '打开级联');
    await lin.page.locator('[class*="t-cascader"]').getByText('河口乡').first().tap();
    await lin.page.locator('[class*="t-cascader"]').getByText('河口村').first().tap();
    await heard(lin.page, 'cascader change {"value":"21"');
  });

  journey('a dropdown and a tree are chosen from', async () => {
    await lin.page.locator('[class*="t-dropdown-menu__item"]').first().tap();
    await tapText(lin.page, '本月');
    await heard(lin.page, 'dropdown change {"value":"month"');
    await part('tree-select').getByText('西街村').tap();
    await heard(lin.page, 'tree change');
  });
});

describe('forms', () => {
  beforeAll(() => at('form'));

  journey('a t-form refuses an empty required field, and accepts a filled one', async () => {
    await tapText(lin.page, '提交稿件');
    await heard(lin.page, 't-form {"headline":');
    await lin.page.getByText('标题必填').first().waitFor();
    await lin.page.getByPlaceholder('请填标题').fill('开工');
    await takeHeard(lin.page);
    await tapText(lin.page, '提交稿件');
    await heard(lin.page, 't-form true');
  });

  journey('a form hands in all values by name, by whichever button', async () => {
    await lin.page.getByPlaceholder('地点').fill('东街');
    await shown(lin.page, 'raw=东街').waitFor();
    await lin.page.locator('wx-switch input').tap();
    await tapText(lin.page, '图片标签');
    await tapText(lin.page, '电视');
    await lin.page.getByPlaceholder('正文').fill('两行\n正文');
    await tapText(lin.page, '样式按钮提交');
    const told = await heard(lin.page, 'native-form submit');
    expect(JSON.parse(told.replace('native-form submit ', '')).value).toEqual({
      place: '东街',
      urgent: true,
      kind: 'photo',
      channels: ['web', 'tv'],
      level: 30,
      body: '两行\n正文',
    });
    await tapText(lin.page, '原生提交');
    await heard(lin.page, 'native-form submit');
  });

  journey('a form is put back to what it was', async () => {
    await tapText(lin.page, '重填');
    await heard(lin.page, 'native-form reset');
    await takeHeard(lin.page);
    await tapText(lin.page, '原生提交');
    const told = await heard(lin.page, 'native-form submit');
    expect(JSON.parse(told.replace('native-form submit ', '')).value).toMatchObject({
      urgent: false,
      kind: '',
      channels: ['web'],
      body: '',
    });
  });
});

journey('nothing complains in the console', async () => {
  expect(complaints(lin)).toEqual([]);
});
