/** `npm start` as somebody meets it who has just fetched the project: first, again, killed, and anew. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { storyKind, storyState } from '../../cloudfunctions/contract/story';
import { openGateway } from '../../local/seed/gateway';
import { personas } from '../../local/seed/people';
import { openLocalApp } from '../support/cloud/sdk';
import { until } from '../support/until';

const root = path.resolve(__dirname, '../..');
const data = mkdtempSync(path.join(os.tmpdir(), 'xiangxun-start-'));
const running = new Set<ChildProcess>();
let port: number;

beforeAll(async () => {
  port = await twoFreePorts();
});

afterAll(async () => {
  for (const child of running) child.kill('SIGTERM');
  await until(() => running.size === 0);
  rmSync(data, { recursive: true, force: true });
});

interface Start {
  child: ChildProcess;
  /** What it printed until it was ready, or until it ended. */
  lines: string[];
  words: string;
  status: number | null;
}

/** Runs it until it is ready or has ended. */
async function start(...more: string[]): Promise<Start> {
  const words = ['start', '--', '--data', data, '--port', String(port), ...more];
  const child = spawn('npm', ['--silent', ...words], { cwd: root, detached: true });
  running.add(child);
  let printed = '';
  let complaint = '';
  let isOver = false;
  child.stdout.on('data', (bytes) => (printed += bytes));
  child.stderr.on('data', (bytes) => (complaint += bytes));
  child.on('close', () => {
    isOver = true;
    running.delete(child);
  });
  await until(() => isOver || printed.includes('按 Ctrl+C 停止\n'), 400_000);
  const lines = printed.split('\n').filter((line) => line !== '');
  return { child, lines, words: complaint, status: child.exitCode };
}

/** The cloud behind the pages, by its address. */
async function cloud(): Promise<string> {
  const config = await fetch(`http://127.0.0.1:${port}/config.json`);
  return ((await config.json()) as { cloud: string }).cloud; // the stage's own file
}

async function stories() {
  const database = openLocalApp(await cloud()).database();
  const found = await database.collection('stories').limit(1000).get();
  return found.data as { _id: string; state: string; kind: string }[];
}

const isFree = async (wanted: number) => {
  const server = createServer();
  return new Promise<boolean>((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(wanted, '127.0.0.1', () => server.close(() => resolve(true)));
  });
};

async function twoFreePorts(): Promise<number> {
  for (;;) {
    const server = createServer();
    const found = await new Promise<number>((resolve) => {
      // A listening TCP server's address is an object.
      server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
    });
    await new Promise((resolve) => server.close(resolve));
    if (found < 65_000 && (await isFree(found + 1))) return found;
  }
}

let first: string[];

test('the first start prints three lines and has stories of every state and kind', async () => {
  const { lines } = await start();
  expect(lines).toEqual([
    `乡讯已启动：http://127.0.0.1:${port}`,
    expect.stringMatching(/^已放入示例县：/),
    '按 Ctrl+C 停止',
  ]);
  const found = await stories();
  first = found.map(({ _id }) => _id).sort();
  const states = new Set(found.map(({ state }) => state));
  expect(storyState.options.filter((state) => !states.has(state))).toEqual([]);
  const kinds = new Set(found.map(({ kind }) => kind));
  expect(storyKind.options.filter((kind) => !kinds.has(kind))).toEqual([]);
});

interface Closed {
  period: string;
  state: string;
  digest: string | null;
}

test('a month is closed, and its bulletin has units, adoptions and a digest', async () => {
  const { call } = openGateway(await cloud());
  const { periods } = await call<{ periods: Closed[] }>(personas.lin, 'period.list', {});
  const closed = periods.find(({ state }) => state === 'closed');
  expect(closed?.digest).toMatch(/^[0-9a-f]{12}/);
  const asked = { period: closed?.period, part: 'units', page: 0 };
  const bulletin = await call<{ unitCount: number; totals: { adopted?: number } }>(
    ...[personas.lin, 'bulletin.show', asked],
  );
  expect(bulletin.unitCount).toBeGreaterThan(5);
  expect(bulletin.totals.adopted).toBeGreaterThan(5);
});

test('a second one on the same port says what to do, and harms nothing', async () => {
  const second = await start();
  expect(second.status).toBe(1);
  expect(second.lines).toEqual([]);
  expect(second.words.trim()).toBe(
    `端口 ${port} 已被占用，可能已有一个乡讯在运行。请先停止它，或换一个端口：npm start -- --port ${port + 100}`,
  );
  expect((await stories()).length).toBe(first.length);
  const mistyped = await start('--prot', '4300');
  expect(mistyped.status).toBe(1);
  expect(mistyped.words).toContain('npm start -- --port 4300');
});

test('killed, npm alone or all of it, it leaves nothing running and loses nothing', async () => {
  for (const whole of [false, true]) {
    const [child] = running;
    process.kill(whole ? -(child?.pid ?? 0) : (child?.pid ?? 0), 'SIGKILL');
    await until(async () => (await isFree(port)) && (await isFree(port + 1)));
    const again = await start();
    expect(again.lines[1]).toBe(
      `单位已开通，数据保存在 ${data} 文件夹；重新开始请用 npm start -- --data ${data} --fresh`,
    );
    expect((await stories()).map(({ _id }) => _id).sort()).toEqual(first);
  }
});

test('a fresh start leaves nothing of what was', async () => {
  const [child] = running;
  process.kill(-(child?.pid ?? 0), 'SIGINT');
  await until(async () => running.size === 0 && (await isFree(port)) && (await isFree(port + 1)));
  const anew = await start('--fresh', '--empty');
  expect(anew.lines[1]).toMatch(/^首次开通码：[2-9A-Z-]{24}/);
  expect(await stories()).toEqual([]);
});
