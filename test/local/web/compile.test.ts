/** What the compiler makes of whole mini-programs. */
import { readFileSync } from 'node:fs';
import {
  aComponent,
  aMiniProgram,
  aPage,
  type MiniProgram,
} from '../../support/browser/mini-program';
import { compile, problemsOf } from '../../support/browser/compiled';
import { SCOPE_MARK } from '../../../local/web/bundle';

let program: MiniProgram;
afterEach(() => program.remove());

function paths(components: [string, unknown][]): string[] {
  return components.map(([path]) => path).sort();
}

test('components are found from page to component, and npm packages in node_modules', async () => {
  program = aMiniProgram({
    ...aPage('pages/index/index', '<card /><t-button>好</t-button>', {
      usingComponents: { card: '../../components/card/card' },
    }),
    ...aComponent('components/card/card', '<title-line />', {
      usingComponents: { 'title-line': '/components/line/line' },
    }),
    ...aComponent('components/line/line'),
    'app.json': JSON.stringify({
      pages: ['pages/index/index'],
      usingComponents: { 't-button': 'tdesign-miniprogram/button/button' },
    }),
  });
  const { first } = await compile(program);
  const button = 'miniprogram_npm/tdesign-miniprogram/button/button';
  expect(paths(first.components)).toEqual(
    expect.arrayContaining([
      'components/card/card',
      'components/line/line',
      button,
      'pages/index/index',
    ]),
  );
  expect(first.config.pageConfig['pages/index/index']?.usingComponents).toEqual({
    card: '/components/card/card',
    't-button': `/${button}`,
  });
  expect(Object.keys(first.templates)).toContain('components/line/line');
});

test('a declared component that no template uses is left out', async () => {
  program = aMiniProgram({
    ...aPage('pages/index/index', '<!-- <card /> --><import src="./parts.wxml" />', {
      usingComponents: { card: '/card', used: '/used', slotted: '/slotted' },
    }),
    'pages/index/parts.wxml': '<template name="a"><used generic:body="slotted" /></template>',
    ...aComponent('card'),
    ...aComponent('used', '<body />', { componentGenerics: { body: true } }),
    ...aComponent('slotted'),
  });
  const { first } = await compile(program);
  expect(paths(first.components)).toEqual(['pages/index/index', 'slotted', 'used']);
});

test('the first chunk has the entry page, main the others, a subpackage its own', async () => {
  program = aMiniProgram({
    'app.json': JSON.stringify({
      pages: ['pages/index/index', 'pages/more/more'],
      subPackages: [
        { root: 'desk', pages: ['review/review'] },
        { root: 'admin', pages: ['people/people'] },
      ],
      usingComponents: { everywhere: '/c/everywhere', desk: '/c/desk', two: '/c/two' },
    }),
    ...aPage('pages/index/index', '<everywhere />'),
    ...aPage('pages/more/more', '<everywhere />'),
    ...aPage('desk/review/review', '<everywhere /><desk /><two />'),
    ...aPage('admin/people/people', '<two />'),
    ...aComponent('c/everywhere'),
    ...aComponent('c/desk'),
    ...aComponent('c/two'),
  });
  const { first, views, routes, text } = await compile(program);
  expect(paths(first.components)).toEqual(['c/everywhere', 'pages/index/index']);
  expect(paths(views('main').components)).toEqual(['c/two', 'pages/more/more']);
  expect(paths(views('desk').components)).toEqual(['c/desk', 'desk/review/review']);
  expect(routes).toEqual({
    'pages/index/index': [],
    'pages/more/more': ['main'],
    'desk/review/review': ['main', 'desk'],
    'admin/people/people': ['main', 'admin'],
  });
  expect(first.config.pages).toHaveLength(4);
  expect(text('desk.js')).toContain('__enterModule("c/desk")');
  expect(text('first.js')).not.toContain('__enterModule("c/desk")');
});

test('imported templates, includes and WXS are compiled in, inline WXS too', async () => {
  program = aMiniProgram({
    ...aPage(
      'pages/index/index',
      '<import src="./parts.wxml" /><include src="/shared/foot.wxml" />' +
        '<wxs src="../../shared/words.wxs" module="words" />' +
        '<wxs module="own">exports.kind = function (x) { return x.constructor }</wxs>' +
        '<template is="line" data="{{text}}" />{{words.loud(text)}}{{own.kind(text)}}',
    ),
    'pages/index/parts.wxml': '<template name="line"><text>{{text}}</text></template>',
    'shared/foot.wxml': '<view>末</view>',
    'shared/words.wxs': "var s = require('./sign.wxs'); module.exports.loud = s.add",
    'shared/sign.wxs': "module.exports.add = function (x) { return x + '！' }",
  });
  const { first, text } = await compile(program);
  expect(Object.keys(first.templates)).toEqual(
    expect.arrayContaining(['pages/index/index', 'pages/index/parts', 'shared/foot']),
  );
  expect(text('first.views.js')).toContain('！');
  expect(text('first.views.js')).toContain('__wxsCtor(x)');
});

test('sheets have imports inlined, lengths, tags and classes made the browser’s', async () => {
  program = aMiniProgram({
    'app.wxss': 'page { color: #111 }',
    'pages/index/index.wxss': "@import './base.wxss';\n.title { margin: 20rpx }",
    'pages/index/base.wxss': '.base view { background: url(../../assets/a.png) }',
    'assets/a.png': 'png',
  });
  const { first, files } = await compile(program);
  expect(first.sheets.app).toBe('wx-page-root { color: #111 }');
  const sheet = first.sheets['pages/index/index'] ?? '';
  expect(sheet).toContain(`.${SCOPE_MARK}base wx-view { background: url(./assets/a.png) }`);
  expect(sheet).toContain('margin: calc(var(--rpx)*20)');
  expect(sheet).not.toContain('@import');
  expect(files.get('assets/a.png')).toEqual({ file: `${program.dir}/assets/a.png` });
});

test('TDesign’s icons come from the local font, by the glyph’s own number', async () => {
  program = aMiniProgram(
    aPage('pages/index/index', '<t-icon name="add" />', {
      usingComponents: { 't-icon': 'tdesign-miniprogram/icon/icon' },
    }),
  );
  const { first, names } = await compile(program);
  const sheet = first.sheets['miniprogram_npm/tdesign-miniprogram/icon/icon'] ?? '';
  expect(sheet).not.toContain('tdesign.gtimg.com');
  expect(sheet).toContain('url(./tdesign-icons.woff)');
  expect(names()).toContain('tdesign-icons.woff');
  const svg = require.resolve('tdesign-icons-web-components/esm/iconfont/t.svg');
  const glyph = /glyph-name="zoom-in"\s+unicode="&#x?([^;]+);/.exec(readFileSync(svg, 'utf8'))?.[1];
  const shown = /t-icon-zoom-in:before\s*{\s*content:\s*'\\([^']+)'/.exec(sheet)?.[1];
  expect(glyph).toBeDefined();
  expect(shown).toBe(glyph);
});

test('app.json’s theme variables, tab bar and window reach the runtime', async () => {
  program = aMiniProgram({
    ...aPage('pages/more/more', '<view />', { navigationBarTitleText: '更多' }),
    ...aComponent('custom-tab-bar/index'),
    'app.json': JSON.stringify({
      pages: ['pages/index/index', 'pages/more/more'],
      entryPagePath: 'pages/more/more',
      darkmode: true,
      themeLocation: 'theme.json',
      window: { navigationBarBackgroundColor: '@ground' },
      tabBar: {
        custom: true,
        list: [
          { pagePath: 'pages/index/index', text: '一' },
          { pagePath: 'pages/more/more', text: '二' },
        ],
      },
    }),
    'theme.json': '{"light":{"ground":"#fff"},"dark":{"ground":"#000"}}',
  });
  const { first, routes } = await compile(program);
  expect(first.config).toMatchObject({
    entryPagePath: 'pages/more/more',
    darkmode: true,
    theme: { light: { ground: '#fff' }, dark: { ground: '#000' } },
    window: { navigationBarBackgroundColor: '@ground' },
    customTabBar: 'custom-tab-bar/index',
    pageConfig: { 'pages/more/more': { navigationBarTitleText: '更多' } },
  });
  expect(paths(first.components)).toEqual(['custom-tab-bar/index', 'pages/more/more']);
  expect(routes['pages/index/index']).toEqual(['main']);
});

test('a type imported from outside the mini-program leaves nothing behind', async () => {
  program = aMiniProgram({
    'mini/app.json': JSON.stringify({ pages: ['pages/index/index'] }),
    'mini/app.ts': 'App({});',
    'mini/pages/index/index.ts':
      "import type { Story } from '../../../server/story';\nconst story: Story = { name: '甲' };\n" +
      'Page({ data: { story } });',
    'mini/pages/index/index.wxml': '<view />',
    'server/story.ts': "export interface Story { name: string }\nexport const secret = 's3cret';",
  });
  const { text } = await compile({ ...program, dir: `${program.dir}/mini` });
  expect(text('first.js')).toContain('甲');
  expect(text('first.js')).not.toContain('s3cret');
});

test('a minified bundle says the same in fewer bytes', async () => {
  program = aMiniProgram(aPage('pages/index/index', '<view class="a">{{words}}</view>'));
  const [plain, small] = [await compile(program), await compile(program, true)];
  expect(small.first.config).toEqual(plain.first.config);
  expect(Object.keys(small.first.templates)).toEqual(Object.keys(plain.first.templates));
  const page = small.text('index.html');
  expect(page.length).toBeLessThan(plain.text('runtime.js').length);
  // One round trip: the first screen's scripts are in the document.
  expect(page).not.toMatch(/<script[^>]* src=/);
  expect(page.match(/<script\b/g)).toHaveLength(3);
  expect(small.names().filter((name) => name.endsWith('.map'))).toEqual([]);
});

describe('what WeChat refuses is refused with its place', () => {
  const index = 'pages/index/index';
  test.each([
    ['an unclosed tag', { [`${index}.wxml`]: '<view>\n  <text>a</view>' }, 'index.wxml', 2],
    ['an end tag alone', { [`${index}.wxml`]: '<view />\n</view>' }, 'index.wxml', 2],
    ['a bad expression', { [`${index}.wxml`]: '\n<view>{{a b}}</view>' }, 'index.wxml', 2],
    ['wx:else without wx:if', { [`${index}.wxml`]: '<view wx:else />' }, 'index.wxml', 1],
    ['bad json', { [`${index}.json`]: '{\n"a": 1,\n}' }, 'index.json', 3],
    ['an unclosed rule', { [`${index}.wxss`]: '.a { color: red;\n' }, 'index.wxss', 1],
    ['bad TypeScript', { [`${index}.ts`]: 'Page({\n  a: ,\n});' }, 'index.ts', 2],
  ])('%s', async (_name, files, file, line) => {
    program = aMiniProgram(files as Record<string, string>); // a union of one-key objects
    const [problem] = await problemsOf(program);
    expect(problem).toMatchObject({ line, message: expect.stringMatching(/\S/) as unknown });
    expect(problem?.file).toMatch(new RegExp(`${file.replace('.', '\\.')}$`));
  });

  test.each([
    ['a missing module', { [`${index}.ts`]: "import './gone';" }, './gone'],
    ['a missing template', { [`${index}.wxml`]: '<import src="./gone.wxml" />' }, 'is not found'],
    ['a missing sheet', { [`${index}.wxss`]: "@import './gone.wxss';" }, 'gone.wxss is not found'],
    [
      'a missing component',
      aPage(index, '<gone />', { usingComponents: { gone: '/gone/gone' } }),
      '/gone/gone is not found',
    ],
    ['a missing page', { 'app.json': '{"pages":["pages/gone/gone"]}' }, 'is not found'],
    ['no pages', { 'app.json': '{}' }, 'at least one page'],
    [
      'one tab',
      { 'app.json': `{"pages":["${index}"],"tabBar":{"list":[{"pagePath":"${index}"}]}}` },
      '2 to 5',
    ],
  ])('%s', async (_name, files, words) => {
    program = aMiniProgram(files as Record<string, string>); // a union of one-key objects
    const problems = await problemsOf(program);
    expect(problems.map((problem) => problem.message).join('\n')).toContain(words);
  });

  test('a value imported from outside the mini-program', async () => {
    program = aMiniProgram({
      'mini/app.json': JSON.stringify({ pages: ['pages/index/index'] }),
      'mini/app.ts': "import { secret } from '../server/story'; App({ secret });",
      'mini/pages/index/index.ts': 'Page({});',
      'mini/pages/index/index.wxml': '<view />',
      'server/story.ts': "export const secret = 's3cret';",
    });
    const problems = await problemsOf({ ...program, dir: `${program.dir}/mini` });
    expect(problems).toMatchObject([{ file: 'app.ts' }]);
    expect(problems[0]?.message).toContain('outside the mini-program');
  });
});
