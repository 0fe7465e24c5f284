import { control, startFunctions } from '../../support/cloud/functions-service';
import type { FunctionsUnderTest } from '../../support/cloud/functions-service';

let cloud: FunctionsUnderTest;

beforeAll(async () => {
  cloud = await startFunctions({
    environment: () => ({ WECHAT_API_BASE: 'http://127.0.0.1:2' }),
    identity: {
      find: async (openid) => ({
        openid,
        unionid: `u-${openid}`,
        name: '林',
        phone: '13800000001',
      }),
    },
  });
});
afterAll(() => cloud.stop());

const lin = { openid: 'o-lin', source: 'wx_client' } as const;

interface Echo {
  event: Record<string, unknown>;
  context: Record<string, unknown>;
  env: Record<string, string>;
}

async function echo(event: object, caller: Parameters<typeof cloud.functions.invoke>[2]) {
  // The probe's `echo` answers in this shape.
  return (await cloud.functions.invoke('probe', { act: 'echo', ...event }, caller)) as Echo;
}

test('a phone is known by its openid, app id and union id, in the environment alone', async () => {
  const { env, context } = await echo({}, lin);
  expect(env).toMatchObject({
    WX_OPENID: 'o-lin',
    WX_UNIONID: 'u-o-lin',
    WX_APPID: 'wx00000000000local',
    TCB_SOURCE: 'wx_client',
    TCB_SOURCE_IP: '127.0.0.1',
  });
  expect(env.WX_CONTEXT_KEYS).toContain('WX_OPENID');
  expect(env.WX_API_TOKEN).toMatch(/^[0-9a-f-]{36}$/);
  const { environment, ...rest } = context;
  expect(JSON.stringify(rest)).not.toContain('o-lin');
  expect(JSON.parse(String(environment)).WX_OPENID).toBe('o-lin');
});

test("the platform's userInfo stands over whatever a phone writes there itself", async () => {
  const { event } = await echo({ userInfo: { openId: 'o-forged' }, story: 1 }, lin);
  expect(event).toEqual({
    act: 'echo',
    story: 1,
    userInfo: { openId: 'o-lin', appId: 'wx00000000000local' },
  });
});

test("a function finds the platform's Node 18.15, and nothing that is younger", async () => {
  const missing = ['undefined', 'undefined', 'undefined'];
  expect(await cloud.functions.invoke('probe', { act: 'language' }, lin)).toEqual(missing);
});

test('a call without a phone has no userInfo and no openid', async () => {
  await echo({}, lin);
  const { event, env } = await echo({}, { source: 'function' });
  expect(event).toEqual({ act: 'echo' });
  expect(env.WX_OPENID).toBeUndefined();
  expect(env.WX_UNIONID).toBeUndefined();
  expect(env.TCB_SOURCE_IP).toBeUndefined();
  expect(env.TCB_SOURCE).toBe('scf');
});

test('only a timer call says TRIGGER_SRC=timer, and the call after it does not', async () => {
  const timed = await echo({}, { source: 'wx_timer' });
  const plain = await echo({}, lin);
  expect(timed.env.TRIGGER_SRC).toBe('timer');
  expect(plain.env.TRIGGER_SRC).toBeUndefined();
  expect(plain.env.WX_TRIGGER_API_TOKEN_V0).toBeUndefined();
});

test('the environment is that of SCF and the configuration, and nothing of the developer', async () => {
  process.env.DEVELOPERS_OWN_SECRET = 'secret';
  const { env } = await echo({}, lin);
  delete process.env.DEVELOPERS_OWN_SECRET;
  expect(env).toMatchObject({
    TENCENTCLOUD_RUNENV: 'SCF',
    SCF_NAMESPACE: 'local-env',
    TCB_ENV: 'local-env',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    TCB_CONTEXT_CNFG: '{"URL":"http://127.0.0.1:1/admin"}',
    OWN_VARIABLE: 'own',
    WECHAT_API_BASE: 'http://127.0.0.1:2',
    CLOUD_CLOCK_OFFSET_MS: '0',
  });
  expect(env.DEVELOPERS_OWN_SECRET).toBeUndefined();
  expect(env.NODE_OPTIONS).toBeUndefined();
});

test('a function runs in UTC', async () => {
  const answer = await cloud.functions.invoke('probe', { act: 'zone' }, lin);
  expect(answer).toEqual({ tz: 'UTC', hour: 0 });
});

test('what a function writes into its environment is text, and means what it means on SCF', async () => {
  const answer = await cloud.functions.invoke('probe', { act: 'write' }, lin);
  expect(answer).toEqual({ count: '7', hour: 8, told: '7', isGone: true });
});

test("the context argument has SCF's fields", async () => {
  const { context } = await echo({}, lin);
  expect(context).toMatchObject({
    function_name: 'probe',
    function_version: '$LATEST',
    namespace: 'local-env',
    memory_limit_in_mb: 256,
    time_limit_in_ms: 10_000,
  });
  expect(context.request_id).toMatch(/^[0-9a-f-]{36}$/);
});

test('the clock moved by hand reaches the next call', async () => {
  await cloud.context.clock.advance(3_600_000);
  const { env } = await echo({}, lin);
  expect(env.CLOUD_CLOCK_OFFSET_MS).toBe('3600000');
});

test('forty concurrent calls each keep their own caller from beginning to end', async () => {
  const openids = Array.from({ length: 40 }, (_, n) => `o-${n}`);
  const answers = await Promise.all(
    openids.map((openid, n) =>
      cloud.functions.invoke('probe', { act: 'hold', ms: n % 7 }, { openid, source: 'wx_client' }),
    ),
  );
  // The probe's `hold` answers in this shape.
  const held = answers as { pid: number; before: string; after: string }[];
  expect(held.map((one) => one.before)).toEqual(openids);
  expect(held.map((one) => one.after)).toEqual(openids);
  const pids = new Set(held.map((one) => one.pid));
  expect(pids.size).toBeGreaterThan(1);
  expect(pids.size).toBeLessThanOrEqual(10);
});

test.each([
  ['nothing', null],
  ['text', 'plain text'],
])('main may answer %s', async (act, value) => {
  expect(await cloud.functions.invoke('probe', { act }, lin)).toEqual(value);
});

test('console lines are kept in order, with the request id, before the answer is there', async () => {
  const before = cloud.context.lines.length;
  await cloud.functions.invoke('probe', { act: 'print', lines: 200 }, lin);
  const logged = cloud.context.lines.slice(before);
  const printed = logged.filter((line) => line.text !== undefined);
  expect(printed.slice(0, 200).map((line) => line.text)).toEqual(
    Array.from({ length: 200 }, (_, n) => `line ${n}`),
  );
  expect(printed.slice(200).map((line) => [line.level, line.text])).toEqual([
    ['error', 'an error line'],
    ['info', 'without console'],
    ['info', "{ of: 'an object' }"],
  ]);
  const last = logged[logged.length - 1];
  expect(last).toMatchObject({ report: 'probe', outcome: 'answered' });
  expect(new Set(logged.map((line) => line.requestId)).size).toBe(1);
  const kept = control(cloud.functions, 'logs', { function: 'probe' }) as { lines: unknown[] };
  expect(kept.lines.length).toBeGreaterThanOrEqual(203);
});

test('an event of exactly 100 KB passes and one byte more is EXCEED_MAX_PAYLOAD_SIZE', async () => {
  const frame = JSON.stringify({ act: 'text', fill: '' }).length;
  const ofBytes = (bytes: number) => ({ act: 'text', fill: 'x'.repeat(bytes - frame) });
  await expect(cloud.functions.invoke('probe', ofBytes(102_400), lin)).resolves.toBe('plain text');
  await expect(cloud.functions.invoke('probe', ofBytes(102_401), lin)).rejects.toMatchObject({
    code: 'EXCEED_MAX_PAYLOAD_SIZE',
  });
});

test('an answer over 6 MB is refused and one below passes', async () => {
  const blank = (characters: number) =>
    cloud.functions.invoke('probe', { act: 'blank', characters }, lin);
  await expect(blank(6 * 1024 * 1024 - 2)).resolves.toHaveLength(6 * 1024 * 1024 - 2);
  await expect(blank(6 * 1024 * 1024 - 1)).rejects.toMatchObject({
    code: 'FUNCTIONS_EXECUTE_FAIL',
    message: expect.stringContaining('exceeds the upper limit (6MB)'),
  });
});

describe('functions.invokeFunction', () => {
  const act = (params: Record<string, unknown>, wxCloudApiToken?: string) =>
    cloud.functions.actions?.['functions.invokeFunction']?.(params, {
      requestId: 'r-1',
      ...(wxCloudApiToken && { wxCloudApiToken }),
    });

  test('answers the JSON text of what main returned', async () => {
    const answer = await act({ function_name: 'probe', request_data: '{"act":"text"}' });
    expect(answer).toEqual({ data: { response_data: '"plain text"' } });
  });

  test('another function may call it, and is told apart from a script', async () => {
    const source = async (token?: string) => {
      const answer = await act({ function_name: 'probe', request_data: '{"act":"echo"}' }, token);
      const { response_data: text } = answer?.data as { response_data: string };
      return (JSON.parse(text) as Echo).env.TCB_SOURCE;
    };
    expect(await source('token')).toBe('scf');
    expect(await source()).toBe('admin');
  });

  test.each([
    ['no name', { request_data: '{}' }, 'INVALID_PARAM'],
    ['an unknown name', { function_name: 'nobody' }, 'FUNCTION_NOT_FOUND'],
    ['a path as its name', { function_name: '../probe' }, 'FUNCTION_NOT_FOUND'],
    ['a malformed event', { function_name: 'probe', request_data: '{' }, 'INVALID_PARAM'],
    ['an event that is no text', { function_name: 'probe', request_data: 5 }, 'INVALID_PARAM'],
  ])('refuses %s', async (_title, params, code) => {
    await expect(act(params)).rejects.toMatchObject({ code });
  });
});
