import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { control } from '../../support/cloud/functions-service';
import { until } from '../../support/until';
import { LIN, startWechat } from '../../support/cloud/wechat';
import type { WechatUnderTest } from '../../support/cloud/wechat';

let app: WechatUnderTest;
let files: http.Server;
let filesBase: string;

beforeAll(async () => {
  files = http.createServer((request, response) => {
    if (request.url === '/gone.jpg') return void response.writeHead(404).end();
    if (request.url === '/large.jpg') return void response.end(Buffer.alloc(10 * 1024 * 1024 + 1));
    response.end('a picture');
  });
  await new Promise<void>((resolve) => files.listen(0, '127.0.0.1', resolve));
  // A listening TCP server has an AddressInfo.
  filesBase = `http://127.0.0.1:${(files.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => files.close(resolve)));
beforeEach(async () => {
  app = await startWechat();
  app.touch(LIN.openid);
});
afterEach(() => app.stop());

describe('msg_sec_check', () => {
  const text = { content: '春耕', version: 2, scene: 2, openid: LIN.openid };
  const check = (input: Record<string, unknown>) =>
    app.post('/wxa/msg_sec_check', { ...text, ...input });

  test('a plain text passes', async () => {
    expect(await check({})).toEqual({
      errcode: 0,
      errmsg: 'ok',
      trace_id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$/),
      result: { suggest: 'pass', label: 100 },
      detail: [{ strategy: 'content_model', errcode: 0, suggest: 'pass', label: 100, prob: 90 }],
    });
  });

  test('a flagged word is risky or to be reviewed, in the title as well', async () => {
    control(app.wechat, 'flag', { contains: '违禁', label: 20006 });
    control(app.wechat, 'flag', { contains: '可疑', suggest: 'review' });
    expect(await check({ content: '有违禁内容' })).toMatchObject({
      errcode: 0,
      result: { suggest: 'risky', label: 20006 },
      detail: [{ strategy: 'content_model' }, { strategy: 'keyword', keyword: '违禁' }],
    });
    expect((await check({ title: '可疑' })).result).toEqual({ suggest: 'review', label: 21000 });
    expect((await check({ content: '可疑而违禁' })).result).toMatchObject({ suggest: 'risky' });
  });

  test('2,500 characters pass, one more is 45002', async () => {
    expect(await check({ content: '字'.repeat(2500) })).toMatchObject({ errcode: 0 });
    expect(await check({ content: '字'.repeat(2501) })).toMatchObject({ errcode: 45002 });
  });

  test('who was not active within two hours is 61010', async () => {
    await app.context.clock.advance(2 * 3_600_000);
    expect(await check({})).toMatchObject({ errcode: 0 });
    await app.context.clock.advance(1);
    expect(await check({})).toMatchObject({ errcode: 61010 });
    expect(await check({ openid: 'openid-stranger' })).toMatchObject({ errcode: 61010 });
  });

  test.each([
    ['openid', { openid: '' }, 40003],
    ['version', { version: 1 }, 40097],
    ['scene', { scene: 5 }, 40097],
    ['content', { content: '' }, 44002],
  ])('a wrong %s is refused', async (_field, input, errcode) => {
    expect(await check(input)).toMatchObject({ errcode });
  });
});

describe('media_check_async', () => {
  const check = (input: Record<string, unknown> = {}) =>
    app.post('/wxa/media_check_async', {
      media_url: `${filesBase}/photo.jpg`,
      media_type: 2,
      version: 2,
      scene: 2,
      openid: LIN.openid,
      ...input,
    });
  const pushed = () => app.functions.calls.map((call) => call.event as Record<string, unknown>);

  test('the result is pushed later, to the function that takes the event', async () => {
    control(app.wechat, 'media', { delayMs: 30 * 60_000 });
    const answer = await check();
    expect(answer).toEqual({ errcode: 0, errmsg: 'ok', trace_id: expect.any(String) });
    await app.context.clock.advance(30 * 60_000 - 1);
    expect(app.functions.calls).toEqual([]);
    await app.context.clock.advance(1);
    expect(app.functions.calls).toEqual([
      {
        name: 'inbound',
        caller: { source: 'wx_message' },
        event: {
          ToUserName: 'gh_000000000000',
          FromUserName: LIN.openid,
          CreateTime: Math.floor(app.context.clock.now() / 1000),
          MsgType: 'event',
          Event: 'wxa_media_check',
          appid: 'wx00000000000local',
          trace_id: answer.trace_id,
          version: 2,
          errcode: 0,
          errmsg: 'ok',
          detail: [
            { strategy: 'content_model', errcode: 0, suggest: 'pass', label: 100, prob: 90 },
          ],
          result: { suggest: 'pass', label: 100 },
        },
      },
    ]);
  });

  test('the result comes by itself when nobody moves the clock', async () => {
    control(app.wechat, 'media', { delayMs: 0 });
    await check();
    await until(() => app.functions.calls.length === 1);
  });

  test('a flagged address is risky', async () => {
    control(app.wechat, 'flag', { contains: 'photo', label: 20002 });
    await check();
    expect(await control(app.wechat, 'deliver-media')).toEqual({ delivered: 1 });
    expect(pushed()[0]).toMatchObject({ result: { suggest: 'risky', label: 20002 } });
  });

  test.each(['gone.jpg', 'large.jpg'])(
    'what cannot be fetched, %s, is errcode -1008',
    async (name) => {
      await check({ media_url: `${filesBase}/${name}` });
      await control(app.wechat, 'deliver-media');
      expect(pushed()[0]).toMatchObject({ errcode: -1008, detail: [] });
      expect(pushed()[0]).not.toHaveProperty('result');
    },
  );

  test('nothing listening at the address is errcode -1008', async () => {
    await check({ media_url: 'http://127.0.0.1:1/photo.jpg' });
    await control(app.wechat, 'deliver-media');
    expect(pushed()[0]).toMatchObject({ errcode: -1008 });
  });

  test.each([
    ['twice', 2],
    ['never', 0],
    ['once', 1],
  ])('a result can be pushed %s', async (deliver, times) => {
    control(app.wechat, 'media', { deliver });
    await check();
    await control(app.wechat, 'deliver-media');
    expect(app.functions.calls).toHaveLength(times);
    expect(await control(app.wechat, 'deliver-media')).toEqual({ delivered: 0 });
  });

  test('a check under way outlives a restart', async () => {
    control(app.wechat, 'media', { delayMs: 60_000 });
    const { trace_id: traceId } = await check();
    await app.wechat.stop();
    const again = await startWechat({ context: app.context });
    await app.context.clock.advance(60_000);
    expect(again.functions.calls[0]?.event).toMatchObject({ trace_id: traceId });
    await again.wechat.stop();
  });

  test.each([
    ['openid', { openid: '?' }, 40003],
    ['openid that is not active', { openid: 'openid-stranger' }, 61010],
    ['version', { version: 1 }, 40097],
    ['type', { media_type: 3 }, 40097],
    ['scene', { scene: 0 }, 40097],
    ['url', { media_url: 'cloud://x/y.jpg' }, 40097],
  ])('a wrong %s is refused', async (_field, input, errcode) => {
    expect(await check(input)).toMatchObject({ errcode });
  });
});
