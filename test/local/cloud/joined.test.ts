import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startCloud } from '../../support/cloud/cloud';
import type { RunningCloud } from '../../support/cloud/cloud';

const LIN = 'o-lin-0001';
const functionsDir = path.join(__dirname, 'functions');

describe('the cloud as a whole', () => {
  let folder: string;
  let cloud: RunningCloud;

  beforeEach(async () => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cloud-joined-'));
    cloud = await startCloud({ dir: path.join(folder, 'data'), functionsDir });
    await cloud.sdk().database().createCollection('notes');
  });
  afterEach(async () => {
    await cloud.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  });

  async function call(event: object): Promise<unknown> {
    const reply = await fetch(`${cloud.base}/call/desk`, {
      ...{ method: 'POST', body: JSON.stringify(event) },
      headers: { 'x-openid': LIN },
    });
    return reply.json();
  }

  test('a phone, the web and a timer reach a function, which writes and reads', async () => {
    await call({ text: 'from the phone' });
    await fetch(`${cloud.base}/desk/hook`, { method: 'POST', body: '' });
    await cloud.control('timers', 'fire', { function: 'desk' });
    expect(await call({ read: true })).toEqual([
      `${LIN}: from the phone`,
      expect.stringMatching(/^POST: \/.*hook/),
      'Timer: hourly',
    ]);
  });

  test('a timer that comes due while the clock is advanced has run when the mover is answered', async () => {
    await cloud.control('clock', 'advance', { ms: 3_600_000 });
    expect(await call({ read: true })).toEqual(['Timer: hourly']);
    expect(await call({ text: 'later' })).toEqual({ offsetMs: expect.any(Number) });
    const { offsetMs } = await cloud.control<{ offsetMs: number }>('clock', 'read');
    expect(await call({ text: 'again' })).toEqual({ offsetMs });
  });

  test('what a phone uploads it cannot read, but a function gets an address for it', async () => {
    const reply = await fetch(`${cloud.base}/upload/incoming/${LIN}/a.txt`, {
      ...{ method: 'PUT', body: 'hello' },
      headers: { 'x-openid': LIN },
    });
    const { fileID } = (await reply.json()) as { fileID: string };
    const asked = await fetch(`${cloud.base}/temp-urls`, {
      ...{ method: 'POST', body: JSON.stringify({ fileList: [fileID] }) },
      headers: { 'x-openid': LIN },
    });
    expect(await asked.json()).toMatchObject({ fileList: [{ code: 'STORAGE_EXCEED_AUTHORITY' }] });
    const { tempFileURL } = (await call({ url: fileID })) as { tempFileURL: string };
    expect(await (await fetch(tempFileURL)).text()).toBe('hello');
  });

  test('SIGTERM lets a running function write and answer before the cloud ends', async () => {
    const gate = path.join(folder, 'gate');
    const answered = call({ waitFor: gate, text: 'written while stopping' });
    await call({ read: true });
    const stopped = cloud.stop();
    fs.writeFileSync(gate, '');
    expect(await answered).toEqual({ offsetMs: 0 });
    expect(await stopped).toBe(0);
    cloud = await startCloud({ dir: path.join(folder, 'data'), functionsDir });
    expect(await call({ read: true })).toEqual([`${LIN}: written while stopping`]);
  });

  test.each(['../functions/desk', '../../etc', 'x'.repeat(300), '', 'desk/.', 'constructor'])(
    'a function that calls %j hears that there is no such function',
    async (name) => {
      await expect(cloud.sdk().callFunction({ name, data: {} })).rejects.toMatchObject({
        code: name === '' ? 'INVALID_PARAM' : 'FUNCTION_NOT_FOUND',
      });
    },
  );

  test('after a reset nothing is left, and everything works on', async () => {
    await call({ text: 'before' });
    await cloud.control('clock', 'advance', { ms: 60_000 });
    const reset = await fetch(`${cloud.base}/control/reset`, { method: 'POST' });
    expect(reset.status).toBe(200);
    expect(await cloud.control('clock', 'read')).toMatchObject({ offsetMs: 0 });
    await cloud.sdk().database().createCollection('notes');
    await call({ text: 'after' });
    expect(await call({ read: true })).toEqual([`${LIN}: after`]);
  });

  test('a reset forgets what was told to go wrong; what came due on its way stays undone', async () => {
    await call({ text: 'warm' });
    const processes = async () =>
      (await cloud.control<{ functions: unknown[] }>('functions', 'instances')).functions;
    const warm = await processes();
    await cloud.control('clock', 'advance', { ms: -7 * 3_600_000 });
    await cloud.control('timers', 'pause', { isPaused: true });
    await cloud.control('database', 'keep');
    await cloud.control('database', 'disk', { pages: 1 });
    await cloud.control('database', 'fail', { nth: 1, action: 'before' });
    await cloud.control('storage', 'failWrites', { code: 'ENOSPC' });
    await fetch(`${cloud.base}/control/reset`, { method: 'POST', body: '{"keepsIdle":true}' });
    expect(await processes()).toEqual(warm);
    await cloud.sdk().database().createCollection('notes');
    await call({ text: 'after' });
    expect(await call({ read: true })).toEqual([`${LIN}: after`]);
    await cloud.sdk().uploadFile({ cloudPath: 'a/b.txt', fileContent: Buffer.from('kept') });
    await expect(cloud.control('database', 'changed')).rejects.toThrow('nothing was kept');
    await cloud.control('clock', 'advance', { ms: 3_600_000 });
    expect(await call({ read: true })).toEqual([`${LIN}: after`, 'Timer: hourly']);
  });
});
