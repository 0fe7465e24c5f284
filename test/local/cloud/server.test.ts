import { CloudError } from '../../../local/cloud/errors';
import { createServer } from '../../../local/cloud/server';
import { adminRoute } from '../../../local/cloud/server/admin';
import type { Route, Service } from '../../../local/cloud/service';
import { sendRaw } from '../../support/cloud/raw-request';
import { serve } from '../../support/cloud/served';
import type { Served } from '../../support/cloud/served';

const nothing = async () => undefined;

/** A service whose actions and controls do what a test needs. */
function sampleService(resets: string[]): Service {
  return {
    name: 'sample',
    start: nothing,
    stop: nothing,
    reset: async () => void resets.push('sample'),
    actions: {
      'sample.echo': ({ value }) => ({ data: { value } }),
      'sample.begin': () => ({ transactionId: 't-1' }),
      'sample.token': (_params, { wxCloudApiToken }) => ({ data: wxCloudApiToken }),
      'sample.refuse': () => {
        throw new CloudError('DATABASE_COLLECTION_NOT_EXIST', 'Db or Table not exist');
      },
      'sample.crash': () => Promise.reject(new TypeError('a bug')),
    },
    controls: {
      double: ({ number }) => ({ doubled: Number(number) * 2 }),
      silent: () => undefined,
      crash: () => {
        throw new TypeError('a bug');
      },
    },
    routes: [
      { prefix: '/sample', handle: (_request, response) => void response.end('short') },
      { prefix: '/sample/deep/', handle: (_request, response) => void response.end('deep') },
      {
        prefix: '/sample/broken',
        handle: () => Promise.reject(new TypeError('a bug')),
      },
    ],
  };
}

describe('the server', () => {
  let served: Served;
  const resets: string[] = [];

  beforeAll(async () => {
    served = await serve(() => [sampleService(resets)]);
  });
  afterAll(async () => {
    await served.stop();
    served.context.removeFolder();
  });

  const post = (path: string, body: string | FormData, headers: Record<string, string> = {}) =>
    fetch(served.base + path, { method: 'POST', body, headers });
  const admin = async (body: string | FormData, headers?: Record<string, string>) => {
    const reply = await post('/admin?env=local-env&seqId=1', body, headers);
    // Every answer of /admin is a JSON object.
    return { status: reply.status, body: (await reply.json()) as Record<string, unknown> };
  };

  describe('POST /admin', () => {
    test('answers data and request id', async () => {
      const { status, body } = await admin('{"action":"sample.echo","value":"好"}');
      expect([status, body]).toEqual([
        200,
        { requestId: expect.stringMatching(/^[0-9a-f-]{36}$/), data: { value: '好' } },
      ]);
    });

    test('answers a transaction id beside the data', async () => {
      const { body } = await admin('{"action":"sample.begin"}');
      expect(body).toMatchObject({ transactionId: 't-1' });
    });

    test('hands the token of the invocation to the action', async () => {
      const { body } = await admin('{"action":"sample.token","wxCloudApiToken":"inv-7"}');
      expect(body.data).toBe('inv-7');
    });

    test.each([
      ['{"action":"sample.refuse"}', 'DATABASE_COLLECTION_NOT_EXIST', 'Db or Table not exist'],
      ['{"action":"sample.crash"}', 'SYS_ERR', 'system error: a bug'],
      ['{"action":"database.explode"}', 'INVALID_ACTION', expect.stringContaining('explode')],
      ['{"action":"toString"}', 'INVALID_ACTION', expect.any(String)],
      ['{"action":7}', 'INVALID_PARAM', 'action is missing'],
      ['{}', 'INVALID_PARAM', 'action is missing'],
      ['', 'INVALID_PARAM', expect.stringContaining('not JSON')],
      ['{"action":', 'INVALID_PARAM', expect.stringContaining('not JSON')],
      ['[]', 'INVALID_PARAM', expect.stringContaining('JSON object')],
      ['null', 'INVALID_PARAM', expect.stringContaining('JSON object')],
      ['\u0000\u0001', 'INVALID_PARAM', expect.stringContaining('not JSON')],
    ])('answers %j with status 200 and %s', async (sent, code, message) => {
      const { status, body } = await admin(sent);
      expect([status, body]).toEqual([200, { code, message, requestId: expect.any(String) }]);
    });

    test('says that multipart actions are not supported', async () => {
      const form = new FormData();
      form.set('action', 'wx.openApi');
      const { status, body } = await admin(form);
      expect([status, body.code, body.message]).toEqual([
        200,
        'INVALID_ACTION',
        expect.stringContaining('wx.openApi'),
      ]);
    });

    test('refuses a body announced over 100 MB without reading it', async () => {
      const bytes = 100 * 1024 * 1024 + 1;
      const head = `POST /admin HTTP/1.1\r\nHost: 127.0.0.1\r\ncontent-length: ${bytes}\r\n\r\n`;
      const reply = await sendRaw(served.base, head, '{');
      expect(reply).toMatch(/^HTTP\/1\.1 200 /);
      expect(reply).toContain('EXCEED_MAX_PAYLOAD_SIZE');
    });

    test('refuses other methods, and any web page', async () => {
      expect((await fetch(`${served.base}/admin`)).status).toBe(405);
      const page = await post('/admin', '{}', { origin: 'http://127.0.0.1:5173' });
      expect(page.status).toBe(403);
    });

    test('a bug in an action is logged, a refusal is not', async () => {
      served.context.lines.length = 0;
      await admin('{"action":"sample.refuse"}');
      await admin('{"action":"sample.crash"}');
      expect(served.context.lines).toMatchObject([{ level: 'error', code: 'SYS_ERR' }]);
    });
  });

  describe('POST /control', () => {
    test('gives a command its JSON and answers with JSON', async () => {
      const reply = await post('/control/sample/double', '{"number":21}');
      expect([reply.status, await reply.json()]).toEqual([200, { doubled: 42 }]);
      expect(await (await post('/control/sample/silent', '')).json()).toEqual({});
    });

    test('reset empties the services', async () => {
      const reply = await post('/control/reset', '');
      expect([reply.status, resets]).toEqual([200, ['sample']]);
    });

    test.each([
      ['/control/sample/nothing', 404],
      ['/control/sample/toString', 404],
      ['/control/sample/double/more', 404],
      ['/control/nobody/double', 404],
      ['/control/sample', 404],
      ['/control/', 404],
      ['/control/sample/crash', 500],
    ])('%s is answered with %i in words', async (path, status) => {
      const reply = await post(path, '{}');
      expect(reply.status).toBe(status);
      expect(await reply.json()).toMatchObject({ message: expect.any(String) });
    });

    test('malformed and oversize commands are refused', async () => {
      expect((await post('/control/sample/double', '{')).status).toBe(400);
      const large = `{"a":"${'x'.repeat(4 * 1024 * 1024)}"}`;
      expect((await post('/control/sample/double', large)).status).toBe(413);
    });

    test.each(['https://evil.example', 'null', 'http://localhost.evil.example'])(
      'a page of %s cannot drive it',
      async (origin) => {
        const reply = await post('/control/reset', '', { origin });
        expect([reply.status, resets.length]).toEqual([403, 1]);
      },
    );

    test('a page of another loopback port may', async () => {
      const origin = 'http://127.0.0.1:5173';
      expect((await post('/control/sample/silent', '', { origin })).status).toBe(200);
    });
  });

  test.each(['evil.example', '10.0.0.1:80', ''])('the Host %j is refused', async (host) => {
    const head = `POST /admin HTTP/1.1\r\nHost: ${host}\r\nconnection: close\r\n`;
    const reply = await sendRaw(served.base, `${head}content-length: 2\r\n\r\n{}`);
    expect(reply).toMatch(/^HTTP\/1\.1 403 /);
  });

  test.each([
    ['/sample', 'short'],
    ['/sample?a=1', 'short'],
    ['/sample/other', 'short'],
    ['/sample/deep/er', 'deep'],
  ])('%s is answered by the longest prefix', async (path, text) => {
    expect(await (await fetch(served.base + path)).text()).toBe(text);
  });

  test.each(['/', '/samples', '/nothing'])('%s is not found', async (path) => {
    const reply = await fetch(served.base + path);
    expect([reply.status, await reply.json()]).toMatchObject([404, { code: 'NOT_FOUND' }]);
  });

  test('a route that fails is answered with 500 and the cloud lives on', async () => {
    expect((await fetch(`${served.base}/sample/broken`)).status).toBe(500);
    expect((await fetch(`${served.base}/sample`)).status).toBe(200);
  });

  test('until all has started, functions are answered and phones told to wait', async () => {
    const service = sampleService([]);
    const page: Route = { prefix: '/page', browsers: true, handle: (_, reply) => void reply.end() };
    const routes = [adminRoute([service], () => undefined), page];
    const server = createServer({ services: [service], routes, log: () => undefined });
    await server.listen(0);
    const ask = async (path: string, method: string) =>
      (await fetch(server.base() + path, { method })).status;
    expect(await ask('/page', 'POST')).toBe(503);
    expect(await ask('/later', 'POST')).toBe(503);
    expect(await ask('/page', 'GET')).toBe(200);
    expect(await ask('/admin', 'POST')).toBe(200);
    server.open();
    expect(await ask('/page', 'POST')).toBe(200);
    expect(await ask('/later', 'POST')).toBe(404);
    await server.close();
  });

  test('bytes that are no HTTP are answered with 400 and the cloud lives on', async () => {
    expect(await sendRaw(served.base, 'hello\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /);
    expect((await fetch(`${served.base}/sample`)).status).toBe(200);
  });
});
