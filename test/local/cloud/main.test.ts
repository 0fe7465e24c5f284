import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { startCloud } from '../../support/cloud/cloud';
import type { RunningCloud } from '../../support/cloud/cloud';
import { until } from '../../support/until';

const entry = path.resolve(__dirname, '../../../dist/local/cloud/main.js');
const LIN = 'o-lin-0001';

/** Runs the program until it ends. */
async function run(...words: string[]) {
  const child = spawn(process.execPath, [entry, ...words], { stdio: ['ignore', 'pipe', 'pipe'] });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const [code] = await once(child, 'close');
  return { code, stdout, stderr };
}

describe('the program', () => {
  let folder: string;

  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cloud-main-'));
  });
  afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

  test.each([
    [[], '--data is missing'],
    [['--data', 'x'], '--port must be a port number'],
    [['--data', 'x', '--port', '70000'], '--port must be a port number'],
    [['--data', 'x', '--port', '-1'], '--port'],
    [['--data', 'x', '--port', '0', '--wechat-port', 'a'], '--wechat-port must be a port number'],
    [['--data', 'x', '--port', '0', '--colour'], "'--colour'"],
    [['--data', 'x', '--port', '0', 'word'], "'word'"],
  ])('%j ends with one sentence and code 2', async (words, sentence) => {
    const { code, stdout, stderr } = await run(...words);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(sentence);
    expect(stderr.trim().split('\n').length).toBe(1);
    expect(fs.existsSync('x')).toBe(false);
  });

  test('a port in use ends with one sentence and code 2, and frees the folder', async () => {
    const other = http.createServer();
    other.listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo; // A listening TCP server has one.
    const { code, stderr } = await run('--port', String(port), '--data', folder);
    other.close();
    expect([code, stderr]).toEqual([2, `port ${port} on 127.0.0.1 is in use already\n`]);
    const cloud = await startCloud({ dir: folder });
    expect(await cloud.stop()).toBe(0);
  });

  test('a folder that cannot be written ends with one sentence and code 2', async () => {
    const file = path.join(folder, 'file');
    fs.writeFileSync(file, '');
    const { code, stderr } = await run('--port', '0', '--data', path.join(file, 'below'));
    expect(code).toBe(2);
    expect(stderr).toMatch(/^cannot write in .*ENOTDIR.*\n$/);
  });

  test('storage rules that cannot be read end with one sentence and code 2', async () => {
    const rules = path.join(folder, 'rules.json');
    fs.writeFileSync(rules, '[{"path":"a/"}]');
    const { code, stderr } = await run(
      ...['--port', '0', '--data', path.join(folder, 'data'), '--storage-rules', rules],
    );
    expect([code, stderr.includes('{path, read, write}')]).toEqual([2, true]);
  });

  test('a function with a wrong config.json ends with one sentence and code 2', async () => {
    const functions = path.join(folder, 'functions');
    fs.mkdirSync(path.join(functions, 'sample'), { recursive: true });
    fs.writeFileSync(path.join(functions, 'sample/index.js'), '');
    fs.writeFileSync(path.join(functions, 'sample/config.json'), '{"timeout":"long"}');
    const words = ['--port', '0', '--data', path.join(folder, 'data'), '--functions', functions];
    const { code, stdout, stderr } = await run(...words);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^function sample: config\.json.*\n$/);
  });

  describe('while it runs', () => {
    let cloud: RunningCloud;
    beforeEach(async () => {
      cloud = await startCloud({ dir: folder });
    });
    afterEach(() => cloud.stop());

    const upload = (name: string) => {
      const request = http.request(`${cloud.base}/upload/incoming/${LIN}/${name}`, {
        method: 'PUT',
        headers: { 'x-openid': LIN, 'content-length': 10 },
      });
      const answered = once(request, 'response').then(([response]) => {
        const { statusCode } = response as http.IncomingMessage; // What `response` is emitted with.
        return statusCode;
      });
      request.write('12345');
      return { request, answered };
    };
    const blobs = () => fs.readdirSync(path.join(folder, 'storage/blobs'));

    test('it names itself to whoever asks', async () => {
      expect(await (await fetch(`${cloud.base}/health`)).json()).toEqual({ ok: true });
      const services = await (await fetch(`${cloud.base}/services`)).json();
      expect(services).toMatchObject({ envId: 'local-env', base: cloud.base });
      const { wechatBase } = services as { wechatBase: string };
      const refused = await fetch(`${wechatBase}/wxa/msg_sec_check`, {
        method: 'POST',
        body: '{}',
      });
      expect(await refused.json()).toMatchObject({ errcode: expect.any(Number) });
    });

    test('a second cloud on the same folder is refused and told who holds it', async () => {
      const { code, stdout, stderr } = await run('--port', '0', '--data', folder);
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toBe(
        `data folder is in use by another cloud (process ${cloud.pid}); stop that one first\n`,
      );
      expect((await fetch(`${cloud.base}/health`)).status).toBe(200);
    });

    test('the lock of a killed cloud is taken over, and what it stored is there', async () => {
      const app = cloud.sdk();
      const { fileID } = await app.uploadFile({
        ...{ cloudPath: 'a.txt', fileContent: Buffer.from('kept') },
      });
      await cloud.kill();
      cloud = await startCloud({ dir: folder });
      const { fileContent } = await cloud.sdk().downloadFile({ fileID });
      expect(fileContent?.toString()).toBe('kept');
    });

    test('SIGTERM lets a running upload end, and then ends with code 0', async () => {
      const { request, answered } = upload('a.jpg');
      await until(() => blobs().length === 1);
      process.kill(cloud.pid, 'SIGTERM');
      await until(async () => {
        // New calls are refused while the old one is waited for.
        const reply = await fetch(`${cloud.base}/call/any`, { method: 'POST' });
        return reply.status === 503;
      });
      request.end('67890');
      expect(await answered).toBe(200);
      expect(await cloud.stop()).toBe(0);
      expect(blobs()).toEqual([expect.not.stringContaining('.part')]);
    });

    test('SIGTERM does not wait for an upload that never ends, and leaves nothing', async () => {
      const { answered } = upload('a.jpg');
      await until(() => blobs().length === 1);
      const cut = expect(answered).rejects.toThrow('socket hang up');
      expect(await cloud.stop()).toBe(0);
      await cut;
      expect(blobs()).toEqual([]);
    });

    test('SIGINT ends it cleanly too', async () => {
      process.kill(cloud.pid, 'SIGINT');
      expect(await cloud.stop()).toBe(0);
    });

    test('what the clock was set to survives a restart', async () => {
      await cloud.control('clock', 'advance', { ms: 86_400_000 });
      await cloud.stop();
      cloud = await startCloud({ dir: folder });
      expect(await cloud.control('clock', 'read')).toMatchObject({ offsetMs: 86_400_000 });
    });
  });
});
