import { createTimers } from '../../../local/cloud/timers';
import { createTestContext } from '../../support/cloud/cloud-context';
import { control } from '../../support/cloud/functions-service';
import { createStubFunctions } from '../../support/cloud/stub-functions';
import type { StubFunctions } from '../../support/cloud/stub-functions';
import { until } from '../../support/until';

const HOUR_MS = 3_600_000;
const timer = (name: string, config: string) => ({ name, type: 'timer' as const, config });
/** Names and times of the calls so far. */
const fired = (functions: StubFunctions) =>
  functions.calls.map(({ name, event }) => `${name} ${(event as { Time: string }).Time}`);

// The test context begins on Monday 2026-01-05 at 09:00 in China, 01:00 UTC.
async function startTimers(triggers: Record<string, string>, answer?: () => unknown) {
  const context = createTestContext();
  const configs = Object.entries(triggers).map(([name, config]) => ({
    name,
    triggers: [timer('main', config)],
  }));
  const functions = createStubFunctions(configs, answer);
  const timers = createTimers({ context, functions });
  await timers.start();
  const stop = async () => {
    await timers.stop();
    context.removeFolder();
  };
  return { context, functions, timers, stop };
}

test('a clock moved past several times fires each trigger once, for its latest time, in order', async () => {
  const { context, functions, stop } = await startTimers({
    relay: '0 * * * * * *',
    closing: '0 0 2 * * * *',
    yearly: '0 0 0 1 1 * *',
  });
  await context.clock.advance(48 * HOUR_MS);
  expect(fired(functions)).toEqual(['closing 2026-01-06T18:00:00Z', 'relay 2026-01-07T01:00:00Z']);
  await stop();
});

test('the event and the caller are those of a timer', async () => {
  const { context, functions, stop } = await startTimers({ relay: '0 0 10 * * * *' });
  await context.clock.advance(HOUR_MS);
  expect(functions.calls).toEqual([
    {
      name: 'relay',
      event: {
        Type: 'Timer',
        TriggerName: 'main',
        Time: '2026-01-05T02:00:00Z',
        Message: '',
      },
      caller: { source: 'wx_timer' },
    },
  ]);
  await stop();
});

test('the mover waits until what came due is over, one after the other', async () => {
  let running = 0;
  let ended = 0;
  const { context, stop } = await startTimers(
    { one: '0 0 10 * * * *', two: '0 30 10 * * * *' },
    async () => {
      running += 1;
      expect(running).toBe(1);
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
      ended += 1;
    },
  );
  await context.clock.advance(2 * HOUR_MS);
  expect(ended).toBe(2);
  await stop();
});

test('a time reached twice after a move backwards fires twice, a time passed once fires once', async () => {
  const { context, functions, stop } = await startTimers({ relay: '0 0 10 * * * *' });
  await context.clock.advance(HOUR_MS);
  await context.clock.advance(HOUR_MS);
  expect(functions.calls).toHaveLength(1);
  await context.clock.advance(-3 * HOUR_MS);
  expect(functions.calls).toHaveLength(1);
  await context.clock.advance(3 * HOUR_MS);
  expect(functions.calls).toHaveLength(2);
  await stop();
});

test('a failing function is logged and keeps nobody else from firing', async () => {
  const { context, functions, stop } = await startTimers(
    { one: '0 0 10 * * * *', two: '0 30 10 * * * *' },
    () => {
      throw new Error('no luck');
    },
  );
  await context.clock.advance(2 * HOUR_MS);
  expect(functions.calls).toHaveLength(2);
  expect(context.lines).toHaveLength(2);
  expect(context.lines[0]).toMatchObject({ service: 'timers', trigger: 'main' });
  await stop();
});

test('the running clock fires by itself, even while the last call is not over', async () => {
  const context = createTestContext();
  const functions = createStubFunctions(
    [{ name: 'relay', triggers: [timer('main', '* * * * * * *')] }],
    () => new Promise(() => undefined),
  );
  const startedAt = performance.now();
  // Two minutes of the cloud pass in a real second.
  const now = () => 1_767_574_800_000 + (performance.now() - startedAt) * 120;
  const timers = createTimers({
    context: { ...context, clock: { ...context.clock, now } },
    functions,
  });
  await timers.start();
  await until(() => functions.calls.length >= 3);
  await timers.stop();
  const count = functions.calls.length;
  const times = fired(functions);
  expect(new Set(times).size).toBe(count);
  expect([...times].sort()).toEqual(times);
  context.removeFolder();
});

test('a trigger can be fired by hand, and its result is told', async () => {
  const { functions, timers, stop } = await startTimers({ relay: '0 0 10 * * * *' }, () => 'sent');
  expect(await control(timers, 'fire', { function: 'relay' })).toEqual({ result: 'sent' });
  expect(fired(functions)).toEqual(['relay 2026-01-05T01:00:00Z']);
  await expect(control(timers, 'fire', { function: 'relay', trigger: 'x' })).rejects.toMatchObject({
    code: 'INVALID_PARAM',
  });
  expect(control(timers, 'list')).toEqual({
    triggers: [{ function: 'relay', name: 'main', nextAt: Date.UTC(2026, 0, 5, 2) }],
  });
  await stop();
});

test('a bad expression keeps the cloud from starting and names function and trigger', async () => {
  await expect(startTimers({ relay: '0 0 10 * * *' })).rejects.toThrow(
    'function relay: trigger main: "0 0 10 * * *" has 6 fields',
  );
});
