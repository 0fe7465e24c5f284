/** What every page that shows something read does by itself. */
import { readPage } from '../../../miniprogram/platform/read-page';

const stopPullDownRefresh = jest.fn();
Object.assign(globalThis, { wx: { stopPullDownRefresh } });

function aPage(data: object = { isLoading: false }) {
  const shown: object[] = [];
  const read = jest.fn(() => Promise.resolve());
  return { data, shown, read, setData: (set: object) => void shown.push(set), ...readPage };
}

test('it reads whenever it comes to the front', () => {
  const page = aPage();
  page.onShow();
  page.onShow();
  expect(page.read).toHaveBeenCalledTimes(2);
});

test('pulled down, it reads before the spinner goes', async () => {
  const page = aPage();
  const pulling = page.onPullDownRefresh();
  expect(page.read).toHaveBeenCalledTimes(1);
  expect(stopPullDownRefresh).not.toHaveBeenCalled();
  await pulling;
  expect(stopPullDownRefresh).toHaveBeenCalledTimes(1);
});

test('a retry takes the failure away, shows the skeleton and reads', () => {
  const page = aPage();
  page.onRetryTap();
  expect(page.shown).toEqual([{ message: '', isLoading: true }]);
  expect(page.read).toHaveBeenCalledTimes(1);
});

test('a page without a skeleton of its own is given none', () => {
  const page = aPage({});
  page.onRetryTap();
  expect(page.shown).toEqual([{ message: '' }]);
});
