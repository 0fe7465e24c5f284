// Packs the phone's npm packages (package.json's `dependencies`) into miniprogram/miniprogram_npm,
// as the WeChat DevTools' menu «构建 npm» does: a package made for mini-programs is copied, any other
// becomes one file. WeChat's own packer spends seven seconds of every first start on loading itself;
// `npm run wechat` runs it beside ours and compares.
import { createHash } from 'node:crypto';
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';

export async function packPhoneNpm(root) {
  const { dependencies } = readJson(path.join(root, 'package.json'));
  // Packed anew when the packages or the way of packing changed.
  const packer = createHash('sha256').update(readFileSync(fileURLToPath(import.meta.url)));
  const wanted = `${JSON.stringify(dependencies)} ${packer.digest('hex')}`;
  const folder = path.join(root, 'miniprogram/miniprogram_npm');
  const mark = path.join(folder, '.packed');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return;
  rmSync(folder, { recursive: true, force: true });
  await Promise.all(Object.keys(dependencies).map((name) => packOne(root, name, folder)));
  writeFileSync(mark, wanted);
}

async function packOne(root, name, folder) {
  const from = path.join(root, 'node_modules', name);
  const to = path.join(folder, name);
  const { miniprogram } = readJson(path.join(from, 'package.json'));
  if (miniprogram) return cpSync(path.join(from, miniprogram), to, { recursive: true });
  await esbuild.build({
    stdin: { contents: `module.exports = require(${JSON.stringify(name)})`, resolveDir: root },
    outfile: path.join(to, 'index.js'),
    bundle: true,
    minify: true,
    format: 'cjs',
    platform: 'browser',
    target: 'es2017',
    logLevel: 'error',
  });
}

function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}
