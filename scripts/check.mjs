// `npm run check`: is the whole project sound? Each step's time is printed; the first failure ends it.
import { spawnSync } from 'node:child_process';
import { root } from './build.mjs';

const steps = ['types', 'lint', 'tidy', 'build', 'wechat', 'test'];

for (const step of steps) {
  const startedAt = Date.now();
  console.log(`\n▸ ${step}`);
  const options = { cwd: root, stdio: 'inherit', shell: true };
  const run = spawnSync(`npm run --silent ${step}`, options);
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  if (run.status !== 0) {
    console.error(`✗ ${step} failed after ${seconds} s`);
    process.exit(1);
  }
  console.log(`✓ ${step} ${seconds} s`);
}
