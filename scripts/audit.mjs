// `npm run audit`: recomputes every balance, standing and chain from the entries and names the first
// difference. Without words, of the laptop's data while nothing runs on it; `-- --data DIR` of another folder,
// `-- --url BASE` of a running embedded cloud, `-- --env ID` of a CloudBase environment.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import * as esbuild from 'esbuild';
import { buildIfStale, root } from './build.mjs';

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: path.join(root, 'data/cloud') },
    url: { type: 'string' },
    env: { type: 'string' },
  },
});
// No function runs on the data that is looked at.
const noFunctions = mkdtempSync(path.join(os.tmpdir(), 'xiangxun-audit-'));
let cloud;
try {
  process.exitCode = await audit();
} catch (error) {
  console.error(error.message);
  process.exitCode = 2;
} finally {
  cloud?.kill('SIGTERM');
  rmSync(noFunctions, { recursive: true });
}

async function audit() {
  await buildIfStale();
  const program = path.join(root, 'dist/audit/main.js');
  await esbuild.build({
    entryPoints: [path.join(root, 'scripts/audit/main.ts')],
    outfile: program,
    bundle: true,
    packages: 'external',
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    logLevel: 'warning',
  });
  const words = values.env ? ['--env', values.env] : [values.url ?? (await openData())];
  const run = spawn(process.execPath, [program, ...words], { cwd: root, stdio: 'inherit' });
  const [status] = await once(run, 'exit');
  return status ?? 2;
}

/** Starts an embedded cloud on the folder and answers its address. */
function openData() {
  const words = ['--port', '0', '--data', values.data, '--functions', noFunctions];
  cloud = spawn(process.execPath, [path.join(root, 'dist/local/cloud/main.js'), ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return new Promise((resolve, reject) => {
    let complaint = '';
    cloud.stderr.on('data', (bytes) => (complaint = `${complaint}${bytes}`.slice(-2000)));
    cloud.stdout.on('data', (bytes) => {
      const ready = /ready (http:\S+)/.exec(String(bytes));
      if (ready) resolve(ready[1]);
    });
    cloud.on('exit', () => reject(new Error(complaint.trim())));
  });
}
