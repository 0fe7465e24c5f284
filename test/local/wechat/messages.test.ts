import http from 'node:http';
import type { AddressInfo } from 'node:net';
import jsQR from 'jsqr';
import { PNG } from 'pngjs';
import { control } from '../../support/cloud/functions-service';
import { LIN, startWechat } from '../../support/cloud/wechat';
import type { WechatUnderTest } from '../../support/cloud/wechat';

let app: WechatUnderTest;

beforeEach(async () => {
  app = await startWechat();
});
afterEach(() => app.stop());

describe('message/subscribe/send', () => {
  const message = {
    touser: LIN.openid,
    template_id: 'template-1',
    page: 'pages/story/story?id=1',
    data: { thing1: { value: '您的稿件已采用' }, date2: { value: '2026年1月5日' } },
  };
  const send = (input: Record<string, unknown> = {}) =>
    app.post('/cgi-bin/message/subscribe/send', { ...message, ...input });
  const sent = async (query = '') =>
    (await (await fetch(`${app.wechat.base()}/sent-messages${query}`)).json()) as {
      messages: unknown[];
    };

  test('what was sent can be read, and outlives a restart', async () => {
    expect(await send()).toMatchObject({ errcode: 0, errmsg: 'ok' });
    await send({ touser: 'openid-zhou' });
    const kept = { at: app.context.clock.now(), ...message };
    expect(await sent()).toEqual({ messages: [kept, { ...kept, touser: 'openid-zhou' }] });
    expect(await sent(`?touser=${LIN.openid}`)).toEqual({ messages: [kept] });
    await app.wechat.stop();
    await app.wechat.start();
    expect((await sent()).messages).toHaveLength(2);
    await app.wechat.reset();
    expect(await sent()).toEqual({ messages: [] });
  });

  test('each consent is good for one message, then it is 43101', async () => {
    const consent = { openid: LIN.openid, templateId: 'template-1' };
    await control(app.wechat, 'consent', { ...consent, remaining: 0 });
    expect(await send()).toMatchObject({ errcode: 43101 });
    expect(await control(app.wechat, 'consent', { ...consent, add: 1 })).toEqual({ remaining: 1 });
    expect(await send()).toMatchObject({ errcode: 0 });
    expect(await send()).toMatchObject({ errcode: 43101 });
    expect(await send({ template_id: 'template-2' })).toMatchObject({ errcode: 0 });
    expect((await sent()).messages).toHaveLength(2);
  });

  test('a template that was not told is 40037 once templates were told', async () => {
    control(app.wechat, 'templates', { templateIds: ['template-2'] });
    expect(await send()).toMatchObject({ errcode: 40037 });
    expect(await send({ template_id: 'template-2' })).toMatchObject({ errcode: 0 });
  });

  test.each([
    ['touser', { touser: '' }, 40003],
    ['template_id', { template_id: '' }, 40037],
    ['page', { page: '/pages/story/story' }, 41030],
    ['miniprogram_state', { miniprogram_state: 'other' }, 40097],
    ['data', { data: 'text' }, 47003],
  ])('a wrong %s is refused', async (_field, input, errcode) => {
    expect(await send(input)).toMatchObject({ errcode });
    expect(await sent()).toEqual({ messages: [] });
  });

  test.each([
    ['thing1', '二十个字'.repeat(5), true],
    ['thing1', `${'二十个字'.repeat(5)}一`, false],
    ['thing1', '', false],
    ['number2', '12.5', true],
    ['number2', '十二', false],
    ['character_string3', 'GC-2026-0001', true],
    ['character_string3', '稿件', false],
    ['date4', '2026年1月5日', true],
    ['date4', '今天', false],
    ['phrase5', '已采用', true],
    ['phrase5', '已经被采用', true],
    ['phrase5', '已经被采用了', false],
    ['name6', '林', true],
    ['name6', '一二三四五六七八九十一', false],
    ['unknown7', 'x', false],
    ['thing', 'x', false],
  ])('%s may hold %j: %s', async (key, value, isRight) => {
    const answer = await send({ data: { [key]: { value } } });
    expect(answer.errcode).toBe(isRight ? 0 : 47003);
    if (!isRight) expect(answer.errmsg).toContain(`argument invalid! data.${key}.value invalid`);
  });
});

describe('getuserphonenumber', () => {
  const exchange = (code: unknown) => app.post('/wxa/business/getuserphonenumber', { code });
  const issue = async () =>
    (await control(app.wechat, 'phone-code', { openid: LIN.openid })) as {
      code: string;
    };

  test("a persona's code is good once", async () => {
    const { code } = await issue();
    expect(await exchange(code)).toEqual({
      errcode: 0,
      errmsg: 'ok',
      phone_info: {
        phoneNumber: '13800000001',
        purePhoneNumber: '13800000001',
        countryCode: '86',
        watermark: {
          timestamp: Math.floor(app.context.clock.now() / 1000),
          appid: 'wx00000000000local',
        },
      },
    });
    expect(await exchange(code)).toMatchObject({ errcode: 40029 });
  });

  test('a code is good for five minutes', async () => {
    const { code } = await issue();
    await app.context.clock.advance(300_000);
    expect(await exchange(code)).toMatchObject({ errcode: 40029 });
  });

  test('the phone gets a code at /phone-code, a stranger none', async () => {
    const route = app.wechat.routes?.find((one) => one.prefix === '/phone-code');
    const server = http.createServer((request, response) => {
      Promise.resolve(
        route?.handle(request, response, new URL('http://127.0.0.1/phone-code')),
      ).catch((error: { code: string }) => response.writeHead(404).end(error.code));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    // A listening TCP server has an AddressInfo.
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/phone-code`;
    const ask = (openid: string) => fetch(url, { method: 'POST', headers: { 'x-openid': openid } });
    const { code } = (await (await ask(LIN.openid)).json()) as { code: string };
    expect(await exchange(code)).toMatchObject({ errcode: 0 });
    expect(await (await ask('openid-stranger')).text()).toBe('NOT_FOUND');
    await new Promise((resolve) => server.close(resolve));
  });
});

describe('getwxacodeunlimit', () => {
  const request = async (input: Record<string, unknown>) =>
    fetch(`${app.wechat.base()}/wxa/getwxacodeunlimit?access_token=${await app.token()}`, {
      method: 'POST',
      body: JSON.stringify(input),
    });
  const refused = async (input: Record<string, unknown>) =>
    ((await (await request(input)).json()) as { errcode: number }).errcode;
  async function picture(input: Record<string, unknown>) {
    const response = await request(input);
    expect(response.headers.get('content-type')).toBe('image/png');
    return PNG.sync.read(Buffer.from(await response.arrayBuffer()));
  }
  const scan = (png: PNG) => jsQR(new Uint8ClampedArray(png.data), png.width, png.height)?.data;

  test('the picture can be scanned and leads to the page and the scene', async () => {
    const png = await picture({ scene: 'unit=7&code=AB!', page: 'pages/bind/bind' });
    expect([png.width, png.height]).toEqual([430, 430]);
    const address = String(scan(png));
    expect(address.startsWith(`${app.wechat.base()}/open?`)).toBe(true);
    expect(await (await fetch(address)).json()).toEqual({
      page: 'pages/bind/bind',
      scene: 'unit=7&code=AB!',
    });
  });

  test('once the pages have an address, the code leads there', async () => {
    control(app.wechat, 'pages-base', { base: 'http://127.0.0.1:9/app' });
    const address = String(scan(await picture({ scene: 'a=b&c', page: 'pages/bind/bind' })));
    const response = await fetch(address, { redirect: 'manual' });
    expect(response.headers.get('location')).toBe(
      'http://127.0.0.1:9/app#/pages/bind/bind?scene=a%3Db%26c',
    );
  });

  test('the smallest picture can be scanned with the longest scene', async () => {
    const png = await picture({ scene: 'x'.repeat(32), width: 280 });
    expect([png.width, png.height]).toEqual([280, 280]);
    expect(scan(png)).toContain('x'.repeat(32));
  });

  test('the largest picture has the width asked for', async () => {
    // The size stands in the header of a PNG; to decode it all is slow inside jest.
    const response = await request({ scene: 'x', width: 1280 });
    const bytes = Buffer.from(await response.arrayBuffer());
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1280, 1280]);
  });

  test('colour and clear ground are as asked', async () => {
    const png = await picture({
      scene: 'x',
      width: 280,
      is_hyaline: true,
      line_color: { r: '200', g: '0', b: '10' },
    });
    const pixels = new Set<string>();
    for (let at = 0; at < png.data.length; at += 4)
      pixels.add([...png.data.subarray(at, at + 4)].join(' '));
    expect([...pixels].sort()).toEqual(['200 0 10 255', '255 255 255 0']);
  });

  test.each([
    ['no scene', {}, 40129],
    ['a scene of 33', { scene: 'x'.repeat(33) }, 40129],
    ['a Chinese scene', { scene: '单位' }, 40129],
    ['a percent sign', { scene: 'a%20b' }, 40129],
    ['a page with a leading slash', { scene: 'x', page: '/pages/a' }, 41030],
    ['a page with parameters', { scene: 'x', page: 'pages/a?b=1' }, 41030],
    ['a width of 279', { scene: 'x', width: 279 }, 40097],
    ['a width of 1281', { scene: 'x', width: 1281 }, 40097],
    ['an unknown version', { scene: 'x', env_version: 'beta' }, 40097],
    ['a colour out of range', { scene: 'x', line_color: { r: 256, g: 0, b: 0 } }, 40097],
  ])('%s is refused', async (_title, input, errcode) => {
    expect(await refused(input)).toBe(errcode);
  });

  test('a page that was never released is 41030 unless it is not to be checked', async () => {
    control(app.wechat, 'pages', { pages: ['pages/home/home'] });
    const input = { scene: 'x', page: 'pages/bind/bind' };
    expect(await refused(input)).toBe(41030);
    expect(await picture({ ...input, check_path: false })).toBeDefined();
    expect(await picture({ scene: 'x', page: 'pages/home/home' })).toBeDefined();
  });
});
