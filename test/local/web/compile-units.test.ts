/** The compiler's small parts, each by itself. */
import postcss from 'postcss';
import { SCOPE_MARK, themed } from '../../../local/web/bundle';
import { useThemeSwitch } from '../../../local/web/compile/dark-mode';
import { enterModule } from '../../../local/web/compile/module-entry';
import { browserSelector } from '../../../local/web/compile/selectors';
import { adaptWxs, guardWxsCalls, wxsRequires } from '../../../local/web/compile/wxs';
import { frameUrl, readFrame } from '../../../local/web/frame';
import { browserUnits } from '../../../local/web/units';

const M = SCOPE_MARK;

test.each([
  ['.a', `.${M}a`],
  ['page', 'wx-page-root'],
  ['.a .b > view:not(.c)::after', `.${M}a .${M}b > wx-view:not(.${M}c)::after`],
  [':host', `[wx-host="${M}${M}"]`],
  ['#id', '#id'],
  ['.w-1\\/2', `.${M}w-1\\/2`],
  ['.a.b,.c', `.${M}a.${M}b,.${M}c`],
])('the selector %s becomes the browser’s', (wxss, css) => {
  expect(browserSelector(wxss)).toBe(css);
});

test.each([
  ['10rpx', 'calc(var(--rpx)*10)'],
  ['-10rpx 0rpx .5rpx', 'calc(var(--rpx)*-10) 0px calc(var(--rpx)*.5)'],
  ['100vh', 'calc(var(--wvh,1vh)*100)'],
  ['url(a10rpx.png)', 'url(a10rpx.png)'],
  ['"10rpx"', '"10rpx"'],
  ['var(--gap-20rpx)', 'var(--gap-20rpx)'],
  ['12px', '12px'],
])('the lengths of %s become the browser’s', (wxss, css) => {
  expect(browserUnits(wxss)).toBe(css);
});

function switched(css: string): string {
  const sheet = postcss.parse(css);
  useThemeSwitch(sheet);
  return sheet.toString().replace(/\s+/g, ' ').trim();
}

test('dark rules follow the frame and weigh no more than before', () => {
  const css = switched('@media (prefers-color-scheme: dark) { .a { color: red } }');
  expect(css).toBe(':where(html[data-theme=dark]) .a { color: red }');
});

test('a further condition of a dark rule stays a media query', () => {
  const css = switched(
    '@media (prefers-color-scheme: light) and (min-width: 9px) { .a { top: 0 } }',
  );
  expect(css).toBe('@media (min-width: 9px) { :where(html:not([data-theme=dark])) .a { top: 0 } }');
});

test('WXS constructors are names and required files lose their ending', () => {
  const wxs = adaptWxs("var f = require('./f.wxs'); exports.is = a[0].b.constructor === 'Array'");
  expect(wxs).toContain("require('./f')");
  expect(wxs).toContain("__wxsCtor(a[0].b) === 'Array'");
  expect(wxsRequires('require(\'./f.wxs\'); require( "../g.wxs" )')).toEqual([
    './f.wxs',
    '../g.wxs',
  ]);
});

test('a WXS function that throws is logged and answers nothing', () => {
  const generated =
    "var P=function(a){return typeof a==='function'?a:()=>{}};P(()=>{throw new Error('x')})()";
  expect(() => new Function(generated)() as unknown).toThrow('x');
  expect(guardWxsCalls(generated)).not.toBe(generated);
  const logged = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  expect(() => new Function(guardWxsCalls(generated))() as unknown).not.toThrow();
  expect(logged).toHaveBeenCalledTimes(1);
  logged.mockRestore();
});

test('a CommonJS component defines itself although it requires another one first', () => {
  const entered: string[] = [];
  let current = '';
  const scope = globalThis as Record<string, unknown>;
  scope.__enterModule = (name: string) => (current = name);
  scope.Component = () => entered.push(current);
  const inner = enterModule('b', 'exports.x = 1; Component({});');
  const outer = enterModule('a', "require('b'); Component({});");
  const runModule = (script: string, require: (name: string) => void): void => {
    new Function('require', 'exports', script)(require, {});
  };
  runModule(outer, () => runModule(inner, () => undefined));
  expect(entered).toEqual(['b', 'a']);
  delete scope.__enterModule;
  delete scope.Component;
});

test('theme variables of the config follow the theme, unknown ones stay', () => {
  const theme = { light: { ground: '#fff' }, dark: { ground: '#000' } };
  const config = { window: { backgroundColor: '@ground' }, list: ['@none'] };
  expect(themed(config, theme, true)).toEqual({
    window: { backgroundColor: '#000' },
    list: ['@none'],
  });
  expect(themed(config, theme, false).window.backgroundColor).toBe('#fff');
});

test('a frame reads from its address what was written into it', () => {
  const address = { frame: 'lin', openid: 'o-1', cloud: 'http://c:1', dark: true, fontScale: 1.3 };
  const url = new URL(frameUrl('http://p:2', address, '/pages/a/a?id=1'));
  expect(url.hash).toBe('#/pages/a/a?id=1');
  expect(readFrame(url.search, 'http://other')).toEqual(address);
});

test('a frame’s address without settings is a light phone of nobody on the server’s cloud', () => {
  const plain = { frame: 'phone', cloud: 'http://c:1', dark: false, fontScale: 1 };
  expect(readFrame('', 'http://c:1')).toEqual(plain);
  expect(readFrame('?fontScale=abc', 'http://c:1')).toEqual(plain);
});
