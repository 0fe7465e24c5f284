import { readFileSync } from 'node:fs';
import path from 'node:path';
import { tabText } from '../../../miniprogram/text/tabs';

test('the rail of a PC has the tabs of the bar, in their order', () => {
  const file = path.resolve(__dirname, '../../../miniprogram/app.json');
  const { tabBar } = JSON.parse(readFileSync(file, 'utf8')) as {
    tabBar: { list: { pagePath: string; text: string }[] };
  };
  const bar = tabBar.list.map(({ pagePath, text }) => ({ url: `/${pagePath}`, words: text }));
  expect(tabText.map(({ url, words }) => ({ url, words }))).toEqual(bar);
});
