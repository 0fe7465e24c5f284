/** What a page lacks for want of a network it reads by itself once that is back, and only once. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root, sourcesOf } from '../../tidy/sources';
import { renderComponent, stubWx } from '../simulate';

interface Line {
  isConnected: boolean;
}
const listeners = new Set<(line: Line) => void>();
let networkType: string;

stubWx({
  onNetworkStatusChange: (hear: (line: Line) => void) => listeners.add(hear),
  offNetworkStatusChange: (hear: (line: Line) => void) => listeners.delete(hear),
  getNetworkType: () => Promise.resolve({ networkType }),
});

/** As wx reports a change; also from one kind of line to another. */
function turn(to: string): void {
  networkType = to;
  listeners.forEach((hear) => hear({ isConnected: to !== 'none' }));
}

const settled = () => new Promise<void>((resolve) => setTimeout(resolve));

beforeEach(() => turn('none'));
afterEach(() => expect(listeners.size).toBe(0));

function aWatch(properties: object = {}) {
  const watch = renderComponent('components/line-watch/line-watch', properties);
  return { ...watch, heard: watch.hear('connected') };
}

test('it says once that the line is back, however the line changes then, and again after the next loss', () => {
  const watch = aWatch();
  turn('4g');
  turn('wifi');
  expect(watch.heard).toHaveLength(1);
  turn('none');
  turn('wifi');
  expect(watch.heard).toHaveLength(2);
  watch.detach();
});

test('a hidden page waits, and reads when it is shown', async () => {
  const watch = aWatch();
  watch.onPage('hide');
  expect(listeners.size).toBe(0);
  turn('wifi');
  expect(watch.heard).toHaveLength(0);
  watch.onPage('show');
  await settled();
  expect(watch.heard).toHaveLength(1);
  watch.detach();
});

test('shown without a line, it goes on waiting', async () => {
  const watch = aWatch();
  watch.onPage('hide');
  watch.onPage('show');
  await settled();
  expect(watch.heard).toHaveLength(0);
  turn('wifi');
  expect(watch.heard).toHaveLength(1);
  watch.detach();
});

test('a page that reads when it is shown does not read twice then', async () => {
  const watch = aWatch({ readsOnShow: true });
  watch.onPage('hide');
  turn('wifi');
  watch.onPage('show');
  await settled();
  expect(watch.heard).toHaveLength(0);
  watch.detach();
});

test('what was left while it was asked about the line says nothing', async () => {
  const watch = aWatch();
  networkType = 'wifi';
  watch.onPage('show');
  watch.detach();
  await settled();
  expect(watch.heard).toHaveLength(0);
});

const pages = sourcesOf(['miniprogram'], /\.wxml$/)
  .filter(({ text }) => /<(state-notice|line-watch)[^>]*(重试|connected)/.test(text))
  .filter((page) => !page.path.startsWith('miniprogram/components/'));

test('every page that reads whenever it is shown says so', () => {
  expect(pages.length).toBeGreaterThan(40);
  const said = pages.filter(({ text }) => text.includes('reads-on-show'));
  expect(said.map((page) => page.path)).toEqual(pages.filter(readsOnShow).map((page) => page.path));
});

test('whatever offers to try again is a notice, which decides whether that helps and hears the line', () => {
  const sources = sourcesOf(['miniprogram'], /\.wxml$/);
  const own = sources.filter(({ text }) => /^\s*重试\s*<|>\s*重试\s*</m.test(text));
  expect(own.map(({ path }) => path)).toEqual([]);
  // Where a page hears it for its card, it does.
  const heard = sources.filter(({ text }) => /<state-notice[^>]* page-listens/.test(text));
  expect(heard.length).toBeGreaterThan(2);
  const deaf = heard.filter(({ text }) => !text.includes('<line-watch'));
  expect(deaf.map(({ path }) => path)).toEqual([]);
});

/** By a shared piece, or by an `onShow` of its own. */
function readsOnShow(page: { path: string }): boolean {
  const script = readFileSync(path.join(root, page.path.replace(/wxml$/, 'ts')), 'utf8');
  const [, shown = ''] = /^ {2}(?:async )?onShow\(\) \{\n(.*?)^ {2}\},/ms.exec(script) ?? [];
  return (
    /\.\.\.(readPage|searchedList|tabPage|unitLines)\b/.test(script) ||
    /\bthis\.(read|refresh|open)\(/.test(shown)
  );
}
