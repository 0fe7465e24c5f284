// `npm run wechat`: compiles miniprogram/ with WeChat's own tools, offline and without an account,
// and checks the sizes nobody else checks. All four are needed: miniprogram-ci finds missing pages,
// bad app.json and broken scripts; wcc unclosed tags and bad expressions; wcsc broken styles.
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import JSZip from 'jszip';
import { root } from './build.mjs';
import { packPhoneNpm } from './build/phone-npm.mjs';

const require = createRequire(import.meta.url);
const source = path.join(root, 'miniprogram');
const out = path.join(root, 'dist/wechat');

/** WeChat refuses a main package over 2 MB; ours is for phones on one bar of signal. */
const mainPackageBytesMax = 700 * 1024;
/** All that one page is made of: its script, markup, styles and configuration. */
const pageBytesMax = 25 * 1024;
/** WeChat's own limit for each subpackage. */
const subpackageBytesMax = 2 * 1024 * 1024;

// What WeChat's server would say of the account; without it the compiler asks the network.
const offlineAttributes = {
  platform: false,
  appType: 0,
  isSandbox: false,
  released: false,
  setting: {
    MaxCodeSize: 2,
    MaxSubpackageSubCodeSize: 2,
    MaxSubpackageFullCodeSize: 30,
    NavigateMiniprogramLimit: 10,
    MaxSubPackageLimit: 100,
    MinTabbarCount: 2,
    MaxTabbarCount: 5,
    MaxTabbarIconSize: 40,
  },
};

mkdirSync(out, { recursive: true });
await packPhoneNpm(root);
await comparePackages();
compileMarkup('wcc', /\.(wxml|wxs)$/, ['-d', '-o', path.join(out, 'wxml.js')]);
compileMarkup('wcsc', /\.wxss$/, ['-lc', '-o', path.join(out, 'wxss.js')]);
const packed = path.join(out, 'package.zip');
await compileProject(packed);
await checkSizes(packed);
// miniprogram-ci leaves workers behind that would keep this process alive.
process.exit(0);

/** The phone's npm packages as WeChat's own packer makes them, beside those that the build made. */
async function comparePackages() {
  const theirs = path.join(out, 'npm');
  rmSync(theirs, { recursive: true, force: true });
  await require('miniprogram-ci').packNpmManually({
    packageJsonPath: path.join(root, 'package.json'),
    miniprogramNpmDistDir: theirs,
  });
  // Its maps are no part of a package.
  const [own, wanted] = [source, theirs].map((folder) =>
    listFiles(path.join(folder, 'miniprogram_npm'), /(?<!\.map)$/).filter(
      (file) => file !== '.packed',
    ),
  );
  const differing = [
    ...own.filter((file) => !wanted.includes(file)),
    ...wanted.filter((file) => !own.includes(file)),
  ];
  if (differing.length > 0) fail(`npm packages differ from WeChat's: ${differing.join(' ')}`);
  console.log(`npm packages: ${own.length} files`);
}

function compileMarkup(tool, ending, options) {
  const files = listFiles(source, ending);
  const run = spawnSync(toolPath(tool), [...options, ...files.map((file) => `./${file}`)], {
    cwd: source,
    encoding: 'utf8',
  });
  // Both tools complain on either stream; a warning of wcsc does not change its exit code.
  const words = `${run.stdout ?? ''}${run.stderr ?? ''}`.trim();
  if (run.error || run.status !== 0) fail(`${tool}: ${run.error?.message ?? words}`);
  console.log(`${tool}: ${files.length} files`);
}

async function compileProject(packed) {
  const ci = require('miniprogram-ci');
  const project = new ci.Project({
    appid: JSON.parse(readFileSync(path.join(root, 'project.config.json'), 'utf8')).appid,
    type: 'miniProgram',
    projectPath: root,
    privateKey: 'offline',
    ignores: ['node_modules/**/*'],
  });
  project.attr = async () => offlineAttributes;
  try {
    const setting = { useProjectConfig: true };
    await ci.getCompiledResult({ project, version: '0', setting }, packed);
  } catch (error) {
    fail(`miniprogram-ci: ${error.message}`);
  }
}

async function checkSizes(packed) {
  const app = JSON.parse(readFileSync(path.join(source, 'app.json'), 'utf8'));
  const roots = (app.subPackages ?? app.subpackages ?? []).map(({ root: folder }) =>
    folder.replace(/\/?$/, '/'),
  );
  const pages = (app.subPackages ?? app.subpackages ?? []).reduce(
    (all, { root: folder, pages: own }) => [
      ...all,
      ...own.map((page) => path.posix.join(folder, page)),
    ],
    app.pages,
  );
  const bytes = new Map([['main', 0], ...roots.map((folder) => [folder, 0])]);
  const ofPages = new Map(pages.map((page) => [page, 0]));
  const zip = await JSZip.loadAsync(readFileSync(packed));
  for (const entry of Object.values(zip.files)) {
    if (entry.dir) continue;
    const owner = roots.find((folder) => entry.name.startsWith(folder)) ?? 'main';
    const { length } = await entry.async('uint8array');
    bytes.set(owner, bytes.get(owner) + length);
    const page = entry.name.replace(/(\.appservice)?\.[a-z]+$/, '');
    if (ofPages.has(page)) ofPages.set(page, ofPages.get(page) + length);
  }
  for (const [name, size] of bytes) {
    const limit = name === 'main' ? mainPackageBytesMax : subpackageBytesMax;
    console.log(`${name}: ${Math.ceil(size / 1024)} KB of ${limit / 1024} KB`);
    if (size > limit) failTooLarge(`package ${name}`, size, limit);
  }
  const [largest, most] = [...ofPages].sort(([, left], [, right]) => right - left)[0];
  console.log(`largest page ${largest}: ${Math.ceil(most / 1024)} KB of ${pageBytesMax / 1024} KB`);
  for (const [page, size] of ofPages) {
    if (size > pageBytesMax) failTooLarge(`page ${page}`, size, pageBytesMax);
  }
}

function failTooLarge(what, size, limit) {
  const over = Math.ceil((size - limit) / 1024);
  fail(
    `${what} is ${(size / 1024).toFixed(1)} KB, ${over} KB over its ${limit / 1024} KB: move what the ` +
      'first screen does not need to a subpackage, or split the page',
  );
}

function toolPath(tool) {
  const folder = { linux: 'linux', darwin: 'mac', win32: 'windows' }[process.platform];
  const name = process.platform === 'win32' ? `${tool}.exe` : tool;
  const manifest = require.resolve('miniprogram-compiler/package.json');
  const program = path.join(path.dirname(manifest), 'bin', folder, name);
  // npm unpacks the package's programs without their executable bit.
  chmodSync(program, 0o755);
  return program;
}

function listFiles(folder, ending, below = '') {
  return readdirSync(path.join(folder, below)).flatMap((name) => {
    const file = path.posix.join(below, name);
    if (statSync(path.join(folder, file)).isDirectory()) return listFiles(folder, ending, file);
    return ending.test(file) ? [file] : [];
  });
}

function fail(words) {
  console.error(words);
  process.exit(1);
}
