// `npm test` and `npm run test:long`: jest over every project but the house rules, which are `npm run tidy`;
// closing with `N passed, N failed`.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from './build.mjs';

const long = process.argv.includes('--long');
const rest = process.argv.slice(2).filter((word) => word !== '--long');
const folder = mkdtempSync(path.join(os.tmpdir(), 'xiangxun-test-'));
const counts = process.env.TEST_COUNTS ?? path.join(folder, 'counts');
const jest = path.join(root, 'node_modules/jest/bin/jest.js');

const run = spawnSync(
  process.execPath,
  // WeChat's simulate and the browser fixtures print on purpose; quiet unless a test fails.
  [jest, ...rest, ...(rest.includes('--selectProjects') ? [] : ['--ignoreProjects', 'tidy'])],
  {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, TEST_COUNTS: counts, ...(long ? { LONG: '1' } : {}) },
  },
);
const total = sum(existsSync(counts) ? readFileSync(counts, 'utf8') : '');
rmSync(folder, { recursive: true });
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(run.status ?? 1);

function sum(text) {
  const lines = text.split('\n').filter((line) => line !== '');
  const column = (at) => lines.reduce((all, line) => all + Number(line.split(' ')[at]), 0);
  return { passed: column(0), failed: column(1), skipped: column(2) };
}
