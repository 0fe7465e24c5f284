import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import esbuild from 'esbuild';
import {
  control,
  FIXTURES,
  startFunctions,
  writeFunction,
} from '../../support/cloud/functions-service';
import { until } from '../../support/until';
import { buildWorker } from '../../support/cloud/worker-file';

const admin = { source: 'admin' } as const;
let folder: string;

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'functions-'));
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

const saying = (word: string) => `exports.main = () => ({ word: '${word}', pid: process.pid });`;

describe('a new build', () => {
  test('is taken up by the next call, and only by functions that changed', async () => {
    writeFunction(folder, 'changing', saying('old'));
    writeFunction(folder, 'lasting', saying('same'));
    const cloud = await startFunctions({ functionsDir: folder });
    const call = async (name: string) =>
      (await cloud.functions.invoke(name, {}, admin)) as { word: string; pid: number };
    const [before, lasting] = [await call('changing'), await call('lasting')];
    writeFunction(folder, 'changing', saying('newer'));
    expect((await call('changing')).word).toBe('newer');
    expect((await call('changing')).pid).not.toBe(before.pid);
    expect((await call('lasting')).pid).toBe(lasting.pid);
    await until(() => !isRunning(before.pid));
    await cloud.stop();
  });

  test('is also one when only a library beside index.js changed', async () => {
    writeFunction(folder, 'changing', "exports.main = () => ({ word: require('./part.js') });");
    const place = path.join(folder, 'changing/part.js');
    fs.writeFileSync(place, "module.exports = 'old';");
    const cloud = await startFunctions({ functionsDir: folder });
    expect(await cloud.functions.invoke('changing', {}, admin)).toEqual({ word: 'old' });
    fs.writeFileSync(place, "module.exports = 'newer';");
    expect(await cloud.functions.invoke('changing', {}, admin)).toEqual({ word: 'newer' });
    await cloud.stop();
  });

  test('lets a call under way finish on the old one', async () => {
    const file = path.join(folder, 'go-on');
    const waiting = (word: string) =>
      `const fs = require('node:fs'); exports.main = async () => {
         fs.writeFileSync(${JSON.stringify(folder)} + '/begun', '');
         while (!fs.existsSync(${JSON.stringify(file)})) await new Promise((r) => setTimeout(r, 2));
         return '${word}'; };`;
    writeFunction(folder, 'changing', waiting('old'));
    const cloud = await startFunctions({ functionsDir: folder });
    const old = cloud.functions.invoke('changing', {}, admin);
    await until(() => fs.existsSync(path.join(folder, 'begun')));
    writeFunction(folder, 'changing', waiting('newer'));
    const fresh = cloud.functions.invoke('changing', {}, admin);
    fs.writeFileSync(file, '');
    expect(await Promise.all([old, fresh])).toEqual(['old', 'newer']);
    await cloud.stop();
  });

  test('is also taken up when asked for, though no file changed', async () => {
    writeFunction(folder, 'lasting', saying('same'));
    const cloud = await startFunctions({ functionsDir: folder });
    const before = (await cloud.functions.invoke('lasting', {}, admin)) as { pid: number };
    expect(await control(cloud.functions, 'reload')).toEqual({ functions: ['lasting'] });
    const after = (await cloud.functions.invoke('lasting', {}, admin)) as { pid: number };
    expect(after.pid).not.toBe(before.pid);
    await cloud.stop();
  });

  test('may bring a function that was not there at the start', async () => {
    const cloud = await startFunctions({ functionsDir: folder });
    await expect(cloud.functions.invoke('late', {}, admin)).rejects.toMatchObject({
      code: 'FUNCTION_NOT_FOUND',
    });
    writeFunction(folder, 'late', saying('here'));
    expect(await cloud.functions.invoke('late', {}, admin)).toMatchObject({ word: 'here' });
    await cloud.stop();
  });
});

describe('a bad config.json keeps the cloud from starting and names the field', () => {
  test.each([
    ['timeout', { timeout: 61 }],
    ['timeout', { timeout: 0 }],
    ['memorySize', { memorySize: 64 }],
    ['invoke', { invoke: 'everybody' }],
    ['http', { http: ['inbound'] }],
    ['name', { name: 'other' }],
    ['envVariables', { envVariables: { PORT: 1 } }],
    ['messages', { messages: [''] }],
    ['triggers', { triggers: [{ name: '1st', type: 'timer', config: '* * * * * * *' }] }],
    ['triggers must be one at most', { triggers: [timer('a'), timer('b')] }],
  ])('%s: %j', async (words, config) => {
    writeFunction(folder, 'wrong', saying('never'), config);
    await expect(startFunctions({ functionsDir: folder })).rejects.toThrow(
      `function wrong: config.json: ${words}`,
    );
  });

  test('text that is no JSON', async () => {
    writeFunction(folder, 'wrong', saying('never'));
    fs.writeFileSync(path.join(folder, 'wrong/config.json'), '{');
    await expect(startFunctions({ functionsDir: folder })).rejects.toThrow('is not JSON');
  });

  test('a missing file', async () => {
    writeFunction(folder, 'wrong', saying('never'));
    fs.rmSync(path.join(folder, 'wrong/config.json'));
    await expect(startFunctions({ functionsDir: folder })).rejects.toThrow(
      'config.json is missing',
    );
  });
});

test('no worker outlives a cloud that is killed, neither a stopped nor a spinning one', async () => {
  const worker = buildWorker();
  const cloud = startCloudProcess(worker.workerFile);
  const pids: number[] = [];
  cloud.stdout?.on('data', (text: Buffer) => {
    const found = text.toString().trim().split('\n').map(Number);
    pids.push(...found.filter((pid) => pid > 0));
  });
  await until(() => pids.length === 2);
  expect(pids.every(isRunning)).toBe(true);
  cloud.kill('SIGKILL');
  await until(() => !pids.some(isRunning));
  worker.remove();
});

/** A process with one stopped and one endlessly busy worker; it prints the pids of both. */
function startCloudProcess(workerFile: string): ChildProcess {
  writeFunction(
    folder,
    'spinner',
    `require('node:fs').writeFileSync(__dirname + '/pid', String(process.pid));
     exports.main = () => { for (;;); };`,
    { timeout: 60 },
  );
  const script = path.join(folder, 'cloud.js');
  esbuild.buildSync({
    bundle: true,
    platform: 'node',
    outfile: script,
    stdin: { resolveDir: path.resolve(__dirname, '../../..'), contents: CLOUD_PROCESS },
    define: {
      FIXTURES: JSON.stringify(FIXTURES),
      FOLDER: JSON.stringify(folder),
      WORKER_FILE: JSON.stringify(workerFile),
    },
  });
  return spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit'] });
}

const CLOUD_PROCESS = `
  const fs = require('node:fs');
  const { createFunctions } = require('./local/cloud/functions');
  const context = {
    envId: 'local-env', dataDir: FOLDER, base: () => '', log() {},
    clock: { now: Date.now, offsetMs: () => 0, onMoved: () => () => {} },
  };
  const of = (functionsDir) => createFunctions({ context, functionsDir, workerFile: WORKER_FILE });
  of(FIXTURES).invoke('probe', { act: 'hold' }, { source: 'admin' }).then((held) => {
    console.log(held.pid);
    of(FOLDER).invoke('spinner', {}, { source: 'admin' }).catch(() => {});
    const look = () => {
      const file = FOLDER + '/spinner/pid';
      const pid = fs.existsSync(file) && fs.readFileSync(file, 'utf8');
      if (pid) console.log(pid); else setTimeout(look, 5);
    };
    look();
  });
`;

function timer(name: string) {
  return { name, type: 'timer', config: '0 0 2 * * * *' };
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
