import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { CloudError } from '../../../local/cloud/errors';
import { createHttp } from '../../../local/cloud/http';
import type { Service } from '../../../local/cloud/service';
import { createTestContext } from '../../support/cloud/cloud-context';
import { createStubFunctions } from '../../support/cloud/stub-functions';

let answer: (name: string, event: unknown) => unknown;
const functions = createStubFunctions(
  [
    { name: 'inbound', http: ['/inbound'] },
    { name: 'photo', http: ['/inbound/photo'] },
  ],
  (name, event) => answer(name, event),
);
const context = createTestContext();
let service: Service;
let server: http.Server;
let base: string;

beforeAll(async () => {
  service = createHttp({ context, functions });
  await service.start();
  // The cloud's server chooses by the longest prefix; two lines of it are enough here.
  server = http.createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const routes = [...(service.routes ?? [])].sort((a, b) => b.prefix.length - a.prefix.length);
    void routes.find((one) => url.pathname.startsWith(one.prefix))?.handle(request, response, url);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A listening TCP server has an AddressInfo.
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  context.removeFolder();
});
beforeEach(() => {
  functions.calls.length = 0;
  answer = () => 'ok';
});

const event = () => functions.calls[0]?.event as Record<string, unknown>;

test('a request becomes the event of HTTP access', async () => {
  await fetch(`${base}/inbound/receipts?id=7&word=%E4%B9%A1`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'X-Own': 'yes' },
    body: '{"got":"乡"}',
  });
  expect(functions.calls[0]).toMatchObject({
    name: 'inbound',
    caller: { source: 'wx_http', sourceIp: '127.0.0.1' },
  });
  expect(event()).toMatchObject({
    path: '/inbound/receipts',
    httpMethod: 'POST',
    queryStringParameters: { id: '7', word: '乡' },
    body: '{"got":"乡"}',
    isBase64Encoded: false,
    requestContext: { envId: 'local-env', requestId: expect.any(String) },
  });
  expect(event().headers).toMatchObject({ 'content-type': 'application/json', 'x-own': 'yes' });
  expect(event().multiValueHeaders).toMatchObject({ 'x-own': ['yes'] });
});

test('the longest path wins', async () => {
  await fetch(`${base}/inbound/photo/1`);
  expect(functions.calls.map((call) => call.name)).toEqual(['photo']);
  expect(event()).toMatchObject({ httpMethod: 'GET', body: '', isBase64Encoded: false });
});

test('a binary body arrives as base64, byte for byte', async () => {
  const bytes = Buffer.from([0, 255, 128, 10, 13, 200]);
  await fetch(`${base}/inbound`, {
    method: 'PUT',
    headers: { 'content-type': 'image/jpeg' },
    body: bytes,
  });
  expect(event().isBase64Encoded).toBe(true);
  expect(Buffer.from(String(event().body), 'base64')).toEqual(bytes);
});

const PNG = Buffer.from('png').toString('base64');
const pngType = { 'content-type': 'image/png' };

test.each([
  ['a text', 'hello', '200 text/plain; charset=utf-8: hello'],
  ['a number', 7, '200 text/plain; charset=utf-8: 7'],
  ['an object', { a: 1 }, '200 application/json; charset=utf-8: {"a":1}'],
  ['a list', [1], '200 application/json; charset=utf-8: [1]'],
  ['nothing', null, '200 text/plain; charset=utf-8: '],
  [
    'an integration response',
    { statusCode: 201, headers: { 'Content-Type': 'text/html' }, body: '<b>' },
    '201 text/html: <b>',
  ],
  [
    'an integration response in base64',
    { statusCode: 200, headers: pngType, body: PNG, isBase64Encoded: true },
    '200 image/png: png',
  ],
  [
    'an integration response whose body is an object',
    { statusCode: 400, body: { reason: 'late' } },
    '400 application/json; charset=utf-8: {"reason":"late"}',
  ],
])('%s becomes an HTTP answer', async (_title, value, expected) => {
  answer = () => value;
  const response = await fetch(`${base}/inbound`);
  const type = response.headers.get('content-type');
  expect(`${response.status} ${type}: ${await response.text()}`).toBe(expected);
});

test('a redirect and several cookies pass through', async () => {
  answer = () => ({
    statusCode: 302,
    headers: { location: 'http://127.0.0.1:9/photo', 'set-cookie': ['a=1', 'b=2'] },
  });
  const response = await fetch(`${base}/inbound`, { redirect: 'manual' });
  expect(response.status).toBe(302);
  expect(response.headers.get('location')).toBe('http://127.0.0.1:9/photo');
  expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
});

test('a failing function answers 500 without its own words', async () => {
  answer = () => {
    throw new CloudError('FUNCTIONS_EXECUTE_FAIL', 'the secret is open sesame');
  };
  const response = await fetch(`${base}/inbound`);
  expect(response.status).toBe(500);
  const text = await response.text();
  expect(JSON.parse(text)).toMatchObject({ code: 'FUNCTION_INVOCATION_FAILED' });
  expect(text).not.toContain('sesame');
});

test('a function that takes too long answers 504', async () => {
  answer = () => {
    throw new CloudError('FUNCTIONS_TIME_LIMIT_EXCEEDED', 'Invoking task timed out');
  };
  expect((await fetch(`${base}/inbound`)).status).toBe(504);
});

test.each([
  ['text/plain', 100 * 1024],
  ['image/jpeg', 6 * 1024 * 1024],
])('a body of %s may have %d bytes and not one more', async (type, bytesMax) => {
  const post = (bytes: number) =>
    fetch(`${base}/inbound`, {
      method: 'POST',
      headers: { 'content-type': type },
      body: Buffer.alloc(bytes, 'x'),
    });
  expect((await post(bytesMax)).status).toBe(200);
  // The server may hang up while the rest is still being sent.
  const refused = await post(bytesMax + 1).catch(() => undefined);
  if (refused) {
    expect(refused.status).toBe(413);
    expect(await refused.json()).toMatchObject({ code: 'EXCEED_MAX_PAYLOAD_SIZE' });
  }
  expect(functions.calls).toHaveLength(1);
});

test('two functions with one path keep the cloud from starting', async () => {
  const twice = createStubFunctions([
    { name: 'one', http: ['/inbound'] },
    { name: 'two', http: ['/inbound'] },
  ]);
  await expect(createHttp({ context, functions: twice }).start()).rejects.toThrow('/inbound');
});
