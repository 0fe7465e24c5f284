/** The house rules that a machine can hold; DESIGN's import table and STYLE's tidy test. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { contract } from '../cloudfunctions/contract';
import { collections } from '../cloudfunctions/store/collections';
import { refusalText } from '../miniprogram/text/refusal';
import { cruise, unreached } from './tidy/imports';
import { sourcesOf } from './tidy/sources';
import {
  bannedNames,
  chineseOutsideComments,
  iconsNamed,
  readByPeople,
  saidAmiss,
  unsaidWords,
  wxCalls,
} from './tidy/words';

const house = ['cloudfunctions', 'miniprogram', 'local', 'scripts', 'test'];
const imports = cruise();

test('every folder imports only what the table allows', () => {
  const broken = imports.summary.violations.map(
    ({ rule, from, to }) => `${rule.name}: ${from} → ${to}`,
  );
  expect(broken).toEqual([]);
});

test('no file lies where nothing reaches it', () => {
  expect(unreached(imports.modules)).toEqual([]);
});

test('every icon is one that TDesign has', () => {
  const known = readFileSync(
    'node_modules/tdesign-miniprogram/miniprogram_dist/icon/icon.wxss',
    'utf8',
  );
  const named = iconsNamed(sourcesOf(['miniprogram'], /\.(ts|wxml)$/));
  expect(named.length).toBeGreaterThan(50);
  expect(named.filter(({ icon }) => !known.includes(`.t-icon-${icon}:before`))).toEqual([]);
});

test('no file is longer than 300 lines', () => {
  const long = sourcesOf(house, /\.(ts|js|mjs|cjs|wxml|wxss|css)$/)
    .map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
    .filter(({ lines }) => lines > 300);
  expect(long).toEqual([]);
});

test('the domain waits for nothing and knows no clock and no chance', () => {
  const impure = sourcesOf(['cloudfunctions/domain'], /\.ts$/)
    .filter(({ text }) =>
      /\b(await|async|Promise|setTimeout|Date\.now|new Date\(\)|Math\.random)\b/.test(text),
    )
    .map(({ path }) => path);
  expect(impure).toEqual([]);
});

test('wx is used in platform; pages and components only navigate and answer the tap', () => {
  const feedback =
    /^(navigateBack|redirectTo|reLaunch|switchTab|showToast|showModal|showActionSheet|showLoading|hideLoading|stopPullDownRefresh|setNavigationBarTitle|pageScrollTo|createSelectorQuery|nextTick)$/;
  const astray = sourcesOf(['miniprogram'], /\.ts$/)
    .filter(({ path }) => !path.startsWith('miniprogram/platform/'))
    // The one way to open a page, which a second tap does not open twice.
    .filter(({ path }) => path !== 'miniprogram/pages/open-page.ts')
    .flatMap((source) =>
      wxCalls(source)
        .filter((name) => !isView(source.path) || !feedback.test(name))
        .map((name) => `${source.path}: wx.${name}`),
    );
  expect(astray).toEqual([]);
});

test('pages tell the time by the cloud, which the phone’s own clock may be days off', () => {
  const own = sourcesOf(['miniprogram'], /\.ts$/)
    .filter(({ path }) => isView(path) || path.startsWith('miniprogram/outbox/'))
    .filter(({ text }) => /\bDate\.now\b|new Date\(\)/.test(text))
    .map(({ path }) => path);
  // Pauses between tries, between two questions, between two taps.
  const spans = ['outbox/index.ts', 'pages/offer-update.ts', 'pages/open-page.ts'];
  expect(own).toEqual(spans.map((file) => `miniprogram/${file}`));
});

const isView = (path: string) =>
  /^miniprogram\/(pages|desk|admin|standing|components)\//.test(path);

test('Chinese stands only in text, wording, markup, seed and tests', () => {
  const allowed =
    /^(miniprogram\/text|cloudfunctions\/wording|local\/seed|test)\/|\/wording(\.(ts|mjs)|\/)|^cloudfunctions\/channels\/[^/]+\/kind\.ts$/;
  const astray = sourcesOf(house, /\.(ts|mjs|js)$/)
    .filter(({ path }) => !allowed.test(path))
    .flatMap(chineseOutsideComments);
  expect(astray).toEqual([]);
});

test('one thing has one word, as the glossary says', () => {
  const unsaid = unsaidWords(readFileSync('cloudfunctions/contract/GLOSSARY.md', 'utf8'));
  expect(unsaid).toContainEqual({ not: '见报', but: '刊发' });
  const amiss = sourcesOf(house, /\.(ts|wxml|json)$/)
    .filter(({ path }) => readByPeople.test(path))
    .flatMap((source) => saidAmiss(source, unsaid));
  expect(amiss).toEqual([]);
});

test('a refusal says what to do, or that nothing need be done', () => {
  const silent = Object.entries(refusalText).filter(([, words]) => !/请|不用/.test(words));
  expect(silent).toEqual([]);
});

test('channels are listed as they lie in their folders', () => {
  const script =
    "import('./scripts/build/channels.mjs').then(({ channelLists }) => console.log(JSON.stringify(channelLists('.'))))";
  const lists = JSON.parse(execFileSync('node', ['-e', script], { encoding: 'utf8' })) as Record<
    string,
    string
  >;
  for (const [name, text] of Object.entries(lists)) {
    expect(readFileSync(`cloudfunctions/channels/${name}`, 'utf8')).toBe(text);
  }
});

test('no name is a word that says nothing', () => {
  expect(
    sourcesOf(['cloudfunctions', 'miniprogram', 'local'], /\.ts$/).flatMap(bannedNames),
  ).toEqual([]);
});

test.each(Object.keys(contract))('%s has a handler, a client function and a test', (call) => {
  const [noun = '', verb = ''] = call.split('.');
  const file = `${kebab(verb)}-${kebab(noun)}`;
  const client = `${verb}${noun[0]?.toUpperCase()}${noun.slice(1)}`;
  const handlers = sourcesOf(['cloudfunctions/handlers'], new RegExp(`/${file}\\.ts$`));
  const tests = sourcesOf(['test/handlers'], /\.test\.ts$/).filter(({ text }) =>
    text.includes(`'${call}'`),
  );
  const clients = sourcesOf(['miniprogram/client'], /\.ts$/).filter(({ text }) =>
    new RegExp(`export (async function|function|const) ${client}\\b`).test(text),
  );
  const found = { handlers: handlers.length, clients: clients.length, tested: tests.length > 0 };
  expect(found).toEqual({ handlers: 1, clients: 1, tested: true });
});

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

test.each(collections)('$name has a security rule and at most ten indexes', ({ indexes, rule }) => {
  expect(rule).toEqual({ read: false, write: false });
  expect(indexes.length).toBeLessThanOrEqual(10);
});

test('the phone takes nothing but types from the contract', () => {
  const values = sourcesOf(['miniprogram'], /\.ts$/)
    .filter(({ text }) => /^import (?!type\b)[^;]*cloudfunctions\//m.test(text))
    .map(({ path }) => path);
  expect(values).toEqual([]);
});
