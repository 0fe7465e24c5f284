import { CloudError } from '../../../local/cloud/errors';
import { createIdentity } from '../../../local/cloud/identity';
import { LIN, startGateway, ZHOU } from '../../support/cloud/gateway';
import { sendRaw } from '../../support/cloud/raw-request';

const KB = 1024;

describe('calls through the gateway', () => {
  let gateway: Awaited<ReturnType<typeof startGateway>>;

  beforeEach(async () => {
    gateway = await startGateway();
  });
  afterEach(() => gateway.end());

  describe('POST /call', () => {
    test('hands event and openid to the function and gives its result back', async () => {
      gateway.told.answer = ({ event }) => ({ got: event, words: '好' });
      const reply = await gateway.call('newsroom', '{"call":"story.list"}', { 'x-openid': LIN });
      expect(reply.status).toBe(200);
      expect(await reply.json()).toEqual({ got: { call: 'story.list' }, words: '好' });
      expect(gateway.calls).toMatchObject([
        { name: 'newsroom', caller: { openid: LIN, source: 'wx_client', sourceIp: '127.0.0.1' } },
      ]);
    });

    test.each([
      [undefined, 'null'],
      [null, 'null'],
      ['text', '"text"'],
      [0, '0'],
    ])('a function that returns %p is answered as %s', async (result, text) => {
      gateway.told.answer = () => result;
      expect(await (await gateway.call('open', '{}')).text()).toBe(text);
    });

    test('an empty body is an empty event', async () => {
      await gateway.call('open', undefined);
      expect(gateway.calls[0]?.event).toEqual({});
    });

    test.each([
      ['open', undefined, 200],
      ['open', LIN, 200],
      ['newsroom', undefined, 403],
      ['newsroom', LIN, 200],
      ['relay', undefined, 403],
      ['relay', LIN, 403],
    ])('%s called by %s is answered with %i', async (name, openid, status) => {
      const reply = await gateway.call(
        name,
        '{}',
        openid === undefined ? {} : { 'x-openid': openid },
      );
      expect(reply.status).toBe(status);
      expect(gateway.calls.length).toBe(status === 200 ? 1 : 0);
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
      const reply = await gateway.call(name, body, headers as Record<string, string>);
      expect(reply.status).toBe(status);
      expect(await reply.json()).toEqual({
        ...{ code, message: expect.any(String) },
        requestId: reply.headers.get('x-request-id'),
      });
      expect(gateway.calls).toEqual([]);
    });

    test('a request of exactly 100 KB passes, one byte more is refused', async () => {
      const bodyOf = (bytes: number) => `{"a":"${'x'.repeat(bytes - 8)}"}`;
      expect((await gateway.call('open', bodyOf(100 * KB))).status).toBe(200);
      const refused = await gateway.call('open', bodyOf(100 * KB + 1));
      expect(refused.status).toBe(413);
      expect(await refused.json()).toMatchObject({ code: 'EXCEED_MAX_PAYLOAD_SIZE' });
      expect(gateway.calls.length).toBe(1);
    });

    test('the limit counts bytes, not characters', async () => {
      expect((await gateway.call('open', `{"a":"${'好'.repeat(40_000)}"}`)).status).toBe(413);
    });

    test('a body announced as too large is refused before it is sent', async () => {
      const head =
        'POST /call/open HTTP/1.1\r\nHost: 127.0.0.1\r\ncontent-length: 999999999\r\n\r\n';
      expect(await sendRaw(gateway.served.base, head, '{')).toContain('EXCEED_MAX_PAYLOAD_SIZE');
    });

    test('an endless body without a length is refused at the limit', async () => {
      const head =
        'POST /call/open HTTP/1.1\r\nHost: 127.0.0.1\r\ntransfer-encoding: chunked\r\n\r\n';
      const chunk = `19000\r\n${'x'.repeat(0x19000)}\r\n`;
      const reply = await sendRaw(gateway.served.base, head, chunk, chunk);
      expect(reply).toMatch(/^HTTP\/1\.1 413 /);
    });

    test.each([
      ['FUNCTIONS_TIME_LIMIT_EXCEEDED', 504],
      ['FUNCTIONS_EXECUTE_FAIL', 500],
    ])('a function that fails with %s is answered with %i', async (code, status) => {
      gateway.told.answer = () => {
        throw new CloudError(code, 'in words');
      };
      const reply = await gateway.call('open', '{}');
      expect(reply.status).toBe(status);
      expect(await reply.json()).toMatchObject({ code, message: 'in words' });
    });

    test('another method is refused', async () => {
      expect((await fetch(`${gateway.served.base}/call/open`)).status).toBe(405);
    });

    test('a call makes its openid active, by the clock of the cloud', async () => {
      const identity = createIdentity(gateway.served.context);
      await gateway.call('newsroom', '{}', { 'x-openid': LIN });
      const at = gateway.served.context.clock.now();
      await gateway.served.stop();
      await identity.start();
      expect([identity.lastActiveAt(LIN), identity.lastActiveAt(ZHOU)]).toEqual([at, undefined]);
    });
  });

  describe('pages', () => {
    const withOrigin = (origin: string) => gateway.call('open', '{}', { origin });

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
        expect([reply.status, gateway.calls.length]).toEqual([403, 0]);
        expect(reply.headers.get('access-control-allow-origin')).toBeNull();
      },
    );

    test('the preflight for x-openid is answered for loopback pages only', async () => {
      const ask = (origin: string) =>
        fetch(`${gateway.served.base}/upload/incoming/${LIN}/a.jpg`, {
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
