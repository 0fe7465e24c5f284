/** How long a fresh process takes to load a function, beside the plain SDK bundled the same way. */
import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import * as esbuild from 'esbuild';
import { median } from './measure';

const STARTS = 15;

export interface ColdStart {
  name: string;
  ms: number;
  ratio: number;
}

/** The median load of each function in fresh processes, and its ratio to the SDK's alone. */
export async function measureColdStarts(functionsDir: string, root: string): Promise<ColdStart[]> {
  const sdk = path.join(root, 'dist/bench/plain-sdk.js');
  await esbuild.build({
    stdin: { contents: "module.exports = require('@cloudbase/node-sdk')", resolveDir: root },
    ...{ outfile: sdk, bundle: true, platform: 'node', target: 'node18', format: 'cjs' },
    ...{ minify: true, keepNames: true, legalComments: 'none', logLevel: 'error' },
  });
  const files = new Map([['plain SDK', sdk]]);
  for (const name of readdirSync(functionsDir)) {
    files.set(name, path.join(functionsDir, name, 'index.js'));
  }
  const taken = new Map([...files.keys()].map((name): [string, number[]] => [name, []]));
  // Each round loads all, so that a busy minute of the machine falls on all alike.
  for (let start = 0; start < STARTS; start += 1) {
    for (const [name, file] of files) taken.get(name)?.push(loadMs(file));
  }
  rmSync(sdk);
  const floor = median(taken.get('plain SDK') ?? []);
  return [...taken].map(([name, all]) => ({ name, ms: median(all), ratio: median(all) / floor }));
}

function loadMs(file: string): number {
  const script = `const at = performance.now(); require(${JSON.stringify(file)});
    process.stdout.write(String(performance.now() - at)); process.exit(0)`;
  const run = spawnSync(process.execPath, ['-e', script], {
    encoding: 'utf8',
    env: { ...process.env, TENCENTCLOUD_RUNENV: 'SCF', TCB_ENV: 'local-env' },
  });
  if (run.status !== 0) throw new Error(`${file} does not load: ${run.stderr.slice(0, 500)}`);
  return Number(run.stdout);
}
