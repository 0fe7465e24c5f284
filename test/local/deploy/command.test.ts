/** `npm run deploy` as it is typed, on a machine without account and network. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { readWanted } from '../../../scripts/deploy/wanted';

const root = path.resolve(__dirname, '../../..');

function deploy(...words: string[]) {
  const { TCB_SECRET_ID: _id, TCB_SECRET_KEY: _key, ...env } = process.env;
  const script = path.join(root, 'scripts/deploy.mjs');
  const run = spawnSync(process.execPath, [script, ...words], { env, encoding: 'utf8' });
  return { status: run.status, said: run.stdout, complained: run.stderr };
}

test('a dry run prints the whole plan', () => {
  const { status, said } = deploy('--env', 'env-1', '--dry-run', '--json');
  expect(status).toBe(0);
  const plan = JSON.parse(said) as { envId: string; steps: { do: string; line: string }[] };
  const { functions, collections } = readWanted(path.join(root, 'dist'));
  const count = (name: string) => plan.steps.filter((step) => step.do === name).length;
  expect(plan.envId).toBe('env-1');
  expect(count('createFunction')).toBe(functions.length);
  expect(count('createCollection')).toBe(collections.length);
  const plain = deploy('--env', 'env-1', '--dry-run').said;
  for (const { line } of plan.steps) expect(plain).toContain(line);
});

test('the file for Tencent’s command line has every function and no secret', () => {
  const file = path.join(root, 'dist/cloudbaserc.json');
  deploy('--env', 'env-1', '--dry-run');
  const text = readFileSync(file, 'utf8');
  const config = JSON.parse(text) as { envId: string; functions: { name: string }[] };
  const { functions } = readWanted(path.join(root, 'dist'));
  expect(config.envId).toBe('env-1');
  expect(config.functions.map((one) => one.name)).toEqual(functions.map((one) => one.name));
  expect(text).not.toContain('envVariables');
});

test('without an environment or an account it says what is missing', () => {
  expect(deploy()).toMatchObject({ status: 1, complained: expect.stringContaining('--env') });
  expect(deploy('--env', 'env-1')).toMatchObject({
    ...{ status: 1, complained: expect.stringContaining('TCB_SECRET_ID') },
  });
});

test('the cost of a thousand stories follows the counted round trips', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'xiangxun-cost-'));
  const names = ['session.open', 'story.list', 'story.show', 'queue.list', 'story.file'];
  const commands = ['story.claim', 'story.return', 'story.refile', 'story.approve'];
  const linesFor = (database: number) => {
    const calls = [...names, ...commands].map((call) => ({ call, database, answerBytes: 1000 }));
    const file = path.join(folder, 'figures.json');
    writeFileSync(file, JSON.stringify({ calls }));
    const script = path.join(root, 'scripts/cost.mjs');
    return spawnSync(process.execPath, [script, file], { encoding: 'utf8' }).stdout.split('\n');
  };
  const written = (lines: string[]) => lines.find((line) => line.includes('数据库写'));
  // 1 filing, 3 claims, 3 approvals, a third returned and filed again: 7⅔ commands a story.
  expect(written(linesFor(3))).toContain('23,000');
  expect(written(linesFor(6))).toContain('46,000');
  rmSync(folder, { recursive: true });
});
