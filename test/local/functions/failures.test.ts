import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { control, startFunctions } from '../../support/cloud/functions-service';
import type { FunctionsUnderTest } from '../../support/cloud/functions-service';
import { until } from '../../support/until';

let cloud: FunctionsUnderTest;

beforeAll(async () => {
  cloud = await startFunctions({ pool: { instancesMax: 2 } });
});
afterAll(() => cloud.stop());

const admin = { source: 'admin' } as const;
const invoke = (name: string, event: object) => cloud.functions.invoke(name, event, admin);

test.each([
  ['throws', 'throw', 'TypeError: the story has no headline'],
  ['rejects', 'reject', 'rejected later'],
  ['answers a circle', 'circular', 'circular structure'],
  ['exits in the middle', 'exit', 'User process exit when running: exit code 3'],
])('a function that %s fails with FUNCTIONS_EXECUTE_FAIL', async (_title, act, words) => {
  await expect(invoke('probe', { act })).rejects.toMatchObject({
    code: 'FUNCTIONS_EXECUTE_FAIL',
    message: expect.stringContaining(words),
  });
});

test('a stack tells the place as on SCF, not the folder of this machine', async () => {
  const words = await invoke('probe', { act: 'throw' }).catch((error) => String(error));
  expect(words).toContain('/var/user/index.js');
  expect(words).not.toContain(path.resolve(__dirname, '../../support'));
});

test('the same instance serves on after main threw', async () => {
  const first = await invoke('probe', { act: 'hold' });
  await invoke('probe', { act: 'throw' }).catch(() => undefined);
  expect(await invoke('probe', { act: 'hold' })).toMatchObject({
    pid: (first as { pid: number }).pid,
  });
});

test.each(['hang', 'spin'])(
  'a function that %ss past its time is killed, and the next call finds a fresh one',
  async (act) => {
    await expect(invoke('hasty', { act })).rejects.toMatchObject({
      code: 'FUNCTIONS_TIME_LIMIT_EXCEEDED',
      message: 'Invoking task timed out after 1 seconds',
    });
    await expect(invoke('hasty', { act: 'quick' })).resolves.toBe('in time');
  },
);

test.each(['heap', 'buffers'])(
  'a function that fills its memory with %s is killed',
  async (act) => {
    await expect(invoke('greedy', { act })).rejects.toMatchObject({
      code: 'FUNCTIONS_MEMORY_LIMIT_EXCEEDED',
    });
  },
);

test('a module that cannot be loaded fails its calls and says why', async () => {
  await expect(invoke('faulty', {})).rejects.toMatchObject({
    code: 'FUNCTIONS_EXECUTE_FAIL',
    message: expect.stringContaining('the module is faulty'),
  });
});

test('a call over the cap waits for an instance and is then served', async () => {
  const held = await Promise.all(
    Array.from({ length: 6 }, () => invoke('probe', { act: 'hold', ms: 10 })),
  );
  expect(new Set(held.map((one) => (one as { pid: number }).pid)).size).toBe(2);
});

describe('between two calls', () => {
  const stateOf = (pid: number) =>
    execFileSync('ps', ['-o', 'state=', '-p', String(pid)]).toString();

  test('the process is stopped, and work left behind goes on only in the next call', async () => {
    const alone = await startFunctions({ pool: { instancesMax: 1 } });
    const file = path.join(alone.context.dataDir, 'left-behind');
    const left = await alone.functions.invoke('probe', { act: 'linger', file }, admin);
    const { pid } = left as { pid: number };
    expect(stateOf(pid).trim()).toMatch(/^T/);
    // A call of another function takes far longer than the millisecond that the work was due in.
    await alone.functions.invoke('hasty', { act: 'hang' }, admin).catch(() => undefined);
    expect(fs.existsSync(file)).toBe(false);
    const thawed = await alone.functions.invoke('probe', { act: 'waitFor', file }, admin);
    expect(thawed).toEqual({ pid });
    expect(stateOf(pid).trim()).toMatch(/^T/);
    await alone.stop();
  });

  test('an error of work left behind falls into the next call', async () => {
    const alone = await startFunctions({ pool: { instancesMax: 1 } });
    const call = (event: object) => alone.functions.invoke('probe', event, admin);
    await expect(call({ act: 'explode' })).resolves.toBe('calm');
    await expect(call({ act: 'hold', ms: 1000 })).rejects.toMatchObject({
      message: expect.stringContaining('thrown by work left behind'),
    });
    await expect(call({ act: 'text' })).resolves.toBe('plain text');
    await alone.stop();
  });
});

test('a kept connection that was closed while the process stood still is not used again', async () => {
  const alone = await startFunctions({ pool: { instancesMax: 1 } });
  const server = http.createServer((_request, response) => response.end('here'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A listening TCP server has an AddressInfo.
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  for (let n = 0; n < 3; n += 1) {
    expect(await alone.functions.invoke('probe', { act: 'get', url }, admin)).toBe(200);
    server.closeAllConnections();
  }
  await new Promise((resolve) => server.close(resolve));
  await alone.stop();
});

test('an instance is replaced after its number of calls', async () => {
  const short = await startFunctions({ pool: { instancesMax: 1, invocationsMax: 2 } });
  const pids: number[] = [];
  for (let n = 0; n < 4; n += 1) {
    const held = await short.functions.invoke('probe', { act: 'hold', ms: 0 }, admin);
    pids.push((held as { pid: number }).pid);
  }
  expect(pids[0]).toBe(pids[1]);
  expect(pids[2]).toBe(pids[3]);
  expect(pids[1]).not.toBe(pids[2]);
  await short.stop();
});

test('with patience a call waits for a busy instance, and gets one of its own when that takes too long', async () => {
  const pidOf = (held: unknown) => (held as { pid: number }).pid; // the probe's answer
  const calls = async (patienceMs: number, ms: number) => {
    const patient = await startFunctions({ pool: { patienceMs } });
    await patient.functions.invoke('probe', { act: 'hold', ms: 0 }, admin);
    const held = await Promise.all(
      [1, 2].map(() => patient.functions.invoke('probe', { act: 'hold', ms }, admin)),
    );
    await patient.stop();
    return new Set(held.map(pidOf)).size;
  };
  expect(await calls(60_000, 20)).toBe(1);
  expect(await calls(1, 1_000)).toBe(2);
});

test('an idle instance is ended, and a cold function has no process', async () => {
  const quick = await startFunctions({ pool: { idleMs: 10 } });
  const held = await quick.functions.invoke('probe', { act: 'hold' }, admin);
  const { pid } = held as { pid: number };
  await until(() => !isRunning(pid));
  const { functions } = control(quick.functions, 'instances') as {
    functions: { function: string; instances: number }[];
  };
  expect(functions.every((one) => one.instances === 0)).toBe(true);
  await quick.stop();
});

test('reset and stop leave no process behind, not even a busy one', async () => {
  const ending = await startFunctions();
  const { pid } = (await ending.functions.invoke('probe', { act: 'hold' }, admin)) as {
    pid: number;
  };
  const busy = ending.functions.invoke('hasty', { act: 'hang' }, admin).catch((error) => error);
  await ending.functions.reset();
  expect(await busy).toMatchObject({ code: 'FUNCTIONS_EXECUTE_FAIL' });
  expect(isRunning(pid)).toBe(false);
  const after = (await ending.functions.invoke('probe', { act: 'hold' }, admin)) as {
    pid: number;
  };
  await ending.stop();
  expect(isRunning(after.pid)).toBe(false);
});

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
