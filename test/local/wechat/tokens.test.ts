import { createTestContext } from '../../support/cloud/cloud-context';
import { control } from '../../support/cloud/functions-service';
import { CREDENTIALS, fetchJson, startWechat } from '../../support/cloud/wechat';
import type { WechatUnderTest } from '../../support/cloud/wechat';

let app: WechatUnderTest;

beforeEach(async () => {
  app = await startWechat();
});
afterEach(() => app.stop());

const stable = (input: Record<string, unknown> = {}) =>
  fetchJson(`${app.wechat.base()}/cgi-bin/stable_token`, { ...CREDENTIALS, ...input });
/** The errcode that a call with this token meets; 61010 comes after the token was taken. */
const GOOD = 61010;
async function meets(token: unknown): Promise<unknown> {
  const body = { content: 'x', version: 2, scene: 1, openid: 'openid-nobody' };
  const query = token === undefined ? '' : `?access_token=${String(token)}`;
  return (await fetchJson(`${app.wechat.base()}/wxa/msg_sec_check${query}`, body)).errcode;
}

test('stable_token hands out the same token until its last five minutes', async () => {
  const first = await stable();
  expect(first).toEqual({ access_token: expect.any(String), expires_in: 7200 });
  await app.context.clock.advance(6000_000);
  expect(await stable()).toEqual({ access_token: first.access_token, expires_in: 1200 });
  await app.context.clock.advance(900_000);
  const second = await stable();
  expect(second.access_token).not.toBe(first.access_token);
  expect(await meets(first.access_token)).toBe(GOOD);
  expect(await meets(second.access_token)).toBe(GOOD);
});

test('a token expires after two hours, which is told from a token that never was', async () => {
  const { access_token: token } = await stable();
  await app.context.clock.advance(7199_000);
  expect(await meets(token)).toBe(GOOD);
  await app.context.clock.advance(1000);
  expect(await meets(token)).toBe(42001);
  expect(await meets('invented')).toBe(40001);
  expect(await meets(undefined)).toBe(41001);
});

test('a forced refresh ends the token before it, but not twice within 30 seconds', async () => {
  const first = await stable();
  const forced = await stable({ force_refresh: true });
  expect(await meets(first.access_token)).toBe(40001);
  expect(await stable({ force_refresh: true })).toEqual(forced);
  await app.context.clock.advance(30_000);
  const again = await stable({ force_refresh: true });
  expect(again.access_token).not.toBe(forced.access_token);
});

test('the twenty-first forced refresh of a day is refused, and the next day is not', async () => {
  for (let n = 0; n < 20; n += 1) {
    expect(await stable({ force_refresh: true })).not.toHaveProperty('errcode');
    await app.context.clock.advance(30_000);
  }
  expect(await stable({ force_refresh: true })).toMatchObject({ errcode: 45009 });
  await app.context.clock.advance(24 * 3_600_000);
  expect(await stable({ force_refresh: true })).not.toHaveProperty('errcode');
});

test('/cgi-bin/token makes a new token each time and leaves the old one five minutes', async () => {
  const query = new URLSearchParams(CREDENTIALS);
  const plain = async () =>
    (await (await fetch(`${app.wechat.base()}/cgi-bin/token?${query}`)).json()) as {
      access_token: string;
    };
  const stableToken = (await stable()).access_token;
  const [first, second] = [await plain(), await plain()];
  expect(second.access_token).not.toBe(first.access_token);
  expect(await meets(first.access_token)).toBe(GOOD);
  await app.context.clock.advance(300_000);
  expect(await meets(first.access_token)).toBe(42001);
  expect(await meets(second.access_token)).toBe(GOOD);
  expect(await meets(stableToken)).toBe(GOOD);
});

test.each([
  ['app id', { appid: 'wx1' }, 40013, 'invalid appid'],
  ['secret', { secret: 'x' }, 40125, 'invalid appsecret'],
  ['grant type', { grant_type: 'code' }, 40002, 'invalid grant_type'],
])('a wrong %s is refused', async (...[, input, errcode, words]) => {
  const answer = await stable(input);
  expect(answer.errcode).toBe(errcode);
  expect(answer.errmsg).toMatch(new RegExp(`^${words} rid: [0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$`));
});

test('tokens outlive a restart', async () => {
  const { access_token: token } = await stable();
  await app.wechat.stop();
  const again = await startWechat({ context: app.context });
  const url = `${again.wechat.base()}/wxa/business/getuserphonenumber?access_token=${String(token)}`;
  expect(await fetchJson(url, { code: 'x' })).toMatchObject({ errcode: 40029 });
  await again.wechat.stop();
});

test('tokens can be revoked all at once', async () => {
  const { access_token: token } = await stable();
  await control(app.wechat, 'revoke-tokens');
  expect(await meets(token)).toBe(40001);
});

describe('what all calls have in common', () => {
  const url = async (path: string) =>
    `${app.wechat.base()}${path}?access_token=${await app.token()}`;

  test('a GET of a POST call is 43002', async () => {
    const response = await fetch(await url('/wxa/msg_sec_check'));
    expect(await response.json()).toMatchObject({ errcode: 43002 });
  });

  test.each([
    ['{', 47001],
    ['[]', 47001],
    ['', 44002],
  ])('the body %j is refused', async (text, errcode) => {
    expect(await fetchJson(await url('/wxa/msg_sec_check'), text)).toMatchObject({ errcode });
  });

  test('an unknown path is 40066', async () => {
    expect(await fetchJson(await url('/wxa/nothing'), {})).toMatchObject({ errcode: 40066 });
  });

  test('a quota can be told, and calls beyond it are 45009', async () => {
    const path = '/wxa/business/getuserphonenumber';
    control(app.wechat, 'quota', { path, remaining: 1 });
    expect(await app.post(path, { code: 'x' })).toMatchObject({ errcode: 40029 });
    expect(await app.post(path, { code: 'x' })).toMatchObject({ errcode: 45009 });
  });

  test('the rate of a minute is kept, and the next minute begins anew', async () => {
    const path = '/wxa/media_check_async';
    const token = await app.token();
    const call = () =>
      fetchJson(`${app.wechat.base()}${path}?access_token=${token}`, { version: 1 });
    const rates: unknown[] = [];
    for (let n = 0; n < 2001; n += 100) {
      const some = await Promise.all(Array.from({ length: Math.min(100, 2001 - n) }, call));
      rates.push(...some.map((one) => one.errcode));
    }
    expect(rates.filter((errcode) => errcode === 45009)).toHaveLength(1);
    await app.context.clock.advance(60_000);
    expect(await call()).toMatchObject({ errcode: 40097 });
  });

  test('an idle connection outlives the halts of a busy machine, which Node alone would not', async () => {
    const response = await fetch(await url('/wxa/msg_sec_check'), { method: 'POST', body: '{' });
    expect(response.headers.get('keep-alive')).toBe('timeout=75');
    await response.text();
  });

  test('calls can be told to fail, for so many times', async () => {
    const path = '/wxa/business/getuserphonenumber';
    control(app.wechat, 'mishap', { path, mode: 'fail', times: 2, errcode: -1 });
    expect(await app.post(path, { code: 'x' })).toMatchObject({ errcode: -1 });
    expect(await app.post(path, { code: 'x' })).toMatchObject({ errcode: -1 });
    expect(await app.post(path, { code: 'x' })).toMatchObject({ errcode: 40029 });
  });

  test('a hanging call is let go of when the stand-in stops', async () => {
    const path = '/wxa/business/getuserphonenumber';
    control(app.wechat, 'mishap', { path, mode: 'hang' });
    let isOver = false;
    const request = fetchJson(await url(path), { code: 'x' }).catch(() => 'hung up');
    void request.then(() => (isOver = true));
    expect(await app.post(path, { code: 'x' })).toMatchObject({ errcode: 40029 });
    expect(isOver).toBe(false);
    await app.wechat.stop();
    expect(await request).toBe('hung up');
  });

  test('a call can be slow, or lose its connection', async () => {
    const path = '/wxa/business/getuserphonenumber';
    control(app.wechat, 'mishap', { path, mode: 'slow', ms: 30 });
    const startedAt = performance.now();
    expect(await app.post(path, { code: 'x' })).toMatchObject({ errcode: 40029 });
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(29);
    control(app.wechat, 'mishap', { path, mode: 'drop' });
    await expect(app.post(path, { code: 'x' })).rejects.toThrow();
  });

  test('a name bound to the loopback by somebody else gets nothing', async () => {
    const answer = await new Promise<string>((resolve, reject) => {
      const target = new URL(`${app.wechat.base()}/sent-messages`);
      // fetch does not let a caller set Host.
      void import('node:http').then(({ get }) =>
        get(target, { headers: { host: 'evil.example' } }, (response) => {
          let text = '';
          response.on('data', (chunk: Buffer) => (text += chunk.toString()));
          response.on('end', () => resolve(text));
        }).on('error', reject),
      );
    });
    expect(JSON.parse(answer)).toMatchObject({ errcode: -1 });
  });
});

test('the functions are told where it listens', () => {
  expect(app.wechat.environment()).toEqual({
    WECHAT_API_BASE: app.wechat.base(),
    WECHAT_APP_ID: CREDENTIALS.appid,
    WECHAT_APP_SECRET: CREDENTIALS.secret,
  });
});

test('two functions that take the same event keep the cloud from starting', async () => {
  const messages = ['wxa_media_check'];
  const configs = [
    { name: 'one', messages },
    { name: 'two', messages },
  ];
  const context = createTestContext();
  await expect(startWechat({ configs, context })).rejects.toThrow('one and two both take');
  context.removeFolder();
});
