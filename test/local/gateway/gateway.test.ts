import fs from 'node:fs';
import path from 'node:path';
import { CloudError } from '../../../local/cloud/errors';
import { createGateway } from '../../../local/cloud/gateway';
import { createIdentity } from '../../../local/cloud/identity';
import type { Caller, CloudContext, FunctionConfig, Functions } from '../../../local/cloud/service';
import { createStorage } from '../../../local/cloud/storage';
import { sendAndCut, sendRaw } from '../../support/raw-request';
import { serve } from '../../support/served';
import type { Served } from '../../support/served';
import { until } from '../../support/until';

const LIN = 'o-lin-0001';
const ZHOU = 'o-zhou-0001';
const KB = 1024;

interface Call {
  name: string;
  event: unknown;
  caller: Caller;
}

/** Stands for the functions service: what it was called with, and an answer to order. */
function pretendFunctions(calls: Call[], answer: (call: Call) => unknown): Functions {
  const config = (name: string, invoke: FunctionConfig['invoke']): FunctionConfig => ({
    ...{ name, invoke, timeout: 5, memorySize: 256, triggers: [], http: [], messages: [] },
    envVariables: {},
  });
  return {
    list: () => [config('open', true), config('newsroom', 'signed-in'), config('relay', false)],
    async invoke(name, event, caller) {
      const call = { name, event, caller };
      calls.push(call);
      return answer(call);
    },
  };
}

describe('the gateway', () => {
  let served: Served;
  let calls: Call[];
  let answer: (call: Call) => unknown;

  beforeEach(async () => {
    calls = [];
    answer = () => ({ ok: true });
    served = await serve((context: CloudContext) => {
      const identity = createIdentity(context);
      const readable = { path: 'public/', read: true, write: false };
      const own = { path: 'incoming/{openid}/', read: false, write: true };
      const storage = createStorage(context, [own, readable]);
      const functions = pretendFunctions(calls, (call) => answer(call));
      return [identity, storage, createGateway({ functions, storage, identity })];
    });
  });
  afterEach(async () => {
    await served.stop();
    served.context.removeFolder();
  });

  const call = (name: string, body?: string, headers: Record<string, string> = {}) =>
    fetch(`${served.base}/call/${name}`, { method: 'POST', body, headers });
  const put = (cloudPath: string, body: string | Buffer, openid?: string) =>
    fetch(`${served.base}/upload/${cloudPath}`, {
      ...{ method: 'PUT', body },
      headers: openid === undefined ? {} : { 'x-openid': openid },
    });
  const temporaryUrls = (body: unknown, openid = LIN) =>
    fetch(`${served.base}/temp-urls`, {
      ...{ method: 'POST', body: JSON.stringify(body) },
      headers: { 'x-openid': openid },
    });
  const blobs = () => fs.readdirSync(path.join(served.context.dataDir, 'storage/blobs'));

  describe('POST /call', () => {
    test('hands event and openid to the function and gives its result back', async () => {
      answer = ({ event }) => ({ got: event, words: '好' });
      const reply = await call('newsroom', '{"call":"story.list"}', { 'x-openid': LIN });
      expect(reply.status).toBe(200);
      expect(await reply.json()).toEqual({ got: { call: 'story.list' }, words: '好' });
      expect(calls).toMatchObject([
        { name: 'newsroom', caller: { openid: LIN, source: 'wx_client', sourceIp: '127.0.0.1' } },
      ]);
    });

    test.each([
      [undefined, 'null'],
      [null, 'null'],
      ['text', '"text"'],
      [0, '0'],
    ])('a function that returns %p is answered as %s', async (result, text) => {
      answer = () => result;
      expect(await (await call('open', '{}')).text()).toBe(text);
    });

    test('an empty body is an empty event', async () => {
      await call('open', undefined);
      expect(calls[0]?.event).toEqual({});
    });

    test.each([
      ['open', undefined, 200],
      ['open', LIN, 200],
      ['newsroom', undefined, 403],
      ['newsroom', LIN, 200],
      ['relay', undefined, 403],
      ['relay', LIN, 403],
    ])('%s called by %s is answered with %i', async (name, openid, status) => {
      const reply = await call(name, '{}', openid === undefined ? {} : { 'x-openid': openid });
      expect(reply.status).toBe(status);
      expect(calls.length).toBe(status === 200 ? 1 : 0);
      if (status === 403) {
        expect(await reply.json()).toMatchObject({ code: 'FUNCTIONS_PERMISSION_DENIED' });
      }
    });

    test.each([
      ['nothing', '{}', {}, 404, 'FUNCTION_NOT_FOUND'],
      ['', '{}', {}, 404, 'FUNCTION_NOT_FOUND'],
      ['open', '{"a":', {}, 400, 'INVALID_PARAM'],
      ['open', '[]', {}, 400, 'INVALID_PARAM'],
      ['open', '"text"', {}, 400, 'INVALID_PARAM'],
      ['open', '{}', { 'x-openid': 'short' }, 400, 'INVALID_PARAM'],
      ['open', '{}', { 'x-openid': 'o-lin 0001' }, 400, 'INVALID_PARAM'],
      ['open', '{}', { 'x-openid': 'x'.repeat(65) }, 400, 'INVALID_PARAM'],
      ['open', '{}', { 'x-openid': '../../etc' }, 400, 'INVALID_PARAM'],
    ])('call of %j with %j and %j is refused', async (name, body, headers, ...expected) => {
      const [status, code] = expected;
      const reply = await call(name, body, headers as Record<string, string>);
      expect(reply.status).toBe(status);
      expect(await reply.json()).toEqual({
        ...{ code, message: expect.any(String) },
        requestId: reply.headers.get('x-request-id'),
      });
      expect(calls).toEqual([]);
    });

    test('a request of exactly 100 KB passes, one byte more is refused', async () => {
      const bodyOf = (bytes: number) => `{"a":"${'x'.repeat(bytes - 8)}"}`;
      expect((await call('open', bodyOf(100 * KB))).status).toBe(200);
      const refused = await call('open', bodyOf(100 * KB + 1));
      expect(refused.status).toBe(413);
      expect(await refused.json()).toMatchObject({ code: 'EXCEED_MAX_PAYLOAD_SIZE' });
      expect(calls.length).toBe(1);
    });

    test('the limit counts bytes, not characters', async () => {
      expect((await call('open', `{"a":"${'好'.repeat(40_000)}"}`)).status).toBe(413);
    });

    test('a body announced as too large is refused before it is sent', async () => {
      const head =
        'POST /call/open HTTP/1.1\r\nHost: 127.0.0.1\r\ncontent-length: 999999999\r\n\r\n';
      expect(await sendRaw(served.base, head, '{')).toContain('EXCEED_MAX_PAYLOAD_SIZE');
    });

    test('an endless body without a length is refused at the limit', async () => {
      const head =
        'POST /call/open HTTP/1.1\r\nHost: 127.0.0.1\r\ntransfer-encoding: chunked\r\n\r\n';
      const chunk = `19000\r\n${'x'.repeat(0x19000)}\r\n`;
      const reply = await sendRaw(served.base, head, chunk, chunk);
      expect(reply).toMatch(/^HTTP\/1\.1 413 /);
    });

    test.each([
      ['FUNCTIONS_TIME_LIMIT_EXCEEDED', 504],
      ['FUNCTIONS_EXECUTE_FAIL', 500],
    ])('a function that fails with %s is answered with %i', async (code, status) => {
      answer = () => {
        throw new CloudError(code, 'in words');
      };
      const reply = await call('open', '{}');
      expect(reply.status).toBe(status);
      expect(await reply.json()).toMatchObject({ code, message: 'in words' });
    });

    test('another method is refused', async () => {
      expect((await fetch(`${served.base}/call/open`)).status).toBe(405);
    });

    test('a call makes its openid active, by the clock of the cloud', async () => {
      const identity = createIdentity(served.context);
      await call('newsroom', '{}', { 'x-openid': LIN });
      const at = served.context.clock.now();
      await served.stop();
      await identity.start();
      expect([identity.lastActiveAt(LIN), identity.lastActiveAt(ZHOU)]).toEqual([at, undefined]);
    });
  });

  describe('PUT /upload', () => {
    test('stores in the folder of its own openid', async () => {
      const reply = await put(`incoming/${LIN}/a.jpg`, 'hello', LIN);
      expect(reply.status).toBe(200);
      const fileID = `cloud://local-env.6c6f-local-env-1250000000/incoming/${LIN}/a.jpg`;
      expect(await reply.json()).toEqual({ fileID });
      const described = await fetch(`${served.base}/control/storage/describe`, {
        ...{ method: 'POST', body: JSON.stringify({ path: `incoming/${LIN}/a.jpg` }) },
      });
      expect(await described.json()).toMatchObject({ openid: LIN, sizeBytes: 5 });
    });

    test.each([
      [`incoming/${ZHOU}/a.jpg`, LIN, 403, 'STORAGE_EXCEED_AUTHORITY'],
      [`incoming/${LIN}/a.jpg`, undefined, 403, 'STORAGE_EXCEED_AUTHORITY'],
      ['stories/a.jpg', LIN, 403, 'STORAGE_EXCEED_AUTHORITY'],
      ['public/a.jpg', LIN, 403, 'STORAGE_EXCEED_AUTHORITY'],
      [`incoming/${LIN}`, LIN, 403, 'STORAGE_EXCEED_AUTHORITY'],
      [`incoming/${LIN}x/a.jpg`, LIN, 403, 'STORAGE_EXCEED_AUTHORITY'],
      [`incoming/${LIN}/%2e%2e/${ZHOU}/a.jpg`, LIN, 400, 'INVALID_PARAM'],
      [`incoming/${LIN}/..%2f${ZHOU}%2fa.jpg`, LIN, 400, 'INVALID_PARAM'],
      [`incoming/${LIN}/%00.jpg`, LIN, 400, 'INVALID_PARAM'],
      [`incoming/${LIN}/%ff.jpg`, LIN, 400, 'INVALID_PARAM'],
      [`incoming/${LIN}//a.jpg`, LIN, 400, 'INVALID_PARAM'],
    ])('to %s by %s is refused', async (cloudPath, openid, status, code) => {
      // fetch would tidy the path, so the bytes are sent as they are.
      const head =
        `PUT /upload/${cloudPath} HTTP/1.1\r\nHost: 127.0.0.1\r\nconnection: close\r\n` +
        `${openid === undefined ? '' : `x-openid: ${openid}\r\n`}content-length: 1\r\n\r\n`;
      const reply = await sendRaw(served.base, head, 'x');
      expect(reply).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
      expect(reply).toContain(`"code":"${code}"`);
      expect(blobs()).toEqual([]);
    });

    test('a path sent with real dots is refused and stores nothing', async () => {
      const head =
        `PUT /upload/incoming/${LIN}/../${ZHOU}/a.jpg HTTP/1.1\r\nHost: 127.0.0.1\r\n` +
        `connection: close\r\nx-openid: ${LIN}\r\ncontent-length: 1\r\n\r\n`;
      expect(await sendRaw(served.base, head, 'x')).toMatch(/^HTTP\/1\.1 400 /);
    });

    test('a file of 10 MB passes, one byte more is refused and leaves nothing', async () => {
      const most = Buffer.alloc(10 * KB * KB);
      expect((await put(`incoming/${LIN}/most.jpg`, most, LIN)).status).toBe(200);
      const more = Buffer.alloc(10 * KB * KB + 1);
      const refused = await put(`incoming/${LIN}/more.jpg`, more, LIN);
      expect(refused.status).toBe(413);
      expect(await refused.json()).toMatchObject({ code: 'STORAGE_FILE_TOO_LARGE' });
      expect(blobs().length).toBe(1);
    });

    test('an upload cut off half-way leaves nothing', async () => {
      const head =
        `PUT /upload/incoming/${LIN}/a.jpg HTTP/1.1\r\nHost: 127.0.0.1\r\n` +
        `x-openid: ${LIN}\r\ncontent-length: 100\r\n\r\n`;
      await sendAndCut(served.base, head, 'only these');
      await until(() => blobs().length === 0);
      expect((await put(`incoming/${LIN}/a.jpg`, 'whole', LIN)).status).toBe(200);
    });

    test('a full disk is answered in words', async () => {
      await fetch(`${served.base}/control/storage/failWrites`, {
        ...{ method: 'POST', body: '{"code":"ENOSPC"}' },
      });
      const reply = await put(`incoming/${LIN}/a.jpg`, 'hello', LIN);
      expect(reply.status).toBe(500);
      expect(await reply.json()).toMatchObject({
        code: 'STORAGE_REQUEST_FAIL',
        message: expect.stringContaining('no space left'),
      });
      expect(blobs()).toEqual([]);
    });
  });

  describe('POST /temp-urls', () => {
    test('a phone gets no address of what the rules do not let it read', async () => {
      const stored = await put(`incoming/${LIN}/a.jpg`, 'hello', LIN);
      const { fileID } = (await stored.json()) as { fileID: string };
      const elsewhere = 'cloud://other.env/public/a.jpg';
      const reply = await temporaryUrls({ fileList: [fileID, { fileID: elsewhere, maxAge: 60 }] });
      expect(await reply.json()).toEqual({
        fileList: [
          { fileID, tempFileURL: '', code: 'STORAGE_EXCEED_AUTHORITY' },
          { fileID: elsewhere, tempFileURL: '', code: 'STORAGE_EXCEED_AUTHORITY' },
        ],
      });
    });

    test('what a rule opens for reading is looked for', async () => {
      const fileID = 'cloud://local-env.6c6f-local-env-1250000000/public/a.jpg';
      const reply = await temporaryUrls({ fileList: [fileID] });
      expect(await reply.json()).toMatchObject({ fileList: [{ code: 'STORAGE_FILE_NONEXIST' }] });
    });

    test.each([{}, { fileList: 'x' }, { fileList: [7] }, { fileList: [{ fileID: 1 }] }])(
      'the body %j is refused',
      async (body) => {
        expect((await temporaryUrls(body)).status).toBe(400);
      },
    );
  });

  describe('pages', () => {
    const withOrigin = (origin: string) => call('open', '{}', { origin });

    test.each(['http://127.0.0.1:5173', 'http://localhost:3000'])(
      'a page of %s may call and read the answer',
      async (origin) => {
        const reply = await withOrigin(origin);
        expect(reply.status).toBe(200);
        expect(reply.headers.get('access-control-allow-origin')).toBe(origin);
      },
    );

    test.each(['https://evil.example', 'http://127.0.0.1.evil.example', 'null'])(
      'a page of %s is refused before anything happens',
      async (origin) => {
        const reply = await withOrigin(origin);
        expect([reply.status, calls.length]).toEqual([403, 0]);
        expect(reply.headers.get('access-control-allow-origin')).toBeNull();
      },
    );

    test('the preflight for x-openid is answered for loopback pages only', async () => {
      const ask = (origin: string) =>
        fetch(`${served.base}/upload/incoming/${LIN}/a.jpg`, {
          method: 'OPTIONS',
          headers: { origin, 'access-control-request-method': 'PUT' },
        });
      const allowed = await ask('http://127.0.0.1:5173');
      expect(allowed.status).toBe(204);
      expect(allowed.headers.get('access-control-allow-headers')).toContain('x-openid');
      expect(allowed.headers.get('access-control-allow-methods')).toContain('PUT');
      expect((await ask('https://evil.example')).status).toBe(403);
    });
  });
});
