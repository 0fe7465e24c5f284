// Packs the phone's npm packages (package.json's `dependencies`) into miniprogram/miniprogram_npm,
// as the WeChat DevTools' menu «构建 npm» does; needs no account and no network.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export async function packPhoneNpm(root) {
  const lock = readFileSync(path.join(root, 'package.json'), 'utf8');
  const { dependencies } = JSON.parse(lock);
  const wanted = JSON.stringify(dependencies);
  const mark = path.join(root, 'miniprogram/miniprogram_npm/.packed');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return;
  const { default: ci } = await import('miniprogram-ci');
  const report = await ci.packNpmManually({
    packageJsonPath: path.join(root, 'package.json'),
    miniprogramNpmDistDir: path.join(root, 'miniprogram'),
  });
  const failed = report.warnList ?? [];
  if (failed.length > 0) console.warn(failed.map((warning) => warning.msg).join('\n'));
  writeFileSync(mark, wanted);
}
